/*
question = "How complete are the records of missing episodes?"
definition = "Missing episodes by field, and by whether the field was recorded, recorded as unknown, or left empty."
source = "Recording template of the CEOP thematic assessment 2011, recommendation 4"
caveat = "A field recorded as unknown was asked about; an empty one may not have been."
measures = ["Q1"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
total = false
[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.field]
about = "the field"
values = ["start_time", "end_time", "home_area", "missing_from_kind", "initial_risk", "found_place", "harm"]

[dimensions.state]
about = "whether it was recorded"
values = ["recorded", "unknown", "not_recorded", "not_applicable"]
*/
unpivot (
    select
        child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host,
        if(started_at is null, 'not_recorded', 'recorded') as start_time,
        if(duration = 'still_open', 'not_applicable', if(ended_at is null, 'not_recorded', 'recorded')) as end_time,
        if(home_area is null, 'not_recorded', 'recorded') as home_area,
        if(missing_from in ('unknown', 'not_recorded'), missing_from, 'recorded') as missing_from_kind,
        if(initial_risk in ('unknown', 'not_recorded'), initial_risk, 'recorded') as initial_risk,
        if(found_place in ('unknown', 'not_recorded'), found_place, 'recorded') as found_place,
        if(harm in ('unknown', 'not_recorded'), harm, 'recorded') as harm
    from missing_episodes
    where kind = 'missing' and under_18
)
on start_time, end_time, home_area, missing_from_kind, initial_risk, found_place, harm
into name field value state
