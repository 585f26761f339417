"""Look for personal data in strings: official numbers by their check digits, contacts, birthdays, exact places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

_BEFORE, _AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def plain(value: str) -> str:
    """The string after NFKC, without zero-width and other invisible characters, in single spaces."""
    folded = unicodedata.normalize("NFKC", value)
    shown = "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")
    return re.sub(r"[\s‐‑‒–—−]", lambda gap: " " if gap[0].isspace() else "-", shown)


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE)


def _nhs_number(match: re.Match[str]) -> bool:
    """NHS Data Dictionary: weights 10 to 2, modulus 11."""
    digits = [int(digit) for digit in re.sub(r"\D", "", match[0])]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == (0 if check == 11 else check)


def _police_letter(year: str, serial: str) -> str:
    return _POLICE_LETTERS[int(year[-2:] + serial) % 23]


def _pnc_id(match: re.Match[str]) -> bool:
    """Year and seven figures, modulus 23."""
    return _police_letter(match["year"], match["serial"].zfill(7)) == match["check"].upper()


def _cro_number(match: re.Match[str]) -> bool:
    """Serial and year (or SF, year and serial), modulus 23; the serial is padded to six figures or not."""
    serial = match["serial"]
    letters = {_police_letter(match["year"], serial), _police_letter(match["year"], serial.zfill(6))}
    return match["check"].upper() in letters


def _pupil_number(match: re.Match[str]) -> bool:
    """DfE: weights 2 to 13, modulus 23; a temporary number ends in a letter."""
    letter, rest = match[0][0].upper(), match[0][1:].upper()
    if rest[-1].isalpha() and rest[-1] not in _PUPIL_LETTERS:
        return False
    values = [int(sign) if sign.isdigit() else _PUPIL_LETTERS.index(sign) for sign in rest]
    return _PUPIL_LETTERS[sum(value * (at + 2) for at, value in enumerate(values)) % 23] == letter


def _phone(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", re.sub(r"^(\+44|0044)[ (]*0?", "0", match[0]))
    return re.fullmatch(r"0[123578]\d{8,9}", digits) is not None


def _real_date(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    month = parts["month"].lower()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    year, day = int(parts["year"]), int(parts["day"])
    return any(_is_day(year + (2000 if year < 100 else 0), *pair) for pair in ((number, day), (day, number)))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return 1900 <= date(year, month, day).year <= 2100
    except ValueError:
        return False


def _grid_reference(match: re.Match[str]) -> bool:
    figures = match["figures"].replace(" ", "")
    return len(figures) in (6, 8, 10)


def _always(match: re.Match[str]) -> bool:
    return True


Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]]
RULES: tuple[Rule, ...] = (
    ("an e-mail address", re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"), _always),
    ("an NHS number", _of(r"\d{3}[ -]?\d{3}[ -]?\d{4}"), _nhs_number),
    ("a National Insurance number", _of(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(\d\d ?){3}[A-D]"), _always),  # noqa: E501
    ("a Unique Pupil Number", _of(rf"[{_PUPIL_LETTERS}]\d{{11}}[0-9A-Z]"), _pupil_number),
    ("a PNC ID", _of(r"(?P<year>\d{4}|\d{2})/(?P<serial>\d{1,7})(?P<check>[A-Z])"), _pnc_id),
    ("a PNC ID", _of(r"(?P<year>(?:19|20)\d{2})(?P<serial>\d{7})(?P<check>[A-Z])"), _pnc_id),
    ("a CRO number", _of(r"(?P<serial>\d{1,6})/(?P<year>\d{2})(?P<check>[A-Z])"), _cro_number),
    ("a CRO number", _of(r"SF ?(?P<year>\d{2})/(?P<serial>\d{1,6})(?P<check>[A-Z])"), _cro_number),
    ("a postcode", _of(r"(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})"), _always),  # noqa: E501
    ("a postcode", _of(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"), _always),
    ("a phone number", re.compile(r"(?<![0-9A-Za-z+])\(?(?:\+44|0044|0)[\d ()-]{7,16}\d(?!\w)"), _phone),
    ("a full date", _of(r"(?P<year>(?:19|20)\d\d)[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})"), _real_date),
    ("a full date", _of(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>(?:19|20)\d\d)"), _real_date),
    ("a full date", _of(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d\d)"), _real_date),
    ("a full date", _of(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[- ](?P<month>[a-z]{3,9})[- ,]+(?P<year>(?:19|20)\d\d)"), _real_date),
    ("coordinates", _of(r"-?\d{1,3}\.\d{2,}[ ,;/]+-?\d{1,3}\.\d{2,}"), _always),
    ("coordinates", _of(r"(?:49|5\d|60)\.\d{3,}|-?[0-8]\.\d{4,}"), _always),
)  # fmt: skip
GRID: Rule = (
    "a grid reference",
    _of(r"[HJNOST][A-HJ-Z] ?(?P<figures>\d{3,5} \d{3,5}|\d{6}|\d{8}|\d{10})"),
    _grid_reference,
)


def found_in(value: str, identifier: bool = False) -> str | None:
    """What kind of personal data a string seems to hold, or None.

    `identifier` is for the codes of areas and agencies, which may look like an unspaced grid reference.
    """
    text = plain(value)
    for name, pattern, holds in RULES if identifier and " " not in text else (*RULES, GRID):
        if any(holds(match) for match in pattern.finditer(text)):
            return name
    return None
