/*
question = "How many children went missing, and how often?"
definition = "Missing episodes of children under 18 whose whereabouts were not known, by the day on which they started."
source = "Statutory guidance on children who run away or go missing from home or care, 2014; Department for Education, children looked after in England, methodology"
caveat = "Children are counted once in a period, so quarters do not add up to a year, nor areas to their county."
measures = ["M1", "M3", "M4", "M10"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
periods = "months"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
found = "where the child was found"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, found_area as found, police, council
from missing_episodes
where kind = 'missing' and under_18
