/*
question = "How many return interviews were overdue at the end of the period?"
definition = "Missing episodes whose 72 hours had passed by the end of the last day, without an interview held, declined or not applicable; for a year after that."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "A snapshot of one day. An interview never recorded stays overdue for a year, and then counts as missed and no longer as waiting."
measures = ["R4"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]
when = "at_end"
pair = false

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.waited]
about = "how long it had been overdue"
values = ["1_7_days", "8_28_days", "29_90_days", "91_365_days"]

[dimensions.standing]
about = "what is recorded of it to date"
values = ["accepted", "no_answer", "not_offered", "held_later", "unknown", "not_recorded"]
*/
select
    child, episode, due_on + first_day as since, least(interviewed_on, due_on + last_day) as until,
    home_area as home, missing_from_area as missing_from, host_area as host,
    waited, if(standing = 'completed', 'held_later', standing) as standing
from returned_episodes
join (values (0, 7, '1_7_days'), (7, 28, '8_28_days'), (28, 90, '29_90_days'), (90, 365, '91_365_days')) as bands (first_day, last_day, waited)
    on interviewed_on is null or interviewed_on > due_on + first_day
where due and standing not in ('declined', 'not_applicable')
