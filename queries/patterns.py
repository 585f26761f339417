"""Counting people in many spans of time at once, by the pattern of the quarters that hold a record of theirs.

To place each person in each span takes a row for every person, area and span: a person of four episodes lies in twenty
quarters and years. Instead, the quarters of a person are the bits of one number; people of one pattern are counted
together, and only patterns are placed in spans. Events need no people: they are added up. Who has most of them is known
of everyone whose quarters all lie in a span; of the others only those are looked for who have more than these.
"""

from __future__ import annotations

from queries.engine import base_of, events_of
from queries.question import Question


def pattern_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `located` (area, quarter, who, dimensions; one row for each record) and `held_steps` to `parts`."""
    dimensions = "".join(f"{name}, " for name in breakdown)
    one, base = question.one, base_of(question)
    crosses = f"{one} in (from several)"
    return f"""
    spans as (select span_id, bit_or(1::hugeint << bit) as bits from held_steps group by all),
    in_lowest as materialized (
        select area_id, {dimensions} {one}, bit_or(1::hugeint << bit) as bits, {events_of(base)} from located group by all
    ),
    several as (select {one} from in_lowest group by all having min(area_id) < max(area_id)),
    crossing as materialized (from in_lowest where {crosses}), -- before each is looked for in every area above
    patterned as materialized (
        from in_lowest where not ({crosses})
        union all by name
        select -above.area_id as area_id, {dimensions} {one}, bit_or(bits) as bits, sum({base.events}) as {base.events}
        from crossing join all_above as above on above.part_id = crossing.area_id
        group by all
    ),
    patterns as (
        select
            area_id, {dimensions} bits, count(*) as people, sum(keys.record_key) as key
            {f", max({base.events}, 2) as two" if question.counts_events else ""}
        from patterned
        join (select {one}, record_key from {question.people}) as keys using ({one})
        group by all
    ),
    in_spans as materialized (
        select
            area_id, span_id, {dimensions} patterns.bits, people, key, (patterns.bits & spans.bits) = patterns.bits as is_inside
            {", two[1] as most_of_one, two[2] as next_most" if question.counts_events else ""}
        from patterns join spans on (patterns.bits & spans.bits) <> 0
    ),
    {_most_stages(question, breakdown) if question.counts_events else ""}
    parts as (
        select area_id as area, span_id as period, {dimensions} sum(people) as people, sum(key) as key
        from in_spans
        group by all
        {_events_parts(question, breakdown) if question.counts_events else ""}
    )"""


def _most_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL to `inside`, the most events of those who have no record outside a span, and `straddling`, the records of others.

    Of these, only of who has more events in all than the second inside some span that they straddle: nobody else can be
    among the two with most.
    """
    dimensions, in_them = (
        "".join(form.format(name) for name in breakdown) for form in ("{}, ", "in_spans.{}, ")
    )
    one, events = question.one, base_of(question).events
    return f"""
    inside as materialized (
        select
            area_id, span_id, {dimensions}
            list_reverse_sort(flatten([max(most_of_one, 2), max(next_most, 2)]))[:2] as most
        from in_spans
        where is_inside
        group by all
    ),
    outdone as (
        select in_spans.area_id, {in_them} in_spans.bits, min(coalesce(inside.most[2], 0)) as by_two
        from in_spans left join inside using (area_id, {dimensions} span_id)
        where not is_inside
        group by all
    ),
    not_outdone as materialized (
        select patterned.* exclude ({events})
        from patterned join outdone using (area_id, {dimensions} bits)
        where {events} > by_two - 0.001 -- parts of events are added up in any order
    ),
    of_crossing as materialized (from located where {one} in (from several)),
    straddling as materialized (
        select not_outdone.*, located.bit, {events_of(base_of(question))}
        from (
            from located
            union all by name
            select of_crossing.* replace (-above.area_id as area_id)
            from of_crossing join all_above as above on above.part_id = of_crossing.area_id
        ) as located
        join not_outdone using (area_id, {dimensions} {one})
        group by all
    ),"""


def _events_parts(question: Question, breakdown: tuple[str, ...]) -> str:
    """The events of each span, and the most of one and two people."""
    dimensions = "".join(f"{name}, " for name in breakdown)
    one, base = question.one, base_of(question)
    return f"""
        union all by name
        select area_id as area, span_id as period, {dimensions} sum({base.events}) as events
        from (select area_id, bit, {dimensions} {events_of(base)} from located group by all)
        join held_steps using (bit)
        group by all
        union all by name
        select area_id as area, span_id as period, {dimensions} most from inside
        union all by name
        select area, period, {dimensions} max(events, 2) as most
        from (
            select area_id as area, span_id as period, {dimensions} {one}, sum({base.events}) as events
            from straddling join held_steps using (bit) join spans using (span_id)
            where (straddling.bits & spans.bits) <> straddling.bits
            group by all
        )
        group by all"""
