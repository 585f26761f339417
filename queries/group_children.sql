/*
question = "How many children are linked to groups?"
definition = "Children whom a record links to a member of a group, by what the group is like; by the day of the case."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, tables 5, 6 and 11, section 5.6.3"
caveat = "Sizes, composition and links are of all records held, not of the period alone. What the records link says nothing of who leads."
measures = ["O2"]
tables = ["nominals", "groups"]
counts = ["children"]

[areas]
home = "the home of a child whom the records link to them"
exploited = "where that child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.size]
about = "possible offenders in the group"
values = ["1", "2", "3", "4", "5", "6", "7", "8_plus"]
exact_only = true

[dimensions.size_band]
about = "possible offenders in the group, in bands"
values = ["under_10", "10_plus"]

[dimensions.composition]
about = "ethnic background of the members"
values = ["all_white", "all_black", "all_asian", "all_other", "more_than_one", "some_unknown"]
exact_only = true

[dimensions.children_band]
about = "children linked to the group, in bands"
values = ["under_10", "10_plus"]

[dimensions.areas_crossed]
about = "councils in which the group's children were exploited"
values = ["1", "2", "3", "4_plus", "not_recorded"]
exact_only = true

[dimensions.centralisation]
about = "links held by the two most linked members"
values = ["two_hold_69", "two_hold_half", "spread", "few_linked", "none_linked"]
exact_only = true

[dimensions.shares_children]
about = "whether a child is linked to another group too"
values = ["yes", "no"]
exact_only = true
*/
select
    offending.child, offending.day, victims.home_area as home, exploited_area as exploited, recorded_area as recorded,
    size, size_band, composition, children_band, areas_crossed, centralisation, shares_children
from groups
join group_members using (offender_group)
join offending using (nominal)
left join victims on victims.case_number = offending.case_number and victims.child = offending.child
left join exploited_areas on exploited_areas.case_number = offending.case_number and exploited_areas.child = offending.child
