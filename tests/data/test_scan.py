from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.scan import found_in

DIGITS = st.text("0123456789", min_size=9, max_size=9)
LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
PUPIL = "ABCDEFGHJKLMNPQRTUVWXYZ"


@given(DIGITS, st.sampled_from(["", " ", "-"]))
def test_every_valid_nhs_number_is_found(nine: str, gap: str) -> None:
    check = 11 - sum(int(digit) * (10 - at) for at, digit in enumerate(nine)) % 11
    assume(check != 10)
    number = nine + str(check % 11)
    assert found_in(f"see {number[:3]}{gap}{number[3:6]}{gap}{number[6:]}") is not None


@given(st.integers(10, 99), st.integers(0, 9_999_999))
def test_every_valid_pnc_id_is_found(year: int, serial: int) -> None:
    check = LETTERS[int(f"{year}{serial:07}") % 23]
    assert found_in(f"20{year}/{serial:07}{check}") is not None


@given(st.integers(10, 99), st.integers(0, 999_999))
def test_every_valid_cro_number_is_found(year: int, serial: int) -> None:
    check = LETTERS[int(f"{year}{serial:06}") % 23]
    assert found_in(f"{serial:06}/{year}{check}") is not None


@given(st.text("0123456789", min_size=12, max_size=12))
def test_every_valid_pupil_number_is_found(twelve: str) -> None:
    check = PUPIL[sum(int(digit) * (at + 2) for at, digit in enumerate(twelve)) % 23]
    assert found_in(check + twelve) is not None


@given(st.integers(16, 64).flatmap(lambda size: st.text("0123456789abcdef", min_size=size, max_size=size)))
def test_hexadecimal_pseudonyms_are_not_taken_for_personal_data(pseudonym: str) -> None:
    assume(not pseudonym.isdigit())
    assert found_in(pseudonym) is None


@pytest.mark.parametrize(
    "value",
    [
        "QQ 12 34 56 C".replace("QQ", "AB"), "someone@example.org", "07700 900123", "+44 7700 900123", "(020) 7946 0123",
        "AB99 1ZZ", "ab991zz", "17/05/2010", "2010-05-17", "17 May 2010", "51.5074, -0.1278", "TQ 300 800", "TQ300800",
        "９４３４７６５９１９", "943\u200b476\u200b5919",
    ],
)  # fmt: skip
def test_personal_data_are_found_however_they_are_written(value: str) -> None:
    assert found_in(value) is not None


@pytest.mark.parametrize(
    "value",
    [
        "E07000123",
        "X01000001",
        "881954d4a7fffff",
        "WBRI",
        "2B",
        "25-34",
        "Level 3 (high)",
        "northshire_police",
        "10-11",
        "B09",
    ],
)
def test_codes_are_not_taken_for_personal_data(value: str) -> None:
    assert found_in(value, identifier=True) is None
    assert found_in(value) is None
