/*
question = "How many children in need were in no service of each kind at the end of the period?"
definition = "Children under 18 in need at the end of the last day, and of them those in no service of a kind then: without a first contact with one, or after its referral was closed. In need of a missing service: missing, or missing from care, in the year before; of every other kind: at medium or high risk by the latest assessment."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, recommendation 4; definition of this partnership"
caveat = "No record says which kind of service a child needs: the same children at medium or high risk are set against each kind but missing. A child can be helped by a service that recorded no referral."
measures = ["S2"]
tables = ["services", "referrals", "assessments", "missing_episodes"]
counts = ["children"]
when = "at_end"
periods = "years"

[areas]
home = "the child's home, or the council responsible"

[dimensions.need]
about = "in need, or in need and in no service of the kind"
values = [
    "in_need_assessed", "in_need_missing", "in_need_missing_from_care",
    "no_missing_from_care", "no_missing", "no_specialist_cse", "no_therapeutic", "no_health", "no_advocacy", "no_family_support",
    "no_outreach",
]
*/
select child, since, until, home_area as home, 'in_need_' || need as need
from service_need
where kind is null
union all
select child, since, until, home_area, 'no_' || if(kind = 'missing', need, kind)
from service_need
where kind is not null
