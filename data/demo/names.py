"""Invented names: the county, its agencies, and the planted facts that later pages should find."""

from __future__ import annotations

from datetime import date
from typing import Any

AS_AT = date(2026, 10, 14)
LAST_DAY = date(2026, 9, 30)
CHANGE_OF_RECORDING = date(2025, 4, 1)
SERVICE_OPENED = date(2024, 10, 1)
HEALTH_LAST_DAY = date(2025, 12, 31)
KEY_ID = "demo-2026"

ROOT, NORTH, SOUTH = "X26", "X10000001", "X10000002"
OUTSIDE = {"X10000901": "Carrowshire", "X10000902": "Tamberley"}

# District: (council, population 0-17, rate against the county's, centre east and north in km, wards).
DISTRICTS: dict[str, tuple[str, int, float, float, float, tuple[str, ...]]] = {
    "Dunmarsh": (
        NORTH,
        12_400,
        1.03,
        -12,
        12,
        ("Ivelmere", "Dunhurst", "Coldthorpe", "Saltreach", "Marlowick", "Fennock"),
    ),
    "Hatherby": (
        NORTH,
        7_200,
        0.82,
        -9,
        2,
        ("Hatherwell", "Brindlemoor", "Oxcombe Lea", "Tollerham", "Withybrook End"),
    ),
    "Hatherthorpe": (
        SOUTH,
        6_800,
        0.92,
        5,
        -13,
        ("Thorpe Quay", "Larkenfold", "Millensea", "Stanwater", "Quillham"),
    ),
    "Oakenham": (
        SOUTH,
        9_300,
        0.62,
        15,
        -8,
        ("Oakenham Green", "Birchenly", "Hollowgate", "Sedgeby", "Wrenfield", "Aldercote"),
    ),
    "Oakenleigh": (
        SOUTH,
        1_400,
        0.80,
        2,
        -3,
        ("Leighmere", "Ashenby", "Corvenham", "Piperswell", "Rushenden"),
    ),
    "Pellport": (
        NORTH,
        11_000,
        1.55,
        16,
        6,
        ("Brackstead", "Thornthorpe", "Quarham", "Brackford", "Pell Harbour", "Gullcote"),
    ),
    "Ravenleigh": (
        NORTH,
        8_900,
        0.98,
        4,
        8,
        ("Ravensmere", "Kelderby", "Upper Raveley", "Stonewyke", "Mossenden", "Cravenholt"),
    ),
    "Ullstead": (
        SOUTH,
        8_000,
        0.90,
        -8,
        -11,
        ("Ullwater Side", "Steadmoor", "Harrowmere", "Pinchley", "Dovenhoe"),
    ),
}

# Agency: (name, type, area). The first five send extracts.
AGENCIES: dict[str, tuple[str, str, str]] = {
    "eldermere_childrens_services": ("Eldermere Children's Services", "childrens_services", ROOT),
    "eldermere_health": ("Eldermere Health", "health", ROOT),
    "eldermere_police": ("Eldermere Police", "police", ROOT),
    "lantern_project": ("Lantern Project", "voluntary", "X07000006"),
    "tidewell_trust": ("Tidewell Trust", "voluntary", ROOT),
    "eldermere_board": ("Eldermere Safeguarding Board", "lscb", ROOT),
    "eldermere_youth_justice": ("Eldermere Youth Justice", "youth_justice", ROOT),
    "eldermere_schools": ("Eldermere Schools Partnership", "education", ROOT),
    "ravenleigh_academy": ("Ravenleigh Academy", "education", "X07000007"),
    "hatherby_housing": ("Hatherby Housing", "other", "X07000002"),
    "saltreach_outreach": ("Saltreach Outreach", "voluntary", "X07000001"),
    "dunmarsh_sexual_health": ("Dunmarsh Sexual Health Service", "health", "X07000001"),
    "pellport_youth_justice": ("Pellport Youth Justice", "youth_justice", "X07000006"),
    "ullstead_college": ("Ullstead College", "education", "X07000008"),
}
# School holidays of the county, each year: month and day of the first day and of the last.
HOLIDAYS = (
    (10, 24, 11, 1),
    (12, 20, 12, 31),
    (1, 1, 1, 4),
    (2, 14, 2, 20),
    (4, 2, 4, 16),
    (5, 25, 5, 31),
    (7, 23, 8, 31),
)
COUNCIL, HEALTH, POLICE, LANTERN, TIDEWELL = list(AGENCIES)[:5]
SILENT = ("dunmarsh_sexual_health", "pellport_youth_justice", "ullstead_college")

# Places where children are found: (ward, since, until, weight, kind of place). None is always.
HOTSPOTS: tuple[tuple[str, date | None, date | None, float, str], ...] = (
    ("Ivelmere", None, None, 1.0, "public_place"),
    ("Dunhurst", None, None, 0.9, "flat_or_house"),
    ("Coldthorpe", date(2025, 1, 1), None, 0.8, "park"),
    ("Brackstead", date(2025, 7, 1), None, 0.8, "public_place"),
    ("Thornthorpe", date(2026, 1, 1), None, 0.7, "takeaway"),
    ("Quarham", date(2026, 4, 1), None, 0.7, "flat_or_house"),
    ("Brackford", date(2026, 4, 1), None, 0.6, "hotel"),
    ("Kelderby", None, date(2025, 6, 30), 0.9, "hotel"),
    ("Steadmoor", None, date(2024, 9, 30), 0.8, "park"),
)

PLANTED: dict[str, Any] = {
    "as_at": AS_AT,
    "last_day": LAST_DAY,
    "top_tenth_share": 0.45,
    "peak_hours": (17, 23),
    "peak_days": (5, 6),
    "recording_change": CHANGE_OF_RECORDING,
    "high_month": date(2026, 7, 1),
    "high_month_factor": 1.22,
    "high_district": "Pellport",
    "low_district": "Oakenham",
    "service_district": "Pellport",
    "service_opened": SERVICE_OPENED,
    "stopped_answering": (HEALTH, HEALTH_LAST_DAY),
    "never_answered": SILENT,
    "hotspots": HOTSPOTS,
    "sent_by": {"both": 0.60, "police_only": 0.25, "council_only": 0.15},
    "unknown": {
        "home_area": 0.03,
        "missing_from": 0.07,
        "found_place": 0.30,
        "times": 0.09,
        "ethnicity": 0.28,
    },
    "conflated_nationalities": ("African", "British Asian"),
}
