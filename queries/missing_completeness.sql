/*
question = "How complete are the records of missing episodes?"
definition = "Missing episodes in which a field was recorded, neither left empty nor given as unknown, by field."
source = "Recording template of the CEOP thematic assessment 2011, recommendation 4"
caveat = "Episodes still open count as not recorded in the fields of their end."
measures = ["Q1"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.field]
about = "the field"
values = ["start_time", "end_time", "home_area", "missing_from_kind", "initial_risk", "found_place", "harm"]
*/
select child, episode, day, home, missing_from, host, field
from (
    unpivot (
        select
            child, episode, started_on as day,
            home_area as home, missing_from_area as missing_from, host_area as host,
            started_at is not null as start_time,
            ended_at is not null as end_time,
            home_area is not null as home_area,
            missing_from not in ('unknown', 'not_recorded') as missing_from_kind,
            initial_risk not in ('unknown', 'not_recorded') as initial_risk,
            found_place not in ('unknown', 'not_recorded') as found_place,
            harm not in ('unknown', 'not_recorded') as harm
        from missing_episodes
        where kind = 'missing' and under_18
    )
    on start_time, end_time, home_area, missing_from_kind, initial_risk, found_place, harm
    into name field value recorded
)
where recorded
