create table indicators as
select distinct
    children.child, noted_on,
    code_of('indicator', indicator) as indicator,
    code_of('domain', domain) as domain,
    children.gender, children.home_area,
    agencies.area as recorded_area
from sent.indicators
join children using (child_ref)
left join agencies on agencies.agency = agency_code;

-- One row for each act of disruption, with its state on the last day of the data. `ended_on` is the day on which it stopped
-- being live. A breach noted after an act expired is no breach of a live one, and has a state of its own.
create table disruptions as
with newest as (
    select * from sent.disruptions
    join extracts using (sender)
    qualify row_number() over (partition by disruption_ref order by as_at desc, sender) = 1
)
select
    cast(row_number() over (order by disruption_ref) as integer) as disruption,
    record_key(disruption_ref) as record_key,
    nominals.nominal, children.child,
    coalesce(kind, 'not_recorded') as kind,
    issued_on, expires_on, breached_on,
    case
        when breached_on <= coalesce(expires_on, breached_on) then 'breached'
        when expires_on < coverage.until then if(breached_on is null, 'expired', 'noted_after')
        else 'live'
    end as state,
    least(expires_on, breached_on) as ended_on, -- a null is left out
    area_code as area, children.home_area
from newest
left join nominals using (nominal_ref)
left join children using (child_ref)
cross join coverage;

-- Spans in which an assessment was a child's latest one, before the next was due and after: two rows at most for each.
create table assessed_spans as
with assessments as (
    select
        child, home_area, birth_month, assessed_on, coalesce(level, 'not_recorded') as level,
        coalesce(next_due_on, assessed_on + 42) as due_on,
        lead(assessed_on) over (partition by child order by assessed_on, assessment_ref) as next_on
    from sent.assessments
    join children using (child_ref)
),
ended as materialized (
    select *, least(next_on, cast(birth_month + interval 18 years as date)) as until from assessments
)
select child, assessed_on as since, least(until, due_on) as until, home_area, level, 'in_date' as review
from ended
union all
select child, due_on, until, home_area, level, 'overdue'
from ended
where until is null or until > due_on
order by home_area, since;
