/*
question = "How many children are linked to each possible offender or group?"
definition = "Groups, and possible offenders who are in no group, by the number of children whom any record links to them; by the day of each of their cases."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, table 11"
caveat = "Links are of all records held, not of the period alone. A record that names no child links nobody."
measures = ["O2"]
tables = ["nominals", "offending"]
counts = ["offenders"]
behind = ["offender_nominals", "offender_children"]

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
    offender, day, home_area as home, exploited_area as exploited, recorded_area as recorded, kind, children_linked
from offenders
join offender_parts using (offender, kind)
join nominal_records using (nominal)
