/*
question = "From what kinds of place did children go missing, and at what hours?"
definition = "Missing episodes of children under 18, by the kind of place that the child went missing from and the part of the day at which the episode started."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "The start is as the agency records it. Episodes that were sent with a day alone have no time."
measures = ["M11", "M15"]
tables = ["missing_episodes"]
counts = ["children"]
periods = "years"
smallest_level = "district"
whole = "missing"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.place]
about = "the kind of place the child went missing from"
values_of = "missing_episodes.missing_from"

[dimensions.part_of_day]
about = "the part of the day, local clock"
values = ["0", "4", "8", "12", "16", "20", "not_timed"]
*/
select
    child, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, missing_from as place,
    coalesce(cast(hour // 4 * 4 as varchar), 'not_timed') as part_of_day
from missing_episodes
where kind = 'missing' and under_18
