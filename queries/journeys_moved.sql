/*
question = "To which district were children moved, from a home in another?"
definition = "Children in a case by the district (or council, where there are none) where the child was moved to, and by the boundaries between it and home, by the day on which they were identified."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2; Independent Inquiry into Child Sexual Abuse, organised networks report, 2022"
caveat = "A child with places in two districts is counted in both. Places recorded of a whole case are of each child in it."
measures = ["V2"]
tables = ["victims", "locations"]
counts = ["children"]
periods = "years"
smallest_level = "district"
pair = false

[areas]
home = "the child's home, or the council responsible"
exploited = "where the place lies"

[dimensions.destination]
about = "the district where the child was moved to"
of_towns = true

[dimensions.crossing]
about = "which boundaries lie between the child's home and the place"
values = ["same_town", "same_council", "other_council", "other_force", "not_recorded"]
*/
select
    child, identified_on as day, home_area as home, victim_places.area as exploited,
    coalesce(place.town, 'not_recorded') as destination, coalesce(crossing, 'not_recorded') as crossing
from victim_places
left join towns as start on start.area = home_area
left join towns as place on place.area = victim_places.area
left join crossings on from_town = start.town and to_town = place.town
where happened = 'moved_to'
