/*
question = "Which children in need were in a service of any kind at the end of the period?"
definition = "Children under 18 at medium or high risk by their latest assessment at the end of the last day, by whether they were in a service of any kind then."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011: boys and children of minority ethnic groups are overlooked"
caveat = "Only children who were assessed are counted: who is overlooked earlier is not here. Age is that at the assessment."
measures = ["S4"]
tables = ["referrals", "services", "assessments"]
counts = ["children"]
when = "at_end"
periods = "years"
pairs = [["reached", "gender"], ["reached", "age_group"], ["reached", "ethnic_group"], ["reached", "disability"]]

[areas]
home = "the child's home, or the council responsible"

[dimensions.reached]
about = "whether in a service of any kind"
values = ["in_service", "not_in_service"]

[dimensions.gender]
about = "gender"
values_of = "children.gender"

[dimensions.age_group]
about = "age at the latest assessment"
values = ["under_10", "10-11", "12-13", "14-15", "16-17", "not_recorded"]

[dimensions.ethnic_group]
about = "recorded ethnic group"
codes_of = "ethnic_group"

[dimensions.disability]
about = "whether a disability is recorded"
values_of = "children.disability"
*/
select child, since, until, home_area as home, reached, gender, age_group, ethnic_group, disability
from need_reached
