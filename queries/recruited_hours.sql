/*
question = "In what kinds of place were children recruited or met, and at what hours?"
definition = "Children in a case by the kind of the place where they were recruited or met, and the part of the day at which they were seen there, by the day on which they were identified. A child can have several."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2"
caveat = "The hour is of a sighting, on the local clock, and is often not recorded. A place recorded of a whole case is one of each child in it."
measures = ["V2"]
tables = ["victims", "locations"]
counts = ["children"]
periods = "years"
smallest_level = "district"

[areas]
home = "the child's home, or the council responsible"
exploited = "where the place lies"

[dimensions.place_group]
about = "the kind of place, taxis among vehicles"
values = ["flat_or_house", "public_place", "vehicle", "park", "hotel", "business", "takeaway", "pub_or_club", "brothel", "hostel", "bail_hostel", "school", "online", "various", "town_only", "other", "unknown", "not_applicable", "not_recorded"]

[dimensions.part_of_day]
about = "the part of the day, local clock"
values = ["0", "4", "8", "12", "16", "20", "not_timed"]
*/
select
    child, identified_on as day, home_area as home, area as exploited, place_group,
    coalesce(cast(seen_hour // 4 * 4 as varchar), 'not_timed') as part_of_day
from victim_places
where happened = 'recruitment'
