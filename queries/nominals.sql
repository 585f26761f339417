/*
question = "How many possible offenders were recorded, and how well are they known?"
definition = "Possible offenders by how they are identified and whether they are in a group, by the day of each case that they are linked to, or the day first seen where there is none."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2"
caveat = "Identified by full name or initials, by given name or alias, or not at all: the same person may be in the records more than once."
measures = ["O1", "O2"]
tables = ["nominals"]
counts = ["nominals"]

[areas]
home = "the home of a child whom the records link to them"
exploited = "where that child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.identification]
about = "how they are identified"
values = ["1", "2", "3", "not_recorded"]

[dimensions.membership]
about = "whether they are in a group"
values = ["alone", "in_one", "in_several", "not_recorded"]
*/
select
    nominal, day, home_area as home, exploited_area as exploited, recorded_area as recorded,
    identification, membership
from nominal_records
join nominals using (nominal)
