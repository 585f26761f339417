-- One row for every possible offender that any table names, with our own small number for each pseudonym. Names come
-- from the police, so where several extracts describe the same one, the newest is kept.
create table nominals as
with named as (
    {{every_nominal_ref}}
),
known as (
    select * from sent.nominals
    join extracts using (sender)
    qualify row_number() over (partition by nominal_ref order by as_at desc, sender) = 1
)
select
    cast(row_number() over (order by nominal_ref) as integer) as nominal,
    nominal_ref,
    record_key(nominal_ref) as record_key,
    coalesce(known.identification, 'not_recorded') as identification,
    coalesce(known.gender, 'not_recorded') as gender,
    known.age, known.age_band,
    coalesce(known.nationality, 'not_recorded') as nationality,
    coalesce(known.ethnicity, 'not_recorded') as ethnicity,
    coalesce(known.known_for_sexual_offences, 'not_recorded') as known_for_sexual_offences,
    coalesce(known.registered_sex_offender, 'not_recorded') as registered_sex_offender,
    coalesce(known.subject_to_order, 'not_recorded') as subject_to_order,
    coalesce(known.position, 'not_recorded') as position,
    known.first_seen_on
from named
left join known using (nominal_ref);
