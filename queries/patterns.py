"""Counting people in many spans of time at once, by the pattern of the quarters that hold a record of theirs.

To place each person in each span takes a row for every person, area and span: a person of four episodes lies in twenty
quarters and years. Instead, the quarters of a person are the bits of one number; people of one pattern are counted
together, and only patterns are placed in spans. Events need no people: they are added up. Only the one or two people with
most events are looked for person by person, among the few who can be.
"""

from __future__ import annotations

from queries.engine import base_of
from queries.question import Question


def pattern_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `parted` (area, quarter, who, dimensions, how often) and `held_steps` to `parts`."""
    dimensions = "".join(f"{name}, " for name in breakdown)
    one, events = question.one, base_of(question).events
    return f"""
    spans as (select span_id, bit_or(1::hugeint << bit) as bits from held_steps group by all),
    patterned as materialized (
        select area_id, {dimensions} {one}, bit_or(1::hugeint << bit) as bits, sum({events}) as at_most
        from parted
        group by all
    ),
    patterns as (
        select area_id, {dimensions} bits, count(*) as people, sum(keys.record_key) as key
        from patterned
        join (select {one}, record_key from {question.people}) as keys using ({one})
        group by all
    ),
    {_most_stages(question, breakdown) if question.counts_events else ""}
    parts as (
        select area_id as area, span_id as period, {dimensions} sum(people) as people, sum(key) as key
        from patterns join spans on (patterns.bits & spans.bits) <> 0
        group by all
        {_events_parts(question, breakdown) if question.counts_events else ""}
    )"""


def _most_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL to `at_steps`, the events of each quarter, and `may_have_most`, the records of those who may have most events.

    Left out is who never had more, in all, than each of two others had in one quarter: first by the least that two had
    in any, which leaves few people to look for in each quarter.
    """
    dimensions, names = ("".join(form.format(name) for name in breakdown) for form in ("{}, ", ", {}"))
    one, events = question.one, base_of(question).events
    return f"""
    at_steps as materialized (
        select area_id, bit, {dimensions} sum({events}) as events,
            max({events}, 2)[2] as second, arg_max({one}, {events}, 2) as two
        from parted
        group by all
    ),
    outdone as (select area_id, {dimensions} min(coalesce(second, 0)) as by_two from at_steps group by all),
    not_outdone as materialized (
        select patterned.* exclude (bits) from patterned join outdone using (area_id{names}) where at_most > by_two - 0.001
    ),
    may_have_most as materialized ( -- before they are placed in spans, which makes five rows of each
        select parted.*
        from parted
        join not_outdone using (area_id, {dimensions} {one})
        join at_steps using (area_id, {dimensions} bit)
        where second is null or at_most > second or two[1] = {one} or two[2] = {one}
    ),"""


def _events_parts(question: Question, breakdown: tuple[str, ...]) -> str:
    """The events of each span, and the most of one and two people."""
    dimensions = "".join(f"{name}, " for name in breakdown)
    one, events = question.one, base_of(question).events
    return f"""
        union all by name
        select area_id as area, span_id as period, {dimensions} sum(events) as events
        from at_steps join held_steps using (bit)
        group by all
        union all by name
        select area, period, {dimensions} max(events, 2) as most
        from (
            select area_id as area, span_id as period, {dimensions} {one}, sum({events}) as events
            from may_have_most join held_steps using (bit)
            group by all
        )
        group by all"""
