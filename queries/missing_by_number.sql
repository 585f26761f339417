/*
question = "How many children went missing more than once in the period?"
definition = "Children who went missing, by the number of missing episodes that they started in the period; and the share of episodes held by the tenth with most."
source = "CEOP thematic assessment 2011, case study 7; Department for Education, children looked after in England, methodology"
caveat = "The number is of episodes in this period and area: a child can be a repeat in a year and not in any quarter of it."
measures = ["M6", "M7"]
tables = ["missing_episodes"]
counts = ["children", "episodes", "top_tenth"]
scope = "missing"
pair = false

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.number]
about = "the number of missing episodes in the period"
values = ["1", "2", "3-4", "5-9", "10+"]

[dimensions.repeated]
about = "whether the child went missing more than once"
values = ["once", "more_than_once"]
*/
select
    *,
    case when episodes = 1 then '1' when episodes = 2 then '2' when episodes <= 4 then '3-4'
        when episodes <= 9 then '5-9' else '10+' end as number,
    case when episodes = 1 then 'once' else 'more_than_once' end as repeated
from scoped
