/*
question = "How many acts of disruption were live at the end of the period, and which expire within 28 days?"
definition = "Acts of disruption issued by the end of the last day, not expired or breached by then, by when they expire: within 28 days of the last day, later, or on no day that was recorded."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, appendix B; definition of this partnership"
caveat = "A snapshot of one day. An act without an end date is live until it is breached."
measures = ["D1"]
tables = ["disruptions"]
counts = ["disruptions"]
when = "at_end"
periods = "years"
pair = false

[areas]
home = "the home of the child protected"
recorded = "the area that it concerns"

[dimensions.kind]
about = "the kind of act"
values_of = "disruptions.kind"

[dimensions.ending]
about = "when it expires"
values = ["within_28d", "after_28d", "no_end_date"]
*/
select
    disruption, issued_on as since, least(ended_on, expires_on - 28) as until, home_area as home, area as recorded, kind,
    if(expires_on is null, 'no_end_date', 'after_28d') as ending
from disruptions
where expires_on is null or issued_on < expires_on - 28
union all
select disruption, greatest(issued_on, expires_on - 28), ended_on, home_area, area, kind, 'within_28d'
from disruptions
where ended_on > expires_on - 28
