/*
question = "How many absences were recorded as away from placement without authorisation?"
definition = "Absences of children under 18 from their placement without authorisation, whereabouts known, by the day on which they started."
source = "SSDA903 and the Standard Safeguarding Dataset"
caveat = "Never added to missing episodes: agencies drift from one kind of recording to the other."
measures = ["M2"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host
from missing_episodes
where kind = 'away' and under_18
