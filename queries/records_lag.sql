/*
question = "How long after a child went missing was it reported?"
definition = "Absences as sent, by the time from when the child was last seen, or should have been back, to the report."
source = "Sightline"
caveat = "It needs both times: where only a day was sent, the hours cannot be told. A report before the start is an error of recording, or a warning that came early."
measures = ["Q2"]
tables = ["missing_episodes"]
counts = ["children", "records"]
smallest_level = "all"

[areas]
home = "the child's home"

[dimensions.agency]
about = "the agency that sent the records"
of_agencies = true

[dimensions.lag]
about = "the time from the start to the report"
values = ["before_start", "under_1h", "1_6h", "6_24h", "1_7d", "over_7d", "not_timed", "not_recorded"]
*/
with timed as (
    select child_ref, sender, started_on, reported_on, (epoch(reported_at) - epoch(started_at)) / 3600 as hours
    from sent.missing_episodes
)
select
    child, started_on as day, home_area as home, sender as agency,
    case
        when reported_on is null then 'not_recorded'
        when hours is null then 'not_timed'
        when hours < 0 then 'before_start'
        when hours < 1 then 'under_1h'
        when hours < 6 then '1_6h'
        when hours < 24 then '6_24h'
        when hours < 168 then '1_7d'
        else 'over_7d'
    end as lag
from timed
join children using (child_ref)
