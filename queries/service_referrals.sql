/*
question = "How many children were referred to a service, and did they start within 12 weeks?"
definition = "Children referred to a service, by the day of the referral, and what followed: a first contact within 12 weeks (84 days) or later, a closing before any, or none yet. Referrals less than 12 weeks old at the date of the data are not due, whatever followed."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011; definition of this partnership"
caveat = "A referral made while another to the same kind of service is waiting starts no second wait. A referral that names no service has a line of its own."
measures = ["S2"]
tables = ["referrals", "services"]
counts = ["children"]
periods = "years"
pairs = [["kind", "followed"]]

[areas]
home = "the child's home"

[dimensions.kind]
about = "the kind of service"
values = ["specialist_cse", "missing", "health", "therapeutic", "advocacy", "family_support", "outreach", "other", "no_service", "not_recorded"]

[dimensions.followed]
about = "what followed the referral"
values = ["within_12w", "after_12w", "waiting", "closed_unstarted", "before_referral", "not_yet_due"]
*/
select child, referred_on as day, home_area as home, kind, if(due, standing, 'not_yet_due') as followed
from service_waits
