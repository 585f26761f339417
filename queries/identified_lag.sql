/*
question = "How long after the exploitation began was the child identified?"
definition = "Records of children in cases, by the time from the recorded start of the exploitation to the day on which the child was identified."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 5: exploitation is found late"
caveat = "The start is often a guess, and left out most often where it is longest ago: the lags shown may be the short ones."
measures = ["Q2"]
tables = ["victims"]
counts = ["children", "records"]
periods = "years"
smallest_level = "all"
pair = false

[areas]
home = "the child's home"

[dimensions.lag]
about = "the time from the start to the identification"
values = ["before_start", "under_3m", "3_6m", "6_12m", "1_2y", "over_2y", "not_recorded"]
*/
select
    child, identified_on as day, home_area as home,
    case
        when exploitation_started_on is null then 'not_recorded'
        when identified_on < exploitation_started_on then 'before_start'
        when identified_on < exploitation_started_on + interval 3 months then 'under_3m'
        when identified_on < exploitation_started_on + interval 6 months then '3_6m'
        when identified_on < exploitation_started_on + interval 1 year then '6_12m'
        when identified_on < exploitation_started_on + interval 2 years then '1_2y'
        else 'over_2y'
    end as lag
from sent.victims
join children using (child_ref)
