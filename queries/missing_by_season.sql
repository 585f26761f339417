/*
question = "In which months did children go missing, and in school term or holidays?"
definition = "Missing episodes of children under 18, by the calendar month and by the school term or holiday in which they started. Weekends in term are counted as term."
source = "Statutory guidance on children who run away or go missing from home or care, 2014; school holidays as an agency of the area sends them"
caveat = "Terms and holidays differ in length: compare episodes for each day. Before the first holiday sent and after the last, it is not recorded which it was."
measures = ["M1"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"
periods = "years"
pair = false

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.calendar_month]
about = "the calendar month, 1 is January"
values = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

[dimensions.school]
about = "school term or holidays"
values = ["term", "holiday", "not_recorded"]
*/
select
    child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host,
    cast(month(started_on) as varchar) as calendar_month, coalesce(school_days.school, 'not_recorded') as school
from missing_episodes
left join school_days on school_days.day = started_on
where kind = 'missing' and under_18
