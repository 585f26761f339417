/*
question = "How often was harm recorded while a child was missing?"
definition = "Missing episodes that have ended, by the harm recorded."
source = "CEOP thematic assessment 2011 (about 1 in 12 known to be harmed)"
caveat = "Harm not recorded is not the same as no harm."
measures = ["M14"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.harm]
about = "the harm recorded"
values_of = "missing_episodes.harm"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, harm
from missing_episodes
where kind = 'missing' and under_18 and duration <> 'still_open'
