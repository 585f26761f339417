/*
question = "In which district were children found, of those who live or are placed in another?"
definition = "Children under 18 of missing episodes that have ended, by the district (or council, where there are none) where the child was found, and by the boundaries between it and home."
source = "Statutory guidance on children who run away or go missing from home or care, 2014; Independent Inquiry into Child Sexual Abuse, organised networks report, 2022"
caveat = "A child found in two districts is counted in both. Where a child was found is not the way that the child went, nor who moved them."
measures = ["M16"]
tables = ["missing_episodes"]
counts = ["children"]
whole = "missing_found"
periods = "years"
smallest_level = "district"
pair = false

[areas]
home = "the child's home, or the council responsible"
host = "where the child was placed"
found = "where the child was found"

[dimensions.destination]
about = "the district where the child was found"
of_towns = true

[dimensions.crossing]
about = "which boundaries lie between the child's home and the place"
values = ["same_town", "same_council", "other_council", "other_force", "not_recorded"]
*/
select
    child, started_on as day, home_area as home, host_area as host, found_area as found,
    coalesce(place.town, 'not_recorded') as destination, coalesce(crossing, 'not_recorded') as crossing
from missing_episodes
left join towns as start on start.area = home_area
left join towns as place on place.area = found_area
left join crossings on from_town = start.town and to_town = place.town
where kind = 'missing' and under_18 and duration <> 'still_open'
