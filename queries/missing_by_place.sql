/*
question = "What kind of place did children go missing from?"
definition = "Missing episodes of children under 18, by the kind of place that the child went missing from."
source = "Statutory guidance on children who run away or go missing from home or care, 2014; SSDA903"
caveat = "A child who went missing from two kinds of place is counted in both."
measures = ["M11"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.place]
about = "the kind of place the child went missing from"
values_of = "missing_episodes.missing_from"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, missing_from as place
from missing_episodes
where kind = 'missing' and under_18
