/*
question = "Was an interview held within 72 hours of the return?"
definition = "Missing episodes by the day on which the child returned, where 72 hours had passed at the date of the data, by when the interview was held."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "The 72 hours are true ones, and need the time of the return and of the interview; nothing is guessed from days alone."
measures = ["R4"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]
pairs = [["timing", "place"], ["timing", "repeated"]]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.timing]
about = "when the interview was held"
values = ["within_72h", "after_72h", "before_return", "not_timed", "not_completed"]

[dimensions.place]
about = "the kind of place the child went missing from"
values_of = "missing_episodes.missing_from"

[dimensions.repeated]
about = "whether the episode was at least the child's third in 90 days, or as the settings of repeats say"
values = ["repeat", "not_repeat"]
*/
select child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host, timing, place, repeated
from returned_episodes
where due
