/*
question = "What is known of the possible offenders who are identified?"
definition = "Possible offenders of whom a full name or initials (group 1), or a given name or alias only (group 2), is known. Those without a name are counted, never profiled."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, tables 1 to 4"
caveat = "The assessment drew no conclusion about ethnicity: the data were too inconsistent. Groups 1 and 2 are read side by side, with the share that is unknown."
measures = ["O1", "O4"]
tables = ["nominals"]
counts = ["nominals"]
pairs = [
    ["identification", "gender"],
    ["identification", "age_band"],
    ["identification", "nationality"],
    ["identification", "ethnicity"],
    ["identification", "ethnic_group"],
    ["identification", "position"],
    ["identification", "known_for_sexual_offences"],
    ["identification", "registered_sex_offender"],
    ["identification", "subject_to_order"],
]

[areas]
home = "the home of a child whom the records link to them"
exploited = "where that child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.identification]
about = "how they are identified"
values = ["1", "2"]

[dimensions.gender]
about = "gender as recorded"
values_of = "nominals.gender"

[dimensions.age_band]
about = "age in the bands of the assessment, which overlap as printed"
values = ["under_17", "18-24", "25-30", "30-34", "35-40", "40-44", "45-50", "50-54", "55-60", "60-64", "65-70", "70_plus", "unknown", "not_recorded"]

[dimensions.nationality]
about = "nationality as recorded"
codes_of = "nationality"

[dimensions.ethnicity]
about = "ethnicity as recorded"
codes_of = "ethnicity"

[dimensions.ethnic_group]
about = "broad ethnic group"
codes_of = "ethnic_group"

[dimensions.position]
about = "work that gives access to children"
values_of = "nominals.position"

[dimensions.known_for_sexual_offences]
about = "whether known for sexual offences before"
values_of = "nominals.known_for_sexual_offences"

[dimensions.registered_sex_offender]
about = "whether a registered sex offender"
values_of = "nominals.registered_sex_offender"

[dimensions.subject_to_order]
about = "whether subject to an order"
values_of = "nominals.subject_to_order"
*/
select
    nominal, day, home_area as home, exploited_area as exploited, recorded_area as recorded,
    identification, gender, age_band, nationality, ethnicity, ethnic_group, position, known_for_sexual_offences,
    registered_sex_offender, subject_to_order
from nominal_records
join nominals using (nominal)
where identification in ('1', '2')
