/*
question = "Which children were identified as victims, or as at risk?"
definition = "Children in a case, by the day on which they were identified. Every child of every case: what is unknown, not recorded or does not apply is shown."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, tables 7 to 10, 12 and 13"
caveat = "A child identified twice in the period, and described differently, is counted in both. At risk is never counted as harmed."
measures = ["V1"]
tables = ["victims"]
counts = ["children"]
pairs = [
    ["gender", "age"], ["gender", "age_group"], ["gender", "ethnic_group"], ["gender", "harm"], ["gender", "model"],
    ["gender", "identified_by"], ["gender", "learning_disability"], ["age_group", "harm"], ["age_group", "model"],
    ["harm", "model"], ["harm", "identified_by"], ["model", "identified_by"], ["model", "learning_disability"],
]

[areas]
home = "the child's home, or the council responsible"
exploited = "where the child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.gender]
about = "gender as recorded"
values_of = "children.gender"

[dimensions.age]
about = "age when first known to an agency"
values = ["under_10", "10", "11", "12", "13", "14", "15", "16", "17", "18_plus", "not_recorded"]

[dimensions.age_group]
about = "age when first known to an agency, in bands"
values = ["under_10", "10-11", "12-13", "14-15", "16-17", "18_plus", "not_recorded"]

[dimensions.ethnicity]
about = "ethnicity as recorded"
codes_of = "ethnicity"

[dimensions.ethnic_group]
about = "broad ethnic group"
codes_of = "ethnic_group"

[dimensions.nationality]
about = "nationality as recorded"
codes_of = "nationality"

[dimensions.harm]
about = "what is known of the harm; at risk is not harmed"
values_of = "victims.harm_status"

[dimensions.model]
about = "the model of exploitation"
values_of = "cases.model"

[dimensions.source_type]
about = "what kind of record the child was found in"
values = ["investigation", "intelligence", "service", "not_recorded"]

[dimensions.identified_by]
about = "who identified the child"
codes_of = "identified_by"

[dimensions.living]
about = "where the child lived when identified"
codes_of = "living"

[dimensions.living_group]
about = "where the child lived, in broad groups"
codes_of = "living_group"

[dimensions.moved_into_care]
about = "whether the child was moved into care because of it"
values_of = "victims.moved_into_care"

[dimensions.ever_missing]
about = "whether the child has ever been reported missing"
values_of = "victims.ever_missing"

[dimensions.missing_began]
about = "whether going missing began before or after the exploitation"
values_of = "victims.missing_began"

[dimensions.school]
about = "engagement with school"
codes_of = "school"

[dimensions.learning_disability]
about = "whether a learning disability is recorded"
values_of = "children.learning_disability"

[dimensions.offending_history]
about = "whether the child has a record of offending"
values_of = "victims.offending_history"

[dimensions.moved_between_towns]
about = "whether the child was moved between towns"
values_of = "victims.moved_between_towns"

[dimensions.place_known]
about = "whether any place is known where the child was exploited"
values = ["yes", "no"]
*/
select
    child, identified_on as day, home_area as home, exploited_area as exploited, recorded_area as recorded,
    gender, age, age_group, ethnicity, ethnic_group, nationality, harm, model, source_type, identified_by, living, living_group,
    moved_into_care, ever_missing, missing_began, school, learning_disability, offending_history, moved_between_towns,
    place_known
from victims
join exploited_areas using (case_number, child)
