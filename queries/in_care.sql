/*
question = "How many children were in care?"
definition = "Children with a stay in care that touches the period, whatever its length, by the kind of placement."
source = "Department for Education, children looked after in England, methodology"
caveat = "A child who moved is counted once in the total and once in each kind of placement."
measures = ["M5", "M17"]
tables = ["care_episodes"]
counts = ["children"]
when = "stay"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.placement]
about = "the kind of placement"
values_of = "care_episodes.placement_type"
*/
select child, since, until, home_area as home, host_area as missing_from, host_area as host, placement_type as placement
from care_episodes
