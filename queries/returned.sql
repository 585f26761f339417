/*
question = "How many missing episodes ended, and was a return interview offered?"
definition = "Missing episodes by the day on which the child returned, and by whether an interview was offered after it."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "An interview that took place was offered. One that names no episode cannot be placed, and is not counted."
measures = ["R1"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.offered]
about = "whether a return interview was offered"
values_of = "return_interviews.offered"
*/
select child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host, offered
from returned_episodes
