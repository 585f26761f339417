-- One row for every case that any table names. Its area is the one that the recording agency serves.
create table cases as
with named as (
    {{every_case_ref}}
),
known as (
    select * from sent.cases
    join extracts using (sender)
    qualify row_number() over (partition by case_ref order by as_at desc, sender) = 1
)
select
    cast(row_number() over (order by case_ref) as integer) as case_number,
    case_ref,
    record_key(case_ref) as record_key,
    coalesce(known.source_type, 'not_recorded') as source_type,
    coalesce(known.model, 'not_recorded') as model,
    coalesce(known.multiple_unidentified_offenders, 'not_recorded') as several_unidentified,
    known.recorded_on, known.first_known_on,
    agencies.area as recorded_area
from named
left join known using (case_ref)
left join agencies on agencies.agency = coalesce(known.agency_code, known.sender);

-- The area of a child's home; where it is not recorded, that of the council responsible on the day.
create temp table victim_homes as
select victim.child_ref, victim.case_ref, arg_max(stay.responsible_area, stay.since) as responsible_area
from sent.victims as victim
join children using (child_ref)
join care_episodes as stay
    on stay.child = children.child
    and stay.since <= victim.identified_on
    and coalesce(stay.until, date '9999-12-31') >= victim.identified_on
group by all;

-- One row for each child in a case. `age` is the one at which the child was first known, whatever the case.
create table victims as
with newest as (
    select * from sent.victims
    join extracts using (sender)
    qualify row_number() over (partition by case_ref, child_ref order by as_at desc, sender) = 1
),
described as (
    select
        cases.case_number, children.child, identified_on,
        coalesce(
            age_when_identified,
            (year(identified_on) * 12 + month(identified_on) - year(birth_month) * 12 - month(birth_month)) // 12
        ) as age_then,
        code_of('identified_by', identified_by) as identified_by,
        coalesce(harm_status, 'not_recorded') as harm,
        coalesce(ever_missing, 'not_recorded') as ever_missing,
        coalesce(missing_began, 'not_recorded') as missing_began,
        code_of('living', living_circumstances) as living,
        coalesce(moved_into_care, 'not_recorded') as moved_into_care,
        code_of('school', school_engagement) as school,
        coalesce(moved_between_towns, 'not_recorded') as moved_between_towns,
        coalesce(offending_history, 'not_recorded') as offending_history,
        cases.source_type, cases.model,
        children.gender, children.learning_disability,
        code_of('nationality', children.nationality) as nationality,
        code_of('ethnicity', children.ethnicity) as ethnicity,
        children.ethnic_group,
        coalesce(children.home_area, victim_homes.responsible_area) as home_area,
        coalesce(cases.recorded_area, agencies.area) as recorded_area
    from newest
    join cases using (case_ref)
    join children using (child_ref)
    left join victim_homes using (case_ref, child_ref)
    left join agencies on agencies.agency = newest.sender
),
aged as (
    select *, arg_min(age_then, identified_on) over (partition by child) as age_first from described
)
select
    * exclude (age_then, age_first),
    case
        when age_first is null then 'not_recorded' when age_first < 10 then 'under_10' when age_first >= 18 then '18_plus'
        else cast(age_first as varchar)
    end as age,
    age_group(age_first) as age_group,
    ethnic_group,
    code_of('living_group', living) as living_group
from aged
order by home_area, identified_on, child;

-- One row for each place of each child in a case: a place of the whole case is one of each child in it, and a child
-- without any has one row, of a place not recorded.
create table victim_places as
with places as (
    select distinct
        cases.case_number, children.child,
        coalesce(place.role, 'not_recorded') as happened,
        coalesce(place.place, 'not_recorded') as place,
        coalesce(ward.parent, place.area_code) as area,
        place.cell, place.seen_hour
    from sent.locations as place
    join cases using (case_ref)
    left join children using (child_ref)
    left join areas as ward -- a place that an agency has marked counts in the area above its ward
        on ward.area = place.area_code and ward.level = 'ward' and place.cell in (from left_out_cells)
)
select
    victims.case_number, victims.child, victims.identified_on,
    coalesce(places.happened, 'not_recorded') as happened,
    coalesce(places.place, 'not_recorded') as place,
    case places.place when 'taxi' then 'vehicle' else coalesce(places.place, 'not_recorded') end as place_group,
    places.area, places.cell, places.seen_hour,
    victims.home_area, victims.recorded_area, victims.gender, victims.age_group
from victims
left join places on places.case_number = victims.case_number and coalesce(places.child, victims.child) = victims.child;

-- Whether any kind of place is known where the child was exploited, in whatever case.
alter table victims add column place_known varchar;
update victims set place_known = if(
    child in (
        select child from victim_places
        where happened = 'exploitation' and place not in ('unknown', 'not_applicable', 'not_recorded')
    ), 'yes', 'no');

-- Where each child of a case was exploited; null where that is not known.
create table exploited_areas as
select distinct victims.case_number, victims.child, place.area as exploited_area
from victims
left join victim_places as place
    on place.case_number = victims.case_number and place.child = victims.child
    and place.happened = 'exploitation' and place.area is not null;
