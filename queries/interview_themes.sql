/*
question = "What were the return interviews about?"
definition = "Missing episodes after which an interview was held, by each theme recorded of it."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "An interview can have several themes, so shares do not add up to 100%."
measures = ["R7"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]
whole = "interviews_completed"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.theme]
about = "a theme of the interview"
codes_of = "theme"
*/
select
    child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host, theme
from interview_themes
