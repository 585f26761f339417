/*
question = "How many acts of disruption were there?"
definition = "Abduction notices, orders, closures and other acts, by the day on which they were issued."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, appendix B"
caveat = "An act without an end date is live until it is breached; a breach noted after expiry is none of a live act. Acts against premises or licences may name nobody."
measures = ["D1"]
tables = ["disruptions"]
counts = ["disruptions"]

[areas]
home = "the home of the child protected"
recorded = "the area that it concerns"

[dimensions.kind]
about = "the kind of act"
values_of = "disruptions.kind"

[dimensions.state]
about = "what became of it by the date of the data"
values = ["live", "expired", "breached", "noted_after"]
*/
select disruption, issued_on as day, home_area as home, area as recorded, kind, state
from disruptions
