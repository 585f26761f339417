-- Each day from the first school holiday that was sent to the last: in a holiday, or in term (weekends among it). Before and after
-- them nothing is known. Where councils differ, a day is of the holidays if it is so for any of them.
create table school_days as
with holidays as (
    select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as day from school_holidays
),
days as (
    select cast(unnest(generate_series(min(day), max(day), interval 1 day)) as date) as day from holidays
)
select day, case when day in (select day from holidays) then 'holiday' else 'term' end as school
from days;
