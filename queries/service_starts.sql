/*
question = "Of the children referred to each kind of service, how many started within 12 weeks?"
definition = "Children referred to a service 12 weeks or more before the end of the data, by the day of the referral: all of them (due), and those whose first contact came within 84 days (in time)."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011; definition of this partnership"
caveat = "A child counts once for each kind. Referrals that name no service are left to the question of all referrals."
measures = ["S2"]
tables = ["referrals", "services"]
counts = ["children"]
periods = "years"

[areas]
home = "the child's home"

[dimensions.begun]
about = "the kind of service, and whether the child started in time"
values = [
    "specialist_cse_due", "specialist_cse_in_time", "missing_due", "missing_in_time", "health_due", "health_in_time",
    "therapeutic_due", "therapeutic_in_time", "advocacy_due", "advocacy_in_time", "family_support_due",
    "family_support_in_time", "outreach_due", "outreach_in_time",
]
*/
select child, referred_on as day, home_area as home, kind || '_due' as begun
from service_waits
where due and kind not in ('other', 'no_service', 'not_recorded')
union all
select child, referred_on, home_area, kind || '_in_time'
from service_waits
where due and standing = 'within_12w' and kind not in ('other', 'no_service', 'not_recorded')
