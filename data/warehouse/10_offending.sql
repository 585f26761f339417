-- Each possible offender in each case, with each child that a record links them to; a record may name no child.
create table offending as
select distinct
    cases.case_number, nominals.nominal, children.child,
    coalesce(sent.offending.role, 'not_recorded') as role,
    coalesce(cases.recorded_on, sent.offending.first_on, nominals.first_seen_on) as day
from sent.offending
join cases using (case_ref)
join nominals using (nominal_ref)
left join children using (child_ref);

-- The days and areas by which a possible offender is counted: those of the cases, or the day first seen where
-- there is no case. A link without a child has the areas of every child in the case.
create table nominal_records as
select distinct
    offending.nominal, offending.day,
    victims.home_area, exploited_areas.exploited_area,
    coalesce(cases.recorded_area, victims.recorded_area) as recorded_area
from offending
join cases using (case_number)
left join victims
    on victims.case_number = offending.case_number and coalesce(offending.child, victims.child) = victims.child
left join exploited_areas
    on exploited_areas.case_number = victims.case_number and exploited_areas.child = victims.child
union all
select nominal, first_seen_on, null, null, null
from nominals
where nominal not in (select nominal from offending);

-- What each possible offender is linked to, whatever the day: children, and through whom.
create temp table nominal_children as
select distinct nominal, child from offending where child is not null;

create table group_members as
select
    cast(dense_rank() over (order by group_ref) as integer) as offender_group,
    nominals.nominal,
    coalesce(max(standing), 'not_recorded') as standing
from sent.groups
join nominals using (nominal_ref)
group by group_ref, nominals.nominal;

create temp table group_children as
select distinct offender_group, child from group_members join nominal_children using (nominal);

-- Two groups that share children: as many as they share.
create table groups_sharing as
select one.offender_group, other.offender_group as other_group, count(*) as children
from group_children as one
join group_children as other on other.child = one.child and other.offender_group <> one.offender_group
group by all;

-- A group's size and ethnic composition are worked out from its members; nobody is left out because little is known.
create table groups as
with members as (
    select
        offender_group,
        count(*) as nominals,
        cast(sum(record_key) % 4294967296 as uinteger) as record_key,
        case
            when bool_or(ethnic_group in ('unknown', 'not_applicable', 'not_listed', 'not_recorded')) then 'some_unknown'
            when count(distinct ethnic_group) > 1 then 'more_than_one'
            when min(ethnic_group) in ('white', 'black', 'asian') then 'all_' || min(ethnic_group)
            else 'all_other'
        end as composition
    from group_members join nominals using (nominal)
    group by offender_group
),
links as (
    select
        offender_group, sum(linked) as links, count(*) as members_linked, list_sum(max(linked, 2)) as two_largest
    from (
        select offender_group, nominal, count(*) as linked
        from group_members join nominal_children using (nominal)
        group by all
    )
    group by offender_group
),
crossed as (
    select offender_group, count(distinct coalesce(council.ancestor, exploited_area)) as areas
    from group_members
    join nominal_records using (nominal)
    left join (
        select area_tree.area, ancestor from area_tree join areas on areas.area = ancestor where level = 'local_authority'
    ) as council on council.area = exploited_area
    group by offender_group
)
select
    members.offender_group, members.record_key, members.nominals,
    coalesce(linked.children, 0) as children,
    coalesce(sharing.groups, 0) as groups_sharing,
    if(nominals >= 8, '8_plus', cast(nominals as varchar)) as size,
    if(nominals >= 10, '10_plus', 'under_10') as size_band,
    if(linked.children >= 10, '10_plus', 'under_10') as children_band,
    composition,
    case when crossed.areas is null or crossed.areas = 0 then 'not_recorded' when crossed.areas >= 4 then '4_plus'
        else cast(crossed.areas as varchar) end as areas_crossed,
    case when links is null then 'none_linked' when members_linked < 4 then 'few_linked'
        when 100 * two_largest >= 69 * links then 'two_hold_69' when 2 * two_largest >= links then 'two_hold_half' else 'spread' end as centralisation,
    if(sharing.groups is null, 'no', 'yes') as shares_children
from members
left join links using (offender_group)
left join crossed using (offender_group)
left join (select offender_group, count(*) as children from group_children group by all) as linked using (offender_group)
left join (select offender_group, count(*) as groups from groups_sharing group by all) as sharing using (offender_group);

alter table nominals add column membership varchar;
update nominals set membership = case
    when nominal in (select nominal from group_members group by nominal having count(*) > 1) then 'in_several'
    when nominal in (select nominal from group_members) then 'in_one'
    when exists (from sent.groups) then 'alone'
    else 'not_recorded'
end;

-- Offenders as table 11 of the assessment counts them: a group, or a possible offender who is in none.
create table offender_parts as
select offender_group as offender, 'group' as kind, nominal from group_members
union all
select
    cast((select count(*) from groups) + row_number() over (order by nominal) as integer), 'alone', nominal
from nominals
where membership not in ('in_one', 'in_several');

create table offenders as
select
    offender, kind,
    cast(sum(record_key) % 4294967296 as uinteger) as record_key,
    coalesce(any_value(linked.children), 0) as children,
    case when any_value(linked.children) is null then 'none' when any_value(linked.children) >= 8 then '8_plus'
        else cast(any_value(linked.children) as varchar) end as children_linked
from offender_parts
join nominals using (nominal)
left join (
    select offender, count(distinct child) as children from offender_parts join nominal_children using (nominal) group by all
) as linked using (offender)
group by offender, kind;

-- How many groups a child is linked to.
create table children_groups as
select child, count(*) as groups from group_children group by child;
