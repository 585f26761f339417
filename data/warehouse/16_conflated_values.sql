-- Nationalities and ethnicities as each agency gave them, where the words are none, or are the other of the two. Words are judged
-- once each; 'African' and 'British Asian' are no nationalities, and name what was meant to stand in the other column.
create temp table judged as
with words as (
    select distinct nationality, ethnicity from sent.children
),
coded as (
    select
        *,
        code_of('nationality', nationality) as as_nationality,
        code_of('ethnicity', ethnicity) as as_ethnicity,
        code_of('nationality', ethnicity) as ethnicity_as_nationality,
        code_of('ethnicity', nationality) as nationality_as_ethnicity
    from words
)
select
    nationality, ethnicity,
    list_distinct([ -- a null is left out
        case
            when as_nationality <> 'not_listed' then null
            when nationality_as_ethnicity <> 'not_listed'
                or regexp_matches(lower(nationality), '\b(white|black|asian|african|caribbean|arab|mixed|gypsy|roma|traveller)\b')
                then 'ethnicity_as_nationality'
            else 'no_nationality'
        end,
        case
            when as_ethnicity <> 'not_listed' then null
            when ethnicity_as_nationality <> 'not_listed' then 'nationality_as_ethnicity'
            else 'no_ethnicity'
        end
    ]) as conflated
from coded;

create table conflated_values as
select child_ref, sender, unnest(conflated) as conflated
from sent.children
join judged
    on judged.nationality is not distinct from children.nationality and judged.ethnicity is not distinct from children.ethnicity
where len(conflated) > 0;
