# `make` lists the targets. Works with GNU Make 3.81 and newer, on Debian and macOS.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8501
WORKERS ?= 2
PYTEST_ARGS ?=
TIMES ?= 60
BENCH ?= all

BIN := .venv/bin
PIP := -m pip --disable-pip-version-check install --quiet --quiet --require-hashes --requirement
UV_COMPILE := uv pip compile --quiet --upgrade --universal --fork-strategy fewest \
	--python-version 3.11 --generate-hashes --custom-compile-command "make lock"
PYTEST := -m pytest --numprocesses $(WORKERS) --dist loadfile

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- Using it ---------------------------------------------------------------

.PHONY: run
run: .venv/.runtime ## Start the dashboard (PORT=8501)
	@echo
	@echo "  Dashboard: http://localhost:$(PORT)   (Ctrl+C stops it)"
	@echo
	@trap 'echo; exit 0' INT; $(BIN)/python -m streamlit run dashboard.py --server.port $(PORT) \
		--server.address localhost --server.headless true

.PHONY: run-sheet
run-sheet: .venv/.dev ## The same on an imitation of Google Sheets (BOOK=file.xlsx)
	@PORT=$(PORT) BOOK="$(BOOK)" tests/sheets_server/run-sheet.sh

# --- Checking it ------------------------------------------------------------

.PHONY: test
test: lint browser proxy object-store ## Lint, then run the tests
	@CHROMIUM="$$(scripts/ensure-browser.sh)" $(BIN)/python $(PYTEST) -m "not slow" $(PYTEST_ARGS)

.PHONY: test-all
test-all: lint browser proxy object-store ## The same with the slow tests, and again on Python 3.13 where there is one
	@CHROMIUM="$$(scripts/ensure-browser.sh)" $(BIN)/python $(PYTEST) $(PYTEST_ARGS)
	@if python="$$(scripts/find-python.sh 3.13)"; then \
		$(MAKE) --no-print-directory test-313 PYTHON313="$$python"; \
	else \
		echo "SKIPPED: the tests on Python 3.13, for there is no python3.13 on this machine."; \
	fi

.PHONY: test-313
test-313: .venv-3.13/.dev
	@echo "The tests again, on $$(.venv-3.13/bin/python --version)"
	@CHROMIUM="$$(scripts/ensure-browser.sh)" .venv-3.13/bin/python $(PYTEST) -m "not slow" $(PYTEST_ARGS)

.PHONY: browser
browser:
	@scripts/ensure-browser.sh >/dev/null

.PHONY: object-store
object-store: .venv/.dev
	@scripts/ensure-s3-server.sh >/dev/null

.PHONY: proxy
proxy:
	@scripts/ensure-nginx.sh >/dev/null

.PHONY: lint
lint: .venv/.dev ## Style, formatting, types, import contracts, build file
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/hadolint Dockerfile

.PHONY: format
format: .venv/.dev ## Rewrite the code in the house style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: soak
soak: .venv/.dev browser ## Ten minutes of fifty viewers while everything fails in turns
	@CHROMIUM="$$(scripts/ensure-browser.sh)" $(BIN)/python -m tests.soak

.PHONY: screenshots
screenshots: .venv/.dev browser ## Take the pictures of the README anew
	@CHROMIUM="$$(scripts/ensure-browser.sh)" $(BIN)/python -m scripts.screenshots

.PHONY: bench
bench: .venv/.dev browser ## Measure speed beside peers (BENCH="browser --rounds 2")
	@CHROMIUM="$$(scripts/ensure-browser.sh)" $(BIN)/python -m bench $(BENCH)

.PHONY: fuzz
fuzz: .venv/.dev ## Feed the parsers at random (TIMES=60 as much as every day)
	@FUZZ=$(TIMES) $(BIN)/python $(PYTEST) tests/fuzz $(PYTEST_ARGS)

# --- Its dependencies -------------------------------------------------------

.PHONY: audit
audit: .venv/.dev ## Ask whether known vulnerabilities are in what is installed
	@$(BIN)/python -m scripts.audit

.PHONY: lock
lock: .venv/.dev ## Take up the newest versions pyproject.toml allows
	$(BIN)/$(UV_COMPILE) --output-file requirements.txt pyproject.toml
	$(BIN)/$(UV_COMPILE) --output-file requirements-dev.txt pyproject.toml --group dev \
		--constraint requirements.txt
	$(BIN)/$(UV_COMPILE) --output-file requirements-s3.txt requirements-s3.in

.PHONY: clean
clean: ## Remove the virtual environments and caches
	rm -rf .venv .venv-3.13 .venv-s3 .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -type d -name __pycache__ -prune -exec rm -rf {} +

# A stamp is newer than the lock it was installed from.
.venv/.runtime: requirements.txt | .venv/bin/python
	@echo "Installing what the dashboard needs into .venv (about a minute the first time) ..."
	@$(BIN)/python $(PIP) requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing the dashboard's needs and the developer's tools into .venv ..."
	@$(BIN)/python $(PIP) requirements-dev.txt
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
		echo "This needs Python 3.11, 3.12 or 3.13, but $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
		echo "Name another one, for example: make PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv-3.13/.dev: requirements-dev.txt
	@echo "Installing the same into .venv-3.13 ..."
	@test -x .venv-3.13/bin/python || "$(PYTHON313)" -m venv .venv-3.13 || { rm -rf .venv-3.13; exit 1; }
	@.venv-3.13/bin/python $(PIP) requirements-dev.txt
	@touch $@
