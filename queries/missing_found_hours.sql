/*
question = "In what kinds of place were missing children found, and at what hours?"
definition = "Missing episodes that have ended, by the kind of place where the child was found and the part of the day at which the episode ended, by the day on which it started."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "Episodes whose end was sent with a day alone have no time."
measures = ["M15", "M16"]
tables = ["missing_episodes"]
counts = ["children"]
periods = "years"
smallest_level = "district"
whole = "missing_found"

[areas]
home = "the child's home, or the council responsible"
found = "where the child was found"

[dimensions.found_place]
about = "the kind of place where the child was found"
values_of = "missing_episodes.found_place"

[dimensions.part_of_day]
about = "the part of the day, local clock"
values = ["0", "4", "8", "12", "16", "20", "not_timed"]
*/
select
    child, started_on as day, home_area as home, found_area as found, found_place,
    coalesce(cast(hour(ended_local) // 4 * 4 as varchar), 'not_timed') as part_of_day
from missing_episodes
where kind = 'missing' and under_18 and duration <> 'still_open'
