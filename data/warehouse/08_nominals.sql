-- One row for every possible offender that any table names, with our own small number for each pseudonym; where several
-- extracts describe the same one, the newest is kept. The bands of table 2 of the 2011 assessment overlap as printed:
-- an age, or a band that was sent in its place, falls in the one that starts last at or below it.
create table nominals as
with named as (
    {{every_nominal_ref}}
),
known as (
    select
        *,
        coalesce(age, case
            when regexp_matches(lower(age_band), '^(<|under)') then 0
            else try_cast(regexp_extract(age_band, '^[0-9]+') as integer)
        end) as age_from
    from sent.nominals
    join extracts using (sender)
    qualify row_number() over (partition by nominal_ref order by as_at desc, sender) = 1
)
select
    cast(row_number() over (order by nominal_ref) as integer) as nominal,
    nominal_ref,
    record_key(nominal_ref) as record_key,
    coalesce(known.identification, 'not_recorded') as identification,
    coalesce(known.gender, 'not_recorded') as gender,
    case
        when age_from < 18 then 'under_17' when age_from < 25 then '18-24' when age_from < 30 then '25-30'
        when age_from < 35 then '30-34' when age_from < 40 then '35-40' when age_from < 45 then '40-44'
        when age_from < 50 then '45-50' when age_from < 55 then '50-54' when age_from < 60 then '55-60'
        when age_from < 65 then '60-64' when age_from < 70 then '65-70' when age_from >= 70 then '70_plus'
        when lower(known.age_band) = 'unknown' then 'unknown' else 'not_recorded'
    end as age_band,
    code_of('nationality', known.nationality) as nationality,
    code_of('ethnicity', known.ethnicity) as ethnicity,
    code_of('ethnic_group', code_of('ethnicity', known.ethnicity)) as ethnic_group,
    coalesce(known.known_for_sexual_offences, 'not_recorded') as known_for_sexual_offences,
    coalesce(known.registered_sex_offender, 'not_recorded') as registered_sex_offender,
    coalesce(known.subject_to_order, 'not_recorded') as subject_to_order,
    coalesce(known.position, 'not_recorded') as position,
    coalesce(known.first_seen_on, known.period_end) as first_seen_on
from named
left join known using (nominal_ref);
