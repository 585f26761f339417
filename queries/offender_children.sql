/*
question = "How many children are linked to possible offenders?"
definition = "Children whom a record links to a possible offender, by whether that person is in a group; by the day of the case."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, table 11"
caveat = "A child linked to a group and to one recorded in no group is counted in both."
measures = ["O2"]
tables = ["nominals", "offending"]
counts = ["children"]

[areas]
home = "the home of a child whom the records link to them"
exploited = "where that child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.kind]
about = "a group, or one who is in none"
values = ["group", "alone"]

[dimensions.children_linked]
about = "children linked in the records"
values = ["none", "1", "2", "3", "4", "5", "6", "7", "8_plus"]
exact_only = true
*/
select
    offending.child, offending.day, victims.home_area as home, exploited_area as exploited, recorded_area as recorded,
    kind, children_linked
from offenders
join offender_parts using (offender, kind)
join offending using (nominal)
left join victims on victims.case_number = offending.case_number and victims.child = offending.child
left join exploited_areas on exploited_areas.case_number = offending.case_number and exploited_areas.child = offending.child
