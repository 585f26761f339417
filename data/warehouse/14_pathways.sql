-- How far a step of a referral had come: within 12 weeks of the referral, later, or not; while it is open, it may still come.
create temp macro step_state(step_on, referred_on, closed_on) as
    case
        when step_on < referred_on then 'before_referral'
        when step_on <= referred_on + 84 then 'in_time'
        when step_on is not null then 'later'
        when closed_on is null then 'waiting'
        else 'not_recorded'
    end;

-- One row for each referral, with its steps. A referral that names no service leads to none, whatever contact was made.
-- `due` is told at the day until which its sender sent.
create table referral_steps as
with newest as (
    select
        child_ref, referral.* exclude (child_ref, sender), cast(least(period_end, as_at) + interval 1 day as date) as until
    from sent.referrals as referral
    join extracts using (sender)
    qualify row_number() over (partition by referral_ref order by as_at desc, sender) = 1
)
select
    children.child, homes_known.home_area, referred_on, referred_on + 84 < until as due,
    step_state(assessment_on, referred_on, closed_on) as assessed,
    step_state(strategy_discussion_on, referred_on, closed_on) as discussed,
    step_state(plan_on, referred_on, closed_on) as planned,
    if(service_ref is null, 'no_service', step_state(first_contact_on, referred_on, closed_on)) as served,
    case
        when source is null then 'not_recorded'
        when upper(source) in (
            '1A', '1B', '1C', '1D', '2A', '2B', '3A', '3B', '3C', '3D', '3E', '3F', '4', '5A', '5B', '5C', '5D', '6', '7', '8', '9'
        ) then upper(source)
        when upper(source) in ('10', 'UNKNOWN') then 'unknown'
        else 'not_listed'
    end as source
from newest
join children using (child_ref)
join homes_known using (child)
order by home_area, referred_on, child;

-- The levels of each assessment tool, as agencies map them to the common one: published facts. A level that was given to
-- fewer than ten children is not among them, so that none is listed because of one child.
create table tool_levels as
select tool || ': ' || local_level as tool_level, tool, local_level, level
from sent.assessments
where level is not null
group by all
having count(distinct child_ref) >= 10
order by tool_level, level;
