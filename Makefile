# Needs python3 (3.11 to 3.13, with venv) and make; everything else goes into .venv.
#
#   make run      the desk, on the documents in seeds/
#   make test     all tests
#   make lint     linter, format, types
#   make bench    the benchmarks
#   make clean    removes what was built
#
# PYTHON=python3.12 make run   takes another Python for a .venv that is not there yet.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# A stamp is as new as what was installed, so that a second `make run` starts at once.
TO_RUN := $(VENV)/ready-to-run
TO_DEVELOP := $(VENV)/ready-to-develop

.DELETE_ON_ERROR:
.PHONY: help run test lint bench clean requirements

help:
	@sed -n 's/^#   make/make/p' Makefile

run: $(TO_RUN)
	@$(BIN)/factdesk

test: $(TO_DEVELOP)
	$(BIN)/python -m pytest --numprocesses auto

lint: $(TO_DEVELOP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(TO_DEVELOP)
	@set -e; for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python $$benchmark; done

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2])' 2>/dev/null || \
	  { echo "factdesk needs Python 3.11 or newer, and $(PYTHON) is none: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) has no venv: install it (Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	@echo "Setting up $(VENV); this happens once."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(TO_RUN): $(BIN)/pip requirements/run.txt pyproject.toml
	@$(PIP) install --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TO_DEVELOP): $(TO_RUN) requirements/develop.txt
	@$(PIP) install --require-hashes --requirement requirements/develop.txt
	@touch $@

# Pins everything anew. Run with the oldest Python that is supported: its choice suits the others.
LOCK := build/lock
COMPILE := CUSTOM_COMPILE_COMMAND="make requirements" $(LOCK)/bin/pip-compile --quiet --upgrade \
  --generate-hashes --allow-unsafe --strip-extras --annotation-style line --no-emit-options \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

requirements:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	  { echo "pin with the oldest Python that is supported: make requirements PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(LOCK)
	$(LOCK)/bin/python -m pip --quiet install pip-tools
	$(COMPILE) --build-deps-for editable --output-file requirements/run.txt pyproject.toml
	$(PYTHON) -c 'import tomllib; \
	  print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
	  > $(LOCK)/dev.in
	$(COMPILE) --constraint requirements/run.txt --output-file requirements/develop.txt $(LOCK)/dev.in
