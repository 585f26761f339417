"""`python -m data`: what it prints, what it exits with, and one clear line whatever it is given."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.__main__ import main
from tests.data.sent import name_cube, write

COMMANDS = ("template", "demo", "check", "load", "boundaries", "versions", "rollback")
ROWS = ["p1 ann 2024-02-03T21:00 2024-02-04T03:00 C1"]
WRONG = ["p1 ann 2024-02-03T21:00 2024-02-02T03:00 C1"]  # ends before it starts

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, and no cube: making one takes seconds."""
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("data.__main__.build_cube", name_cube)
    return tmp_path / "data"


def run(*words: object) -> int:
    return main([str(word) for word in words])


def police(folder: Path, rows: list[str] | None = None) -> Path:
    return write(folder, "police", "police", rows or ROWS)


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)])
def test_every_command_explains_itself(words: tuple[str, ...], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words, "--help")
    assert ended.value.code == 0
    assert "usage: python -m data" in capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("fly",), ("demo",), ("load",), ("demo", "x", "--episodes", "few")])
def test_a_command_that_is_not_understood_is_explained_and_exits_2(
    words: tuple[str, ...], capsys: Printed
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_template_is_written_once_and_never_over_one_that_is_there(
    tmp_path: Path, capsys: Printed
) -> None:
    assert run("template", tmp_path / "blank", "--json") == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert all(Path(path).is_file() for path in written)
    assert run("template", tmp_path / "blank") == 1
    assert "Choose an empty folder" in capsys.readouterr().err


def test_the_demo_is_written_and_passes_the_check(tmp_path: Path, capsys: Printed) -> None:
    assert run("demo", tmp_path / "demo", "--episodes", 100, "--years", 1, "--json") == 0
    folders = json.loads(capsys.readouterr().out)["written"]
    assert len(folders) == 5
    assert run("check", *folders) == 0


def test_a_good_extract_is_checked_loaded_listed_and_rolled_back(tmp_path: Path, capsys: Printed) -> None:
    extract = police(tmp_path)
    assert run("check", extract) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"
    versions = []
    for _ in range(2):
        assert run("load", extract, "--json") == 0
        versions.append(json.loads(capsys.readouterr().out)["version"])
    assert run("versions") == 0
    assert capsys.readouterr().out == f"  {versions[0]}  police\n* {versions[1]}  police\n"
    assert run("rollback") == 0
    assert capsys.readouterr().out == f"Version {versions[0]} is in service.\n"
    assert run("versions", "--json") == 0
    listed = json.loads(capsys.readouterr().out)["versions"]
    assert [one["in_service"] for one in listed] == [True, False]
    assert run("rollback", "2020-01-01.0001") == 1
    assert "no such version" in capsys.readouterr().err


def test_before_the_first_load_there_is_nothing_to_list_or_go_back_to(capsys: Printed) -> None:
    assert run("versions") == 0
    assert "No version has been loaded yet" in capsys.readouterr().out
    assert run("rollback") == 1
    assert "no such version" in capsys.readouterr().err


def test_a_breach_is_printed_with_its_place_and_what_to_do(tmp_path: Path, capsys: Printed) -> None:
    extract = police(tmp_path, WRONG)
    assert run("check", extract) == 1
    assert capsys.readouterr().out == (
        "refuse: police/missing_episodes.csv/ended_at: Absences end before they start (1 row; first 2). "
        "Mend the start or the end. [567]\n"
    )


@pytest.mark.parametrize("command", ["check", "load"])
def test_breaches_are_one_json_object_on_request(tmp_path: Path, capsys: Printed, command: str) -> None:
    assert run(command, police(tmp_path, WRONG), "--json") == 1
    (breach,) = json.loads(capsys.readouterr().out)["breaches"]
    assert breach["rule"] == "567"
    assert breach.keys() == {"extract", "rule", "severity", "what", "file", "column", "count", "rows", "todo"}


def test_a_warning_is_printed_and_does_not_fail_the_check(tmp_path: Path, capsys: Printed) -> None:
    midnights = [f"p{at} kid{at} 2024-02-03T00:00 - C1" for at in range(20)]
    assert run("check", police(tmp_path, midnights)) == 0
    assert "warn: police/missing_episodes.csv/started_at: More than 30% of times" in capsys.readouterr().out


def test_the_check_knows_the_areas_in_service(tmp_path: Path) -> None:
    run("load", police(tmp_path))
    council = write(tmp_path, "council", "childrens_services", ROWS, areas="")
    assert run("check", council) == 0


BAD = ("nowhere", "empty", "no_manifest", "a_file.txt", "not_one.xlsx", "damaged")


@pytest.fixture
def bad(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Something that is no extract, by its name."""
    path = tmp_path / request.param
    if request.param in ("a_file.txt", "not_one.xlsx"):
        path.write_text("Bobby")
    elif request.param == "damaged":
        (write(tmp_path, "damaged", "police", ROWS) / "children.parquet").write_bytes(b"PAR1 Bobby PAR1")
    elif request.param != "nowhere":
        path.mkdir()
    if request.param == "no_manifest":
        (path / "areas.csv").write_text("area_code,area_name,level\n")
    return path


@pytest.mark.parametrize("bad", BAD, indirect=True)
@pytest.mark.parametrize("command", ["check", "load"])
def test_what_is_no_extract_gets_one_clear_line(bad: Path, command: str, capsys: Printed) -> None:
    assert run(command, bad) == 1
    printed = capsys.readouterr()
    (line,) = printed.out.splitlines()
    assert line.startswith(f"refuse: {bad.name}/")
    assert "Bobby" not in printed.out + printed.err
    assert printed.err.count("\n") == (1 if command == "load" else 0)


@pytest.mark.parametrize("command", ["demo", "template"])
def test_a_folder_that_cannot_be_made_gets_one_clear_line(
    tmp_path: Path, capsys: Printed, command: str
) -> None:
    (tmp_path / "taken").write_text("")
    assert run(command, tmp_path / "taken") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_data_folder_that_cannot_be_made_gets_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path / "taken"))
    assert run("load", police(tmp_path)) == 1
    error = capsys.readouterr().err
    assert "The machine could not do it" in error
    assert error.count("\n") == 1


def test_nothing_is_written_to_a_log_beside_the_answer(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data", "check", str(police(tmp_path))],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("Nothing to mend.\n", "")
