/*
question = "How many children were waiting for a service at the end of the period?"
definition = "Children referred by the end of the last day, without a first contact or a closing by then, by how long they had waited; for two years, after which a referral counts as lost and no longer as waiting."
source = "Definition of this partnership"
caveat = "A snapshot of one day. A referral whose first contact was never recorded stays waiting."
measures = ["S3"]
tables = ["referrals", "services"]
counts = ["children"]
when = "at_end"
periods = "years"
pair = false

[areas]
home = "the child's home"

[dimensions.kind]
about = "the kind of service"
values = ["specialist_cse", "missing", "health", "therapeutic", "advocacy", "family_support", "outreach", "other", "no_service", "not_recorded"]

[dimensions.waited]
about = "how long they had waited"
values = ["0_4w", "4_12w", "12_26w", "26w_plus"]
*/
select
    child, referred_on + first_day as since, least(started_on, left_on, referred_on + last_day) as until, home_area as home, kind, waited
from service_waits
join (values (0, 28, '0_4w'), (28, 84, '4_12w'), (84, 182, '12_26w'), (182, 730, '26w_plus')) as bands (first_day, last_day, waited)
    on least(started_on, left_on, until) > referred_on + first_day
where standing <> 'before_referral'
