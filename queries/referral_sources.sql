/*
question = "Who referred children?"
definition = "Children referred, by the day of the referral, and the source of the referral as the Department for Education codes it."
source = "Department for Education, children in need census, referral source; CEOP thematic assessment 'Out of Mind, Out of Sight', 2011"
caveat = "A child whom two sources referred is counted in each, and once in all. A source that sent nothing may have told another, who referred."
measures = ["C3"]
tables = ["referrals"]
counts = ["children"]
periods = "years"

[areas]
home = "the child's home"

[dimensions.source]
about = "the source of the referral"
values = [
    "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6", "7", "8", "9",
    "unknown", "not_listed", "not_recorded",
]
*/
select child, referred_on as day, home_area as home, source
from referral_steps
