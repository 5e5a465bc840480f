# One door. `make check` runs all that must hold; `make demo` shows what Kawat does. Needs Python 3.11 or newer.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Wheels only: no compiler is needed, and what is installed is what was built for this platform.
WHEELS := --only-binary=:all:
DEMO_DB := build/demo.db

.DEFAULT_GOAL := help
.PHONY: help setup runtime demo test browser readers check lint types layers generated floors docs tables pipeline format bench clean

help: ## Say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kawat needs Python 3.11 or newer: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# pip before 25.1 knows no dependency groups.
$(VENV)/.pip: $(VENV)/bin/python
	$(PIP) install --quiet --upgrade 'pip>=25.1' $(WHEELS)
	@touch $@

$(VENV)/.runtime: $(VENV)/.pip pyproject.toml
	$(PIP) install --quiet $(WHEELS) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(PIP) install --quiet $(WHEELS) --group dev
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(PIP) install --quiet $(WHEELS) --group bench
	@touch $@

$(VENV)/.browser: $(VENV)/.dev
	$(PIP) install --quiet $(WHEELS) --group browser
	@touch $@

# gdelt brings tools that nothing here needs; of it only the list of columns is read.
$(VENV)/.readers: $(VENV)/.dev
	$(PIP) install --quiet $(WHEELS) --group readers
	$(PIP) install --quiet $(WHEELS) --no-deps 'gdelt>=0.1.14'
	@touch $@

runtime: $(VENV)/.runtime ## Kawat alone in .venv

setup: $(VENV)/.dev ## Kawat and the tools to work on it in .venv

demo: runtime ## Read the example reports and ask what two states did and said to each other
	@mkdir -p $(dir $(DEMO_DB))
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	$(BIN)/kawat add --db $(DEMO_DB) examples
	$(BIN)/kawat --lines dyad --db $(DEMO_DB) Filipina China

test: setup ## Run the tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

browser: $(VENV)/.browser ## The page in a Chromium of the system, with axe-core
	$(BIN)/python -m pytest tests/web/test_browser.py

readers: $(VENV)/.readers ## Every export, read back by programs that others wrote
	$(BIN)/python -m pytest tests/export tests/test_frames.py

check: lint types layers generated test floors ## All that must hold

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

generated: setup
	$(BIN)/python scripts/build_tables.py --check
	$(BIN)/python scripts/pipeline_digest.py --check
	$(BIN)/python scripts/generate_docs.py --check

floors: setup ## Quality against its floors
	$(BIN)/python benchmarks/gate.py

format: setup ## Format the code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

tables: setup ## Build the tables of knowledge from resources/, then the version of the rules
	$(BIN)/python scripts/build_tables.py
	$(BIN)/python scripts/pipeline_digest.py

pipeline: setup ## Write the version of the rules after a change in them
	$(BIN)/python scripts/pipeline_digest.py

docs: setup ## Write the generated pages of docs/
	$(BIN)/python scripts/generate_docs.py

bench: $(VENV)/.bench ## Quality, body text beside other tools in one run, and adding under kill -9
	$(BIN)/python benchmarks/gate.py
	$(BIN)/python -m benchmarks.bodies ../shared/data/html
	$(BIN)/python -m benchmarks.crash

clean: ## Remove what make made, but not .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
