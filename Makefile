# Sightline. `make run` shows it; `make test` proves it; `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help env run demo test check bench screens format clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
EPISODES ?= 100000 1000000
SOURCES := $(wildcard *.py access answers charts data disclosure pages queries reports tests)

export SIGHTLINE_DATA ?= $(CURDIR)/var
export MODE ?= protected
export ADDRESS ?= 127.0.0.1
export PORT ?= 8501
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

env: .venv/.tools  ## make .venv with everything that running and testing need

run: .venv/.packages  ## show the dashboard, with the demo extract if nothing is loaded (PORT, MODE=exact, ADDRESS)
	@[ -f "$(SIGHTLINE_DATA)/CURRENT" ] || $(MAKE) --no-print-directory demo
	@exec $(BIN)/python -m access

demo: .venv/.packages  ## write the demo extract and load it
	@rm -rf "$(SIGHTLINE_DATA)/demo"
	@$(BIN)/python -m data demo "$(SIGHTLINE_DATA)/demo"
	@$(BIN)/python -m data load "$(SIGHTLINE_DATA)"/demo/*

test: .venv/.tools chromium  ## every test, in a real browser too
	@$(BIN)/python -m pytest -n 2

check: .venv/.tools  ## format, style, types and the direction of imports; seconds
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_repository.py

bench: .venv/.tools chromium  ## the goals of speed, as ratios (EPISODES="100000 1000000")
	@$(BIN)/python -m tests.bench $(EPISODES)

screens: .venv/.tools chromium  ## draw every page again into docs/screens/
	@$(BIN)/python -m pytest -q tests/browser/test_screens.py --screens

format: .venv/.tools  ## put the code into its one format
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

clean:  ## remove .venv and the caches; the data under var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.packages: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Sightline needs Python 3.11 or later: apt-get install python3.11, or make PYTHON=/path/to/python3.11"; exit 1; }
	@[ -x $(BIN)/pip ] || $(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(INSTALL) python3-venv >/dev/null; } \
		|| { echo "Python has no venv module: as root, apt-get install python3-venv, then try again."; exit 1; }
	@[ -x $(BIN)/pip ] || $(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet -r requirements.txt
	@touch $@

.venv/.tools: requirements-dev.txt .venv/.packages
	@$(BIN)/pip install --quiet -r requirements-dev.txt
	@touch $@

INSTALL = $(AS_ROOT) apt-get update -qq && $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { $(INSTALL) chromium >/dev/null; } \
		|| { echo "The browser tests need Debian's chromium: as root, apt-get install chromium."; exit 1; }
