-- Specialist services: published facts, in which no child is, and no pseudonym.
create temp table services_named as
select
    service_ref, service_name, coalesce(kind, 'not_recorded') as kind, coalesce(sector, 'not_recorded') as sector,
    area_code as area, places, opened_on, closed_on, coalesce(for_group, 'all') as for_group
from sent.services
join extracts using (sender)
qualify row_number() over (partition by service_ref order by as_at desc, sender) = 1;

create table services as
select * exclude (service_ref) from services_named order by service_name;

-- Where a child lives: the home, or as for missing episodes the council responsible in the latest one.
create temp table homes_known as
select child, coalesce(children.home_area, max_by(missing_episodes.home_area, started_on)) as home_area
from children
left join missing_episodes using (child)
group by child, children.home_area;

-- One row for each referral of a child, with the kind of service asked for; `until` is the day after the last one told of.
create temp table referrals_known as
select
    children.child, homes_known.home_area,
    if(service_ref is null, 'no_service', coalesce(services_named.kind, 'not_recorded')) as kind,
    referred_on, first_contact_on as started_on, referral.closed_on,
    cast(least(period_end, as_at) + interval 1 day as date) as until
from sent.referrals as referral
join extracts using (sender)
join children using (child_ref)
join homes_known using (child)
left join services_named using (service_ref)
qualify row_number() over (partition by referral_ref order by as_at desc, sender) = 1;

-- One row for each wait of a child for a kind of service: a referral made while another is waiting starts no second wait,
-- and whichever of them is followed by a first contact ends it.
create table service_waits as
with told as (
    select
        *,
        if(started_on < referred_on, referred_on, coalesce(started_on, closed_on, date '9999-12-31')) as over_on
    from referrals_known
),
kept as (
    select told.*
    from told
    where not exists (
        from told as earlier
        where earlier.child = told.child and earlier.kind = told.kind
            and earlier.referred_on < told.referred_on and earlier.over_on > told.referred_on
    )
    qualify row_number() over (
        partition by child, kind, referred_on order by coalesce(started_on, date '9999-12-31'), closed_on nulls last, until desc
    ) = 1
),
joined as (
    select
        kept.* exclude (over_on, started_on),
        coalesce(
            if(kept.started_on < kept.referred_on, kept.started_on, null),
            (
                select min(other.started_on) from told as other
                where other.child = kept.child and other.kind = kept.kind and other.started_on >= kept.referred_on
                    and other.referred_on < coalesce(kept.closed_on, date '9999-12-31')
            )
        ) as started_on
    from kept
),
ended as (
    select
        *,
        case when started_on is null or closed_on < started_on then closed_on end as left_on
    from joined
)
select
    child, kind, home_area, referred_on, until,
    if(left_on is null, started_on, null) as started_on, left_on,
    referred_on + 84 < until as due,
    case
        when started_on < referred_on then 'before_referral'
        when left_on is null and started_on <= referred_on + 84 then 'within_12w'
        when left_on is null and started_on is not null then 'after_12w'
        when left_on is not null then 'closed_unstarted'
        else 'waiting'
    end as standing,
    -- Days from the referral to the first contact; where there is none, to the closing or the end of the data.
    date_diff('day', referred_on, if(left_on is null, coalesce(started_on, until), left_on)) as days
from ended
order by home_area, referred_on, child;

-- When each child was in a service of each kind, and of any: from the first contact until the referral was closed.
create temp table in_service as
with stays as (
    select child, kind, started_on as since, coalesce(closed_on, date '9999-12-31') as until
    from referrals_known
    where started_on is not null and kind <> 'no_service' and started_on < coalesce(closed_on, date '9999-12-31')
),
of_any as (
    select * from stays
    union all
    select child, 'any', since, until from stays
),
marked as (
    select *, max(until) over (
        partition by child, kind order by since, until rows between unbounded preceding and 1 preceding
    ) as reached
    from of_any
),
numbered as (
    select *, sum(if(reached >= since, 0, 1)) over (partition by child, kind order by since, until) as stay
    from marked
)
select child, kind, min(since) as since, max(until) as until from numbered group by child, kind, stay;

-- The spans in which a child who was ever in a service of a kind was in none of that kind.
create temp table out_of_service as
select child, kind, coalesce(lag(until) over (partition by child, kind order by since), date '0001-01-01') as since, since as until
from in_service
union all
select child, kind, max(until), date '9999-12-31' from in_service group by child, kind;

-- Children in need, under 18: at medium or high by their latest assessment, or missing in the year before.
create temp table in_need as
with assessed as (
    select
        child, assessed_on as since, level,
        lead(assessed_on) over (partition by child order by assessed_on, assessment_ref) as next_on
    from sent.assessments
    join children using (child_ref)
),
missed as (
    select child, 'missing' as need, started_on as since from missing_episodes where kind = 'missing' and under_18
    union all
    select child, 'missing_from_care', started_on from missing_episodes where kind = 'missing' and under_18 and in_care
),
marked as (
    select *, max(since) over (
        partition by child, need order by since rows between unbounded preceding and 1 preceding
    ) as before
    from missed
),
numbered as (
    select *, sum(if(before + interval 1 year >= since, 0, 1)) over (partition by child, need order by since) as run
    from marked
),
spans as (
    select child, 'assessed' as need, since, next_on as until from assessed where level in ('medium', 'high')
    union all
    select child, need, min(since), cast(max(since) + interval 1 year as date) from numbered group by child, need, run
)
select
    spans.child, spans.need, spans.since,
    coalesce(least(spans.until, cast(children.birth_month + interval 18 years as date)), date '9999-12-31') as until,
    date_diff('month', children.birth_month, spans.since) // 12 as age
from spans
join children using (child)
where spans.since < coalesce(least(spans.until, cast(children.birth_month + interval 18 years as date)), date '9999-12-31');

create temp table kinds_of_need as
select unnest(['specialist_cse', 'health', 'therapeutic', 'advocacy', 'family_support', 'outreach']) as kind, 'assessed' as need
union all
values ('missing', 'missing'), ('missing', 'missing_from_care');

-- One row for each span of a child in need, and for each kind of service, each span of it in which the child was in none.
create table service_need as
select child, need, null::varchar as kind, since, until, home_area
from in_need
join homes_known using (child)
union all
select
    child, need, kind, greatest(in_need.since, coalesce(gap.since, in_need.since)),
    least(in_need.until, coalesce(gap.until, in_need.until)), home_area
from in_need
join kinds_of_need using (need)
join homes_known using (child)
left join out_of_service as gap using (child, kind)
where gap.since is null or (gap.since < in_need.until and gap.until > in_need.since)
order by home_area, need, kind, since;

-- One row for each span in which a child at medium or high risk was in a service of any kind, or in none.
create table need_reached as
with reached as (
    select child, need, in_need.since, in_need.until, age, 'in_service' as reached, stay.since as from_day, stay.until as to_day
    from in_need join in_service as stay using (child) where stay.kind = 'any'
    union all
    select child, need, in_need.since, in_need.until, age, 'not_in_service', gap.since, gap.until
    from in_need left join (from out_of_service where kind = 'any') as gap using (child)
)
select
    child, reached, greatest(since, coalesce(from_day, since)) as since, least(until, coalesce(to_day, until)) as until, gender,
    age_group(age) as age_group, ethnic_group, disability, homes_known.home_area
from reached
join children using (child)
join homes_known using (child)
where need = 'assessed' and coalesce(from_day, since) < until and coalesce(to_day, until) > since
order by home_area, since, child;
