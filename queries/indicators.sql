/*
question = "Which indicators were noted of children?"
definition = "Children of whom an indicator was noted, by the day on which it was."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, appendix D"
caveat = "An indicator is a reason to look, not proof. Boys and young men show other ones than girls, and are overlooked for it."
measures = ["C5"]
tables = ["indicators"]
counts = ["children"]
pairs = [["indicator", "gender"], ["domain", "gender"]]

[areas]
home = "the child's home"
recorded = "the area of the agency that noted it"

[dimensions.indicator]
about = "the indicator"
codes_of = "indicator"

[dimensions.domain]
about = "the domain that it belongs to"
codes_of = "domain"

[dimensions.gender]
about = "gender as recorded"
values_of = "children.gender"
*/
select child, noted_on as day, home_area as home, recorded_area as recorded, indicator, domain, gender
from indicators
