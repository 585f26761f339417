-- What each board said of its arrangements, and of which day: published facts, in which no child is, and no pseudonym.
create table arrangements as
select
    area_code as area, sent.partnership.as_at, sub_group, lead_professional, current_protocol, coordinator, disruption_plan,
    multi_agency_team, collects_data
from sent.partnership
join extracts using (sender)
qualify row_number() over (partition by area_code, sent.partnership.as_at order by extracts.as_at desc, sender) = 1
order by area, as_at;
