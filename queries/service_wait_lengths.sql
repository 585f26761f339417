/*
question = "How long did children wait for a service, those still waiting among them?"
definition = "Children referred to a service, by the day of the referral and by the weeks from it to the first contact; where there is none, to the closing of the referral or to the end of the data."
source = "Kaplan and Meier (1958), Journal of the American Statistical Association 53:457-481"
caveat = "Who still waits, or left without a start, is counted as waiting up to then: leaving them out would make every wait look short."
measures = ["S3"]
tables = ["referrals", "services"]
counts = ["children"]
periods = "years"
pairs = [["kind", "length"]]

[areas]
home = "the child's home"

[dimensions.kind]
about = "the kind of service"
values = ["specialist_cse", "missing", "health", "therapeutic", "advocacy", "family_support", "outreach", "other", "no_service", "not_recorded"]

[dimensions.length]
about = "how long until the first contact, or without one"
values = [
    "started_0_4w", "started_4_8w", "started_8_12w", "started_12_26w", "started_26w_plus",
    "waiting_0_4w", "waiting_4_8w", "waiting_8_12w", "waiting_12_26w", "waiting_26w_plus",
]
*/
select
    child, referred_on as day, home_area as home, kind,
    if(standing in ('within_12w', 'after_12w'), 'started_', 'waiting_') || case
        when days <= 28 then '0_4w' when days <= 56 then '4_8w' when days <= 84 then '8_12w' when days <= 182 then '12_26w'
        else '26w_plus'
    end as length
from service_waits
where standing <> 'before_referral'
