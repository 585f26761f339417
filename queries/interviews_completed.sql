/*
question = "Who held the return interviews, and what was done with them?"
definition = "Missing episodes after which an interview was held, by the day on which the child returned."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "What a child does not say in an interview may have happened all the same. An interview that covers several episodes counts in each."
measures = ["R3", "R6", "R7"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]
pair = false

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.independent]
about = "whether the interviewer was independent of the placement"
values_of = "return_interviews.interviewer_independent"

[dimensions.shared]
about = "whether what was learnt was shared with the police"
values_of = "return_interviews.shared_with_police"

[dimensions.disclosed]
about = "whether exploitation was disclosed"
values_of = "return_interviews.exploitation_disclosed"
*/
select child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host, independent, shared, disclosed
from returned_episodes
where standing = 'completed'
