/*
question = "Which children went missing?"
definition = "Missing episodes of children under 18, by the child's gender, age when the episode started, and recorded ethnic group."
source = "Statutory guidance on children who run away or go missing from home or care, 2014; Department for Education, children looked after in England"
caveat = "A child whose birthday fell between two episodes can be counted at two ages. Records of ethnicity are often missing."
measures = ["M3"]
tables = ["missing_episodes", "children"]
counts = ["children", "episodes"]
whole = "missing"
pairs = [["gender", "age_group"]]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
found = "where the child was found"

[dimensions.gender]
about = "gender"
values_of = "children.gender"

[dimensions.age_group]
about = "age when the episode started"
values = ["under_10", "10-11", "12-13", "14-15", "16-17", "not_recorded"]

[dimensions.ethnic_group]
about = "recorded ethnic group"
codes_of = "ethnic_group"
*/
select
    child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, found_area as found,
    gender, age_group, ethnic_group
from missing_episodes
where kind = 'missing' and under_18
