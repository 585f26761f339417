/*
question = "How long were children missing?"
definition = "Missing episodes by their true length, clock changes allowed for; open ones and those without times apart."
source = "Department for Education, children looked after in England, methodology"
caveat = "Bands under a day need a start and an end time. Lengths are very uneven, so bands say more than a mean."
measures = ["M9"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.duration]
about = "how long the episode lasted"
values = ["under_8h", "8_24h", "24_48h", "48_72h", "3_7d", "7_28d", "28d_plus", "still_open", "not_timed"]
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, duration
from missing_episodes
where kind = 'missing' and under_18
