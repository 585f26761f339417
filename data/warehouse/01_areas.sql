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
