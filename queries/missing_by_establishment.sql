/*
question = "From what kinds of establishment did children in care go missing?"
definition = "Missing episodes that started during a stay in care, by the kind of placement."
source = "Department for Education, children looked after in England, methodology"
caveat = "Extracts hold no number of places, so episodes are set against the children placed there in the period. Single homes are never shown."
measures = ["M17"]
tables = ["missing_episodes", "care_episodes"]
counts = ["children", "episodes"]
whole = "missing_from_care"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.placement]
about = "the kind of placement"
values_of = "care_episodes.placement_type"
*/
select child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, placement_type as placement
from missing_episodes
where kind = 'missing' and under_18 and in_care
