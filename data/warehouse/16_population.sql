-- Residents under 18 as published: of each area, the newest year of the newest extract that has any.
create table population as
with newest as (
    select * from sent.population
    join extracts using (sender)
    qualify dense_rank() over (partition by area_code order by as_at desc, sender, year desc) = 1
)
select
    area_code as area, year, if(age_band = 'under_10', age_band, replace(age_band, '_', '-')) as age_group, gender,
    code_of('ethnic_group', code_of('ethnicity', ethnicity)) as ethnic_group, cast(sum(persons) as integer) as persons
from newest
group by all
order by all;
