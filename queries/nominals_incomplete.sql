/*
question = "Of how many possible offenders was a field left out?"
definition = "Possible offenders by each field that was left empty or given as unknown, by the day of each case that they are linked to, or the day first seen where there is none."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2; recording template, recommendation 4"
caveat = "Of those who are known by no name, little else can be known: they are among them."
measures = ["Q1"]
tables = ["nominals"]
counts = ["nominals"]
periods = "years"
smallest_level = "all"

[areas]
home = "the home of a child whom the records link to them"

[dimensions.field]
about = "the field that was left out"
values = ["gender", "age_band", "nationality", "ethnicity", "position"]
*/
with gaps as (
    select nominal, [
        if(gender in ('unknown', 'not_recorded'), 'gender', null),
        if(age_band in ('unknown', 'not_recorded'), 'age_band', null),
        if(nationality in ('unknown', 'not_recorded'), 'nationality', null),
        if(ethnicity in ('unknown', 'not_recorded'), 'ethnicity', null),
        if(position in ('unknown', 'not_recorded'), 'position', null)
    ] as fields
    from nominals
)
select nominal, day, home_area as home, unnest(list_distinct(fields)) as field
from nominal_records
join gaps using (nominal)
