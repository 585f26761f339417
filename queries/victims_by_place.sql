/*
question = "In what kinds of place were children recruited, groomed and exploited, and where were they moved to?"
definition = "Children in a case by the kind of place and what happened there, by the day on which they were identified. A child can have several places."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2"
caveat = "Where a child was met is not where an offence took place. A place recorded of a whole case is one of each child in it; children without any place are shown as not recorded."
measures = ["V2", "O4"]
tables = ["victims", "locations"]
counts = ["children"]
pairs = [["happened", "place"], ["happened", "place_group"]]

[areas]
home = "the child's home, or the council responsible"
exploited = "where the place lies"
recorded = "the area of the agency that recorded the case"

[dimensions.happened]
about = "what happened there"
values = ["recruitment", "grooming", "exploitation", "moved_to", "unknown", "not_applicable", "not_recorded"]

[dimensions.place]
about = "the kind of place"
values_of = "locations.place"

[dimensions.place_group]
about = "the kind of place, taxis among vehicles"
values = ["flat_or_house", "public_place", "vehicle", "park", "hotel", "business", "takeaway", "pub_or_club", "brothel", "hostel", "bail_hostel", "school", "online", "various", "town_only", "other", "unknown", "not_applicable", "not_recorded"]

[dimensions.gender]
about = "gender as recorded"
values_of = "children.gender"

[dimensions.age_group]
about = "age when first known to an agency, in bands"
values = ["under_10", "10-11", "12-13", "14-15", "16-17", "18_plus", "not_recorded"]
*/
select
    child, identified_on as day, home_area as home, area as exploited, recorded_area as recorded, happened, place, place_group,
    gender, age_group
from victim_places
