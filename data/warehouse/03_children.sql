-- One row for every child that any table names, with our own small number for each pseudonym.
create table children as
with named as (
    {{every_child_ref}}
),
known as (
    select * from sent.children
    join extracts using (sender)
    qualify row_number() over (partition by child_ref order by as_at desc, sender) = 1
)
select
    cast(row_number() over (order by child_ref) as integer) as child,
    child_ref,
    record_key(child_ref) as record_key,
    coalesce(known.gender, 'not_recorded') as gender,
    known.birth_month,
    coalesce(known.ethnicity, 'not_recorded') as ethnicity,
    code_of('ethnic_group', code_of('ethnicity', known.ethnicity)) as ethnic_group,
    coalesce(known.nationality, 'not_recorded') as nationality,
    known.home_area,
    coalesce(known.learning_disability, 'not_recorded') as learning_disability,
    coalesce(known.disability, 'not_recorded') as disability,
    coalesce(known.first_language, 'not_recorded') as first_language
from named
left join known using (child_ref);
