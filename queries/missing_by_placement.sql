/*
question = "How many episodes were of children placed outside their own council?"
definition = "Missing episodes that started during a stay in care, by whether the council of the placement is the council responsible. Counted by placement area, 'out of area' means hosted from elsewhere."
source = "Independent Inquiry into Child Sexual Abuse, organised networks report, 2022; Department for Education, children looked after in England, methodology"
caveat = "Children hosted from elsewhere are the usual blind spot: the responsible council may not have sent its records."
measures = ["M12"]
tables = ["missing_episodes", "care_episodes"]
counts = ["children", "episodes"]
whole = "missing_from_care"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.placed]
about = "whether the placement was in the responsible council's own area"
values = ["own_area", "out_of_area", "not_recorded"]
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, placed
from missing_episodes
where kind = 'missing' and under_18 and in_care
