/*
question = "How many children were missing at the end of the period?"
definition = "Children with a missing episode that started on or before the last day of the period and had not ended by the end of that day."
source = "Department for Education, children looked after in England, methodology"
caveat = "A snapshot of one day. Episodes whose end was never recorded stay open."
measures = ["M8"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
when = "at_end"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
*/
select child, episode, started_on as since, ended_on as until, home_area as home, missing_from_area as missing_from, host_area as host
from missing_episodes
where kind = 'missing' and under_18
