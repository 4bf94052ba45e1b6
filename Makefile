# `make run` opens the window, `make test` checks everything; both set up first.
# PYTHON=/path/to/python3.12 chooses the interpreter of .venv.

PY := .venv/bin/python
export PYTHON

.PHONY: help run test test-all test-versions lint format setup references translations release-check clean

help:
	@echo 'make run      open the window (without a display: run the demo in the terminal)'
	@echo 'make test     every check: format, lint, types, layers, tests'
	@echo 'make test-all the same with every family and every grid, and the figures of the lessons: two hours'
	@echo 'make test-versions  the tests on each Python that is here, and with the lowest allowed versions'
	@echo 'make lint     the checks without the tests'
	@echo 'make format   format the code and mend what can be mended'
	@echo 'make references  compute with PyTorch what the tests compare with (tests/data/references)'
	@echo 'make translations  bring resources/translations up to date with the code, and compile them'
	@echo 'make release-check  build sdist and wheel, and run the demo from an empty environment'
	@echo 'make setup    make .venv and install the locked versions, nothing else'
	@echo 'make clean    remove .venv and everything that was built'

setup:
	@bash packaging/setup.sh

run: setup
	@bash packaging/run.sh

lint: setup
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo

test:
	@bash packaging/setup.sh --tests
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest $(PYTEST_ARGUMENTS)

# in parts, since a process has room for so many compiles only (memory, too), see tests/conftest.py
test-all: test
	@for part in 1 2 3 4 5 6 7 8 9 10; do $(PY) -m pytest -m exhaustive --part $$part/10 || exit; done
	@$(PY) -m pytest -m measured --numprocesses=0

test-versions:
	@bash packaging/test-versions.sh

format: setup
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

references:
	@bash packaging/references/references.sh

translations: setup
	@$(PY) packaging/translations.py

release-check: setup
	@bash packaging/release-check.sh

clean:
	rm -rf .venv .venv-* build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
