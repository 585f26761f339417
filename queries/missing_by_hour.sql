/*
question = "At which hours were children missing?"
definition = "Missing episodes that have a start and an end time, each spread evenly over the hours it covered, 72 at most, local time. Each episode weighs 1."
source = "Ratcliffe (2002), aoristic signatures and the spatio-temporal analysis of high volume crime patterns"
caveat = "Episodes without times are left out and counted in the subtitle."
measures = ["M15"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
periods = "years"
smallest_level = "district"
spread = true

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.weekday]
about = "the day of the week, 1 is Monday"
values = ["1", "2", "3", "4", "5", "6", "7"]

[dimensions.hour]
about = "the hour of the day, local time"
values = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23"]
*/
with hours as (
    select
        *,
        unnest(generate_series(date_trunc('hour', started_at), last_counted_at, interval 1 hour)) as utc_hour
    from (
        select *, least(ended_at, started_at + interval 72 hours) as last_counted_at
        from missing_episodes
        where kind = 'missing' and under_18 and started_at is not null and ended_at > started_at
    )
)
select
    child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host,
    local_hours.weekday, local_hours.hour,
    (epoch(least(last_counted_at, utc_hour + interval 1 hour)) - epoch(greatest(started_at, utc_hour)))
        / (epoch(last_counted_at) - epoch(started_at)) as weight
from hours
join local_hours using (utc_hour)
where utc_hour < last_counted_at
union all
select
    child, episode, started_on, home_area, missing_from_area, host_area,
    local_hours.weekday, local_hours.hour, 1
from missing_episodes
join local_hours on local_hours.utc_hour = date_trunc('hour', started_at)
where kind = 'missing' and under_18 and ended_at = started_at
