/*
question = "How many children are in recorded cases?"
definition = "Children in a case, by the day on which the case was recorded."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2"
caveat = "A child in two cases is counted once in the total and once in each kind of case."
measures = ["V1"]
tables = ["cases"]
counts = ["children"]

[areas]
home = "the child's home, or the council responsible"
exploited = "where the child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.source_type]
about = "what kind of record it comes from"
values = ["investigation", "intelligence", "service", "not_recorded"]

[dimensions.model]
about = "the model of exploitation"
values_of = "cases.model"

[dimensions.several_unidentified]
about = "several offenders of whom none is identified"
values_of = "cases.multiple_unidentified_offenders"
*/
select
    child, recorded_on as day, victims.home_area as home, exploited_area as exploited, cases.recorded_area as recorded,
    cases.source_type, cases.model, several_unidentified
from cases
left join victims using (case_number)
left join exploited_areas using (case_number, child)
