-- One row for each area; where several agencies send the same area, the newest extract's words are kept.
create table areas as
select
    area_code as area, area_name, level, parent_code as parent,
    population_0_17, population_10_17
from sent.areas
join extracts using (sender)
qualify row_number() over (partition by area_code order by as_at desc, sender) = 1
order by area_code;

-- Each area with itself and everything above it. 'all' is above everything, known or not.
create table area_tree as
with recursive above as (
    select area, area as ancestor, parent from areas
    union all
    select above.area, areas.area, areas.parent
    from above join areas on areas.area = above.parent
)
select area, ancestor from above
union all
select area, 'all' from areas
union all
values ('unknown', 'unknown'), ('unknown', 'all');

-- The outline of an area as the newest extract that brings one has it: the rings of its polygons, as text.
create table outlines as
select area_code as area, outline
from sent.outlines
join extracts using (sender)
where area_code in (select area from areas)
qualify row_number() over (partition by area_code order by as_at desc, sender) = 1
order by area_code;

-- What a journey tells an area by: its district, or its council where it lies in none; a larger area by itself.
create table towns as
with above as (
    select area_tree.area, areas.area as ancestor, areas.level
    from area_tree
    join areas on areas.area = area_tree.ancestor
)
select
    area,
    coalesce(
        max(ancestor) filter (level = 'district'), max(ancestor) filter (level = 'local_authority'),
        max(ancestor) filter (level = 'police_force'), max(ancestor) filter (level = 'country')
    ) as town,
    max(ancestor) filter (level = 'local_authority') as council,
    max(ancestor) filter (level = 'police_force') as force
from above
group by area;

-- Which boundaries lie between any two of them. A council with districts is not one town; an area that is in no force area
-- that was sent lies outside the one that was.
create table crossings as
with whole as (
    select
        town, level, force,
        coalesce(council, if(level = 'district', town, null)) as council,
        town in (select parent from areas where level = 'district' and parent is not null) as has_districts
    from towns
    join areas on areas.area = town
    where town = towns.area
)
select
    start.town as from_town, place.town as to_town,
    case
        when start.town = place.town and start.council is not null and not start.has_districts then 'same_town'
        when start.council = place.council then 'same_council'
        when start.force is distinct from place.force then 'other_force'
        when start.council is null or place.council is null then 'not_recorded'
        else 'other_council'
    end as crossing
from whole as start
cross join whole as place;
