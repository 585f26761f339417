-- What the later records of an absence say, to fill the gaps of its first (`arg_min` passes over what is empty).
create temp table later as
select
    absence,
    bool_or(agency_type = 'police') as police,
    bool_or(agency_type = 'childrens_services') as council,
    arg_min(kind, record) as kind,
    arg_min(started_on, record) as started_on,
    arg_min(started_at, record) as started_at,
    arg_min(ended_on, record) as ended_on,
    arg_min(ended_at, record) as ended_at,
    arg_min(missing_from, record) as missing_from,
    arg_min(establishment_ref, record) as establishment_ref,
    arg_min(missing_from_area, record) as missing_from_area,
    arg_min(missing_from_cell, record) as missing_from_cell,
    arg_min(initial_risk, record) as initial_risk,
    arg_min(highest_risk, record) as highest_risk,
    arg_min(found_area, record) as found_area,
    arg_min(found_cell, record) as found_cell,
    arg_min(found_place, record) as found_place,
    arg_min(found_by, record) as found_by,
    arg_min(harm, record) as harm
from absences
join sent.missing_episodes as sent on sent.rowid = absences.sent_row
where record <> absence
group by absence;

create temp table merged as
select
    absence, child, sent.agency_code as agency,
    (agency_type = 'police' or later.police) is true as police,
    (agency_type = 'childrens_services' or later.council) is true as council,
    absences.episode_ref,
    coalesce(sent.kind, later.kind) as kind,
    coalesce(sent.started_on, later.started_on) as started_on,
    coalesce(sent.started_at, later.started_at) as first_started_at,
    coalesce(sent.ended_on, later.ended_on) as ended_on,
    coalesce(sent.ended_at, later.ended_at) as ended_at,
    coalesce(sent.missing_from, later.missing_from) as missing_from,
    coalesce(sent.establishment_ref, later.establishment_ref) as establishment,
    coalesce(sent.missing_from_area, later.missing_from_area) as missing_from_area,
    coalesce(sent.missing_from_cell, later.missing_from_cell) as missing_from_cell,
    coalesce(sent.initial_risk, later.initial_risk) as initial_risk,
    coalesce(sent.highest_risk, later.highest_risk) as highest_risk,
    coalesce(sent.found_area, later.found_area) as found_area,
    coalesce(sent.found_cell, later.found_cell) as found_cell,
    coalesce(sent.found_place, later.found_place) as found_place,
    coalesce(sent.found_by, later.found_by) as found_by,
    coalesce(sent.harm, later.harm) as harm
from absences
join sent.missing_episodes as sent on sent.rowid = absences.sent_row
left join later using (absence)
where record = absence;

-- Times that do not fit the day kept (another agency's record of a night that ran past midnight) are left out.
create temp table timed as
select
    merged.* exclude (first_started_at, ended_at, ended_on),
    if(started_on = cast(local_time(first_started_at) as date), first_started_at, null) as started_at,
    case when ended_at >= coalesce(first_started_at, ended_at) then ended_at end as ended_at,
    if(ended_on >= started_on, ended_on, null) as ended_on
from merged;

-- The stay in care that covered the day on which the episode started; the newest where stays overlap.
create temp table in_stay as
select timed.absence, stay.responsible_area, stay.host_area, stay.placement_type, stay.placed
from timed
join care_episodes as stay
    on stay.child = timed.child
    and stay.since <= timed.started_on
    and coalesce(stay.until, date '9999-12-31') >= timed.started_on
qualify row_number() over (partition by timed.absence order by stay.since desc, stay.until desc nulls first) = 1;

create temp table lengths as
select
    absence,
    (epoch(ended_at) - epoch(started_at)) / 3600 as hours,
    24.0 * (ended_on - started_on - 1) as at_least,
    24.0 * (ended_on - started_on + 1) as at_most
from timed;

-- Narrow rows are sorted to be numbered and compared, so that the wide ones are sorted once.
create temp table numbered as
with episodes as (
    select
        absence, child, kind, started_on, started_at,
        cast(row_number() over (order by children.home_area, in_stay.responsible_area, started_on, episode_ref) as integer)
            as episode
    from timed
    join children using (child)
    left join in_stay using (absence)
)
select
    absence, episode,
    coalesce(
        kind = 'missing' and started_on - lag(started_on, {{repeat_before}}) over (
            partition by child, kind order by started_on, started_at nulls last, episode
        ) < {{repeat_days}},
        false
    ) as repeat_trigger
from episodes;

create table missing_episodes as
with described as (
    select
        episode, absence, timed.child, agency, police, council,
        case when police and council then 'both' when police then 'police_only' when council then 'council_only'
            else 'other_only' end as sent_by,
        kind, started_on, started_at, local_time(started_at) as started_local,
        cast(isodow(started_on) as tinyint) as weekday,
        cast(hour(local_time(started_at)) as tinyint) as hour,
        cast(date_trunc('month', started_on) as date) as month,
        cast((year(started_on) * 12 + month(started_on) - year(birth_month) * 12 - month(birth_month)) // 12 as smallint)
            as age,
        ended_on, ended_at, local_time(ended_at) as ended_local, hours,
        case
            when ended_on is null and ended_at is null then 'still_open'
            when hours is not null then length_band(hours)
            when length_band(greatest(at_least, 0)) = length_band(at_most - 0.001) then length_band(at_least)
            else 'not_timed'
        end as duration,
        coalesce(missing_from, 'not_recorded') as missing_from,
        establishment, missing_from_area, missing_from_cell,
        coalesce(initial_risk, 'not_recorded') as initial_risk,
        coalesce(highest_risk, 'not_recorded') as highest_risk,
        found_area, found_cell,
        coalesce(found_place, 'not_recorded') as found_place,
        coalesce(found_by, 'not_recorded') as found_by,
        coalesce(harm, 'not_recorded') as harm,
        coalesce(children.home_area, in_stay.responsible_area) as home_area,
        children.gender, children.ethnic_group,
        in_stay.absence is not null as in_care,
        in_stay.responsible_area, in_stay.host_area,
        coalesce(in_stay.placement_type, 'not_recorded') as placement_type,
        coalesce(in_stay.placed, 'not_recorded') as placed,
        repeat_trigger
    from timed
    join numbered using (absence)
    join children using (child)
    join lengths using (absence)
    left join in_stay using (absence)
)
select
    described.* exclude (repeat_trigger), age_group(age) as age_group, coalesce(age < 18, true) as under_18, repeat_trigger
from described
order by home_area, started_on, episode;

-- What happened at a place that an agency has marked counts in the area above its ward.
update missing_episodes set found_area = areas.parent
from areas
where areas.area = found_area and areas.level = 'ward' and found_cell in (from left_out_cells);
update missing_episodes set missing_from_area = areas.parent
from areas
where areas.area = missing_from_area and areas.level = 'ward' and missing_from_cell in (from left_out_cells);
