-- Who is who within one group, by short labels alone: N1, N2 for its members and C1, C2 for the children linked to them,
-- in the order of our own numbers, which is that of hashed pseudonyms: it tells of nothing.
create table group_nodes as
select offender_group, 'N' || row_number() over (partition by offender_group order by nominal) as node, nominal, null as child
from group_members
union all
select offender_group, 'C' || row_number() over (partition by offender_group order by child), null, child
from group_children;

-- Each child whom a record links to a member: in how many cases.
create table group_links as
select
    one.offender_group, one.node as possible_offender, other.node as linked_child,
    count(distinct offending.case_number) as cases
from group_nodes as one
join offending on offending.nominal = one.nominal
join group_nodes as other on other.offender_group = one.offender_group and other.child = offending.child
group by all;
