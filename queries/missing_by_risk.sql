/*
question = "How was the risk graded when children went missing?"
definition = "Missing episodes by the grade of risk first given and by the highest grade given."
source = "National Crime Agency, missing persons data report"
caveat = "Grades are a series: agencies grade differently, and a grade may be changed during the episode."
measures = ["M13"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.initial_risk]
about = "the grade first given"
values_of = "missing_episodes.initial_risk"

[dimensions.highest_risk]
about = "the highest grade given"
values_of = "missing_episodes.highest_risk"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, initial_risk, highest_risk
from missing_episodes
where kind = 'missing' and under_18
