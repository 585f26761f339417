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

-- What each agency answered for each period it was asked about; an extract is a full answer for the days it covers.
create table answers_given as
with said as (
    select
        agency_code as agency, returns.period_start, returns.period_end, answer, difficulty, 1 as standing, as_at, sender
    from sent.returns as returns
    join extracts using (sender)
    union all
    select sender, period_start, period_end, 'full', null, 2, as_at, sender from extracts
)
select agency, period_start, period_end, answer, difficulty
from said
qualify row_number() over (partition by agency, period_start, period_end order by standing, as_at desc, sender) = 1
order by agency, period_start, period_end;
