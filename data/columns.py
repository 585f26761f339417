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
    declared = [column.name for column in table.columns]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        return [
            Breach(
                "separator",
                "The values are not separated by commas",
                "Save it as CSV with commas.",
                file,
                rows=(1,),
            )
        ]
    breaches = []
    never = [name for name in names if name not in declared and _must_not_be_sent(name)]
    for name in sorted(set(never)):
        shown = name if name in NEVER else None
        todo = "Remove the column before anything is sent: it must not be sent at all."
        breaches.append(
            Breach("never_sent", "The column identifies people or is free text", todo, file, shown, rows=(1,))
        )
    unknown = [at for at, name in enumerate(names, start=1) if name not in declared and name not in never]
    if unknown:
        places = ", ".join(map(str, unknown[:5]))
        todo = f"Remove them or mend their names. Columns of {table.name}: {', '.join(declared)}."
        breaches.append(
            Breach(
                "unknown_column",
                f"Columns are not in the template (column {places})",
                todo,
                file,
                count=len(unknown),
                rows=(1,),
            )
        )
    for name in sorted({name for name in names if names.count(name) > 1 and name in declared}):
        breaches.append(
            Breach(
                "duplicate_column", "The column is there twice", "Keep one of them.", file, name, rows=(1,)
            )
        )
    for column in table.columns:
        if column.required and column.name not in names:
            breaches.append(
                Breach(
                    "missing_column",
                    "A required column is missing",
                    f"Add {column.name}.",
                    file,
                    column.name,
                    rows=(1,),
                )
            )
    return breaches


def _must_not_be_sent(name: str) -> bool:
    plain = name.replace(" ", "_").replace("-", "_")
    return plain in NEVER or any(part in plain for part in PARTS)
