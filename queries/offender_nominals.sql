/*
question = "How many possible offenders are recorded in a group, or in none?"
definition = "Possible offenders, by whether they are in a group and by the children linked to them or to their group; by the day of each of their cases."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, table 11"
caveat = "Links are of all records held, not of the period alone."
measures = ["O2"]
tables = ["nominals", "offending"]
counts = ["nominals"]

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
    nominal, day, home_area as home, exploited_area as exploited, recorded_area as recorded, kind, children_linked
from offenders
join offender_parts using (offender, kind)
join nominal_records using (nominal)
