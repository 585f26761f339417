"""The header row: every column known, none twice, none missing, none that must never be sent."""

from __future__ import annotations

from data.breach import Breach
from data.declarations import Table

NEVER = {
    "name", "forename", "forenames", "first_name", "firstname", "given_name", "middle_name", "surname", "last_name",
    "lastname", "family_name", "full_name", "child_name", "alias", "known_as", "dob", "date_of_birth", "birth_date",
    "birthdate", "address", "street", "house_number", "postcode", "post_code", "postal_code", "uprn", "nhs_number",
    "nhs_no", "nhs", "ni_number", "nino", "national_insurance_number", "pnc", "pnc_id", "pncid", "cro", "cro_number", "upn",
    "phone", "telephone", "mobile", "phone_number", "email", "e_mail", "email_address", "latitude", "longitude", "lat",
    "lon", "lng", "long", "easting", "northing", "x", "y", "coordinates", "grid_reference", "grid_ref", "geometry", "notes",
    "comment", "comments", "description", "narrative", "free_text", "details",
}  # fmt: skip
PARTS = (
    "forename", "surname", "firstname", "lastname", "postcode", "nhs_n", "nhsnumber", "latitude", "longitude", "easting",
    "northing", "date_of_birth", "dateofbirth", "email", "telephone", "dob_", "_dob", "address",
)  # fmt: skip


def check_header(file: str, table: Table, header: list[str]) -> list[Breach]:
    """Breaches of a header row; names that are not ours are never repeated, for they may be data."""
    names = [name.strip().lower() for name in header]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        what, todo = "The values are not separated by commas", "Save it as CSV with commas."
        return [Breach("separator", what, todo, file, rows=(1,))]
    declared = {column.name for column in table.columns}
    return [
        *_check_never_sent(file, [name for name in names if name not in declared]),
        *_check_unknown(file, table, names),
        *_check_twice(file, [name for name in names if name in declared]),
        *_check_absent(file, table, names),
    ]


def _check_never_sent(file: str, names: list[str]) -> list[Breach]:
    what = "The column identifies people or is free text"
    todo = "Remove the column before anything is sent: it must not be sent at all."
    return [
        Breach("never_sent", what, todo, file, name if name in NEVER else None, rows=(1,))
        for name in sorted(set(names))
        if _must_not_be_sent(name)
    ]


def _check_unknown(file: str, table: Table, names: list[str]) -> list[Breach]:
    declared = [column.name for column in table.columns]
    unknown = [
        at for at, name in enumerate(names, start=1) if name not in declared and not _must_not_be_sent(name)
    ]
    if not unknown:
        return []
    what = f"Columns are not in the template (column {', '.join(map(str, unknown[:5]))})"
    todo = f"Remove them or mend their names. Columns of {table.name}: {', '.join(declared)}."
    return [Breach("unknown_column", what, todo, file, count=len(unknown), rows=(1,))]


def _check_twice(file: str, names: list[str]) -> list[Breach]:
    what, todo = "The column is there twice", "Keep one of them."
    twice = sorted({name for name in names if names.count(name) > 1})
    return [Breach("duplicate_column", what, todo, file, name, rows=(1,)) for name in twice]


def _check_absent(file: str, table: Table, names: list[str]) -> list[Breach]:
    absent = [column.name for column in table.columns if column.required and column.name not in names]
    what = "A required column is missing"
    return [Breach("missing_column", what, f"Add {name}.", file, name, rows=(1,)) for name in absent]


def _must_not_be_sent(name: str) -> bool:
    plain = name.replace(" ", "_").replace("-", "_")
    return plain in NEVER or any(part in plain for part in PARTS)
