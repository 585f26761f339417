-- Stays in care. `placed` compares councils, not wards: a move within one council is not out of area.
create table care_episodes as
with councils as (
    select area_tree.area, area_tree.ancestor as council
    from area_tree
    join areas on areas.area = area_tree.ancestor
    where areas.level = 'local_authority'
),
stays as (
    select distinct on (child_ref, started_on, placement_type, establishment_ref)
        children.child, stay.started_on as since, stay.ended_on as until,
        stay.responsible_area, stay.host_area,
        coalesce(children.home_area, stay.responsible_area) as home_area,
        coalesce(stay.placement_type, 'not_recorded') as placement_type,
        stay.establishment_ref as establishment
    from sent.care_episodes as stay
    join children using (child_ref)
    order by child_ref, started_on, placement_type, establishment_ref, ended_on desc nulls first
)
select
    stays.*,
    case
        when host_area is null then 'not_recorded'
        when coalesce(responsible.council, responsible_area) = coalesce(host.council, host_area) then 'own_area'
        else 'out_of_area'
    end as placed
from stays
left join councils as responsible on responsible.area = stays.responsible_area
left join councils as host on host.area = stays.host_area
order by child, since;
