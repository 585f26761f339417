/*
question = "How far did referrals come: assessment, strategy discussion, plan, service?"
definition = "Referrals made 12 weeks (84 days) or more before the end of the data, by the day of the referral, and for each step: recorded within 12 weeks of the referral, later, not yet and the referral open (waiting), or not and the referral closed (not recorded). Service: the first contact of a referral that names one."
source = "Working Together to Safeguard Children (assessment within 45 working days); CEOP thematic assessment 'Out of Mind, Out of Sight', 2011; definition of this partnership"
caveat = "No record says whether a strategy discussion or a plan was needed: who waits for one may need none. Steps can come in any order."
measures = ["D3"]
tables = ["referrals"]
counts = ["children", "referrals"]
periods = "years"
pairs = [["assessed", "discussed"], ["discussed", "planned"], ["planned", "served"]]

[areas]
home = "the child's home"

[dimensions.assessed]
about = "the assessment"
values = ["in_time", "later", "waiting", "not_recorded", "before_referral"]

[dimensions.discussed]
about = "the strategy discussion"
values = ["in_time", "later", "waiting", "not_recorded", "before_referral"]

[dimensions.planned]
about = "the plan"
values = ["in_time", "later", "waiting", "not_recorded", "before_referral"]

[dimensions.served]
about = "the first contact of a service"
values = ["in_time", "later", "waiting", "not_recorded", "before_referral", "no_service"]
*/
select child, referred_on as day, home_area as home, assessed, discussed, planned, served
from referral_steps
where due
