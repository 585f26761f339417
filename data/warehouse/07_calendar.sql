-- Complete periods of the data held: months, calendar quarters, financial years, rolling four quarters.
create table coverage as
select
    min(period_start) as since,
    least(max(period_end), max(as_at)) + interval 1 day as until
from extracts
where sends_episodes;

create table periods as
with quarters as (
    select cast(unnest(generate_series(
        date_trunc('quarter', since), until, interval 3 months)) as date) as since
    from coverage
),
months as (
    select cast(unnest(generate_series(date_trunc('month', since), until, interval 1 month)) as date) as since
    from coverage
),
named as (
    -- 2010-11 is a financial year's name, so the month is 2010-M11; no name stands for two periods.
    select
        if((year(since) + 1) % 100 = month(since), strftime(since, '%Y-M%m'), strftime(since, '%Y-%m')) as period,
        'month' as kind, since, cast(since + interval 1 month as date) as until
    from months
    union all
    select quarter_name(since), 'quarter', since, cast(since + interval 3 months as date) from quarters
    union all
    select
        year(since) || '-' || lpad(cast((year(since) + 1) % 100 as varchar), 2, '0'), 'financial_year',
        since, cast(since + interval 1 year as date)
    from quarters where month(since) = 4
    union all
    select
        quarter_name(since) || '..' || quarter_name(cast(since + interval 9 months as date)), 'rolling_year',
        since, cast(since + interval 1 year as date)
    from quarters
)
select named.*
from named, coverage
where named.since >= coverage.since and named.until <= coverage.until
order by kind, since;

-- The local hour of every hour of the data held, so that nights across a clock change fall in the right hours.
create table local_hours as
select
    utc_hour,
    cast(isodow(local_time(utc_hour)) as tinyint) as weekday,
    cast(hour(local_time(utc_hour)) as tinyint) as hour
from (
    select unnest(generate_series(
        cast(since as timestamp) - interval 2 years, cast(until as timestamp) + interval 4 days, interval 1 hour
    )) as utc_hour
    from coverage
);
