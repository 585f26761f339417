/*
question = "Which indicators were noted of the same children?"
definition = "Children of whom two different indicators were noted within a year of each other, by the day of the later."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, appendix D"
caveat = "Indicators noted together say nothing of cause."
measures = ["C5"]
tables = ["indicators"]
counts = ["children"]

[areas]
home = "the child's home"
recorded = "the area of the agency that noted the later"

[dimensions.indicator]
about = "one indicator"
codes_of = "indicator"

[dimensions.other]
about = "another indicator of the same child"
codes_of = "indicator"
*/
select
    later.child, later.noted_on as day, later.home_area as home, later.recorded_area as recorded,
    later.indicator, earlier.indicator as other
from indicators as later
join indicators as earlier
    on earlier.child = later.child and earlier.indicator <> later.indicator
    and earlier.noted_on between later.noted_on - 365 and later.noted_on
union all
select later.child, later.noted_on, later.home_area, later.recorded_area, earlier.indicator, later.indicator
from indicators as later
join indicators as earlier
    on earlier.child = later.child and earlier.indicator <> later.indicator
    and earlier.noted_on between later.noted_on - 365 and later.noted_on - 1
