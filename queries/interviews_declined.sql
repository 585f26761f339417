/*
question = "Why were return interviews declined?"
definition = "Missing episodes after which an interview was offered and declined, by the day on which the child returned."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "A reason is what the agency wrote down, not what the child would say. An offer without an answer is not counted as declined."
measures = ["R5"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.reason]
about = "the reason recorded"
codes_of = "declined_reason"
*/
select child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host, declined_reason as reason
from returned_episodes
where standing = 'declined'
