/*
question = "At what level of risk were children assessed at the end of the period, and was a new assessment due?"
definition = "Children under 18 by their latest assessment up to the last day of the period: its common level, and whether the next one was overdue then."
source = "Engage, Blackburn: reassessed every six weeks (CEOP thematic assessment 'Out of Mind, Out of Sight', 2011)"
caveat = "Tools differ, and their levels are mapped to a common one by the sender. Overdue is after the date the sender gave, or six weeks."
measures = ["C1", "C2"]
tables = ["assessments"]
counts = ["children"]
when = "at_end"

[areas]
home = "the child's home"

[dimensions.level]
about = "the common level of the latest assessment"
values_of = "assessments.level"

[dimensions.review]
about = "whether the next assessment was due"
values = ["in_date", "overdue"]
*/
select child, since, until, home_area as home, level, review from assessed_spans
