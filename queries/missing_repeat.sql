/*
question = "How many children went missing three times or more in 90 days?"
definition = "Children who started an episode in the period that was at least their third within 90 days, wherever the earlier ones were."
source = "Setting of this partnership; Derbyshire uses three in 30 days (CEOP 2011)"
caveat = "Earlier episodes may lie before the period. The numbers three and 90 are settings, fixed when data is loaded."
measures = ["M6"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host
from missing_episodes
where kind = 'missing' and under_18 and repeat_trigger
