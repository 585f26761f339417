"""What the repository may hold, read from the files that git tracks."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ITSELF = Path(__file__).relative_to(ROOT)
DATA = {".csv", ".parquet", ".duckdb", ".xlsx", ".xls", ".wal", ".db", ".zip", ".gz"}
PICTURES = {".png", ".woff2", ".ico", ".jpg"}
MACHINE = re.compile(r"(?<![\w.{}])/(?:work|root|tmp|home/\w+|opt|mnt)/", re.IGNORECASE)
REGISTRY = re.compile(
    r"index-url|find-links|artifactory|(?:files\.pythonhosted|pypi|registry\.npmjs)\.\w+", re.I
)
WORKPLACE = re.compile(
    r"\b(?:claude|anthropic|chatgpt|openai|copilot|llm|co-authored-by|shared/hooks)\b", re.I
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|WIP)\b|(?i:coming soon|not yet implemented)")
TOO_BROAD = re.compile(r"except\s*:|except\s+\(?(?:Base)?Exception\b|contextlib\.suppress\(Exception")
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail)|importorskip|unittest\.skip")
PAGE_LINES = 90


def tracked() -> list[Path]:
    """What git tracks; in an unpacked archive, every file."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in listed.stdout.split("\0") if name]
    found = [Path(name) for name in names] or [path.relative_to(ROOT) for path in ROOT.rglob("*")]
    kept = [path for path in found if path.parts[0] not in {".venv", "var", ".git"}]
    return sorted(path for path in kept if (ROOT / path).is_file())


TRACKED = tracked()
TEXTS = [path for path in TRACKED if path.suffix not in PICTURES | DATA and path != ITSELF]
PYTHON = [path for path in TEXTS if path.suffix == ".py"]


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Where a pattern is found, as file:line."""
    return [
        f"{path}:{number}"
        for path in files
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY, WORKPLACE], ids=["machine", "registry", "workplace"])
def test_the_repository_speaks_of_the_product_only(pattern: re.Pattern[str]) -> None:
    assert not lines_with(pattern, TEXTS)


def test_no_data_is_in_git() -> None:
    assert not [str(path) for path in TRACKED if path.suffix in DATA]


def test_nothing_is_left_unfinished() -> None:
    assert not lines_with(UNFINISHED, TEXTS)


def test_no_error_is_caught_without_a_name() -> None:
    assert not lines_with(TOO_BROAD, PYTHON)


def test_no_test_is_skipped() -> None:
    assert not lines_with(SKIPPED, PYTHON)


@pytest.mark.parametrize("path", [path for path in PYTHON if path.parent == Path("pages")], ids=str)
def test_a_page_is_thin(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= PAGE_LINES


def test_the_readme_starts_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("make run") < 2500
    assert readme.index("make test") < 2500


def test_every_relative_link_of_the_documents_leads_somewhere() -> None:
    broken = []
    for path in [path for path in TEXTS if path.suffix == ".md"]:
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / path).read_text(encoding="utf-8")):
            if "://" not in link and not (ROOT / path.parent / link).exists():
                broken.append(f"{path}: {link}")
    assert not broken


def test_the_architecture_names_every_folder() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    code = {path.parts[0] for path in PYTHON if len(path.parts) > 1} - {"tests"}
    assert not {name for name in code if name not in page}
