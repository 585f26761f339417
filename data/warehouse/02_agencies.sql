-- Agencies that were asked: those listed by anyone, and those that sent an extract.
create table agencies as
with listed as (
    select agency_code as agency, agency_name, agency_type, area_code as area, 1 as standing
    from sent.agencies
    union all
    select sender, agency_name, agency_type, null, 2 from extracts
)
select agency, agency_name, agency_type, area
from listed
qualify row_number() over (partition by agency order by standing, agency_name) = 1;

-- The newest answer of each agency; an agency that sent an extract answered, and one that is only listed did not.
create table answered as
with said as (
    select agency_code as agency, answer, period_start, period_end, null::date as received_on, 1 as standing
    from sent.returns
    union all
    select sender, 'full', period_start, period_end, as_at, 2 from extracts
)
select
    agencies.agency, agencies.agency_name, agencies.agency_type, agencies.area,
    coalesce(said.answer, 'none') as answer, said.period_start, said.period_end,
    coalesce(said.received_on, extracts.as_at) as received_on
from agencies
left join said using (agency)
left join extracts on extracts.sender = agencies.agency
qualify row_number() over (partition by agencies.agency order by said.period_end desc nulls last, standing) = 1
order by agencies.agency_name;
