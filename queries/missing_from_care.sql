/*
question = "How many children went missing while in care?"
definition = "Missing episodes that started during a stay in care."
source = "Department for Education, children looked after in England, methodology"
caveat = "A stay counts if it covers the day on which the episode started."
measures = ["M5"]
tables = ["missing_episodes", "care_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host
from missing_episodes
where kind = 'missing' and under_18 and in_care
