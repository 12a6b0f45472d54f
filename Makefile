# Foedus. `make help` says what there is. Needs python3 (3.11-3.13), python3-venv and make; nothing is installed
# outside .venv. Every target says what it does, and a second run finds its environment ready.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
FOEDUS := $(BIN)/foedus
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
RUNTIME_LOCKS := requirements/base.txt requirements/build.txt

# More for the test runner, say: make test PYTEST_ARGS="-k falklands -n 0"
PYTEST_ARGS ?= -n auto
# More for the tests in a browser, say: make test-browser BROWSER_ARGS="-k phone"
BROWSER_ARGS ?=
# More for the benchmarks, say: make bench BENCH_ARGS="--rounds 31"
BENCH_ARGS ?=

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-browser coverage check format bench docs gallery dist lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ------------------------------------------------------------------------------------------------- environments

# What a user has: the package, and what it needs at run time.
$(VENV)/.base: $(RUNTIME_LOCKS) pyproject.toml hatch_build.py
	@echo "==> environment: the package and what it needs ($(VENV))"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Foedus needs Python 3.11 or newer; try: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes $(addprefix -r ,$(RUNTIME_LOCKS))
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What draws the demo's pictures and makes its draws.
$(VENV)/.demo: $(VENV)/.base requirements/demo.txt
	@echo "==> environment: what the demo's page needs"
	@$(PIP) --require-hashes -r requirements/demo.txt
	@touch $@

# What a contributor has besides: tests, checks, the builder.
$(VENV)/.dev: $(VENV)/.base requirements/dev.txt
	@echo "==> environment: tests, checks and the builder"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# -------------------------------------------------------------------------------------------------------- targets

demo: $(VENV)/.demo ## Assess two bundled contingencies, and write one of them to demo.html
	@echo "==> foedus demo"
	@$(FOEDUS) demo --html demo.html

test: $(VENV)/.dev ## Run the tests
	@echo "==> pytest"
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

test-browser: $(VENV)/.dev ## Walk through the workbench in Chromium (Debian's package chromium)
	@echo "==> pytest tests/browser"
	@FOEDUS_REQUIRE_BROWSER=1 $(BIN)/python -m pytest tests/browser -n 0 $(BROWSER_ARGS)

coverage: $(VENV)/.dev ## Run the tests and list the lines no test reaches
	@echo "==> pytest, counting lines and branches"
	@$(BIN)/python -m pytest --cov --cov-report=term-missing $(PYTEST_ARGS)

check: $(VENV)/.dev ## Lint, formatting, types, architecture
	@echo "==> ruff check"
	@$(BIN)/ruff check .
	@echo "==> ruff format --check"
	@$(BIN)/ruff format --check .
	@echo "==> mypy"
	@$(BIN)/mypy
	@echo "==> lint-imports"
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev ## Format, and mend what ruff can mend
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev ## Measure the promises, each beside its baseline in the same run
	@echo "==> benchmarks"
	@status=0; for script in cold_process guarantees large_register panels ensembles similarity sweeps workbench; do \
	$(BIN)/python benchmarks/$$script.py $(BENCH_ARGS) || status=$$?; echo; done; exit $$status

docs: $(VENV)/.base ## Write the JSON Schemas (docs/schema), the dictionaries of data, panels and SQL, and the gallery's page
	@echo "==> docs/schema"
	@$(FOEDUS) schema --write docs/schema
	@echo "==> docs/data.md"
	@$(FOEDUS) data dictionary --write docs/data.md
	@echo "==> docs/sql-tables.md"
	@$(FOEDUS) sql --dictionary docs/sql-tables.md
	@echo "==> docs/panel-columns.md"
	@$(FOEDUS) panel --dictionary --write docs/panel-columns.md
	@echo "==> docs/gallery.md"
	@$(FOEDUS) chart list --write docs/gallery.md

gallery: $(VENV)/.dev ## Draw the gallery's pictures anew, as far as the data at hand allow
	@echo "==> docs/gallery"
	@$(FOEDUS) chart list --draw docs/gallery

dist: $(VENV)/.dev ## Build sdist and wheel, and run the demo from the wheel in a clean place
	@echo "==> sdist and wheel"
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist . > $(VENV)/build.log 2>&1 || { cat $(VENV)/build.log; exit 1; }
	@ls -1sh dist
	@echo "==> the wheel in a clean environment, outside the checkout"
	@set -e; clean=$$(mktemp -d); trap 'rm -rf "$$clean"' EXIT; \
	$(PYTHON) -m venv "$$clean/venv"; \
	pip="$$clean/venv/bin/python -m pip install --quiet --disable-pip-version-check"; \
	$$pip --require-hashes -r requirements/base.txt; \
	$$pip --no-deps --no-index dist/foedus-*.whl; \
	cd "$$clean"; \
	env -u PYTHONPATH PYTHONSAFEPATH=1 venv/bin/python -c 'import pathlib, foedus; here = pathlib.Path(foedus.__file__).parent; \
	assert (here / "register/data/_compiled/register.jsonl").stat().st_size, "the wheel holds no compiled register"'; \
	env -u PYTHONPATH PYTHONSAFEPATH=1 venv/bin/foedus demo

lock: requirements/lock.txt ## Renew the locked requirements (then read the diff)
	@echo "==> locking requirements"
	@test -x $(VENV)-lock/bin/uv || { $(PYTHON) -m venv $(VENV)-lock; \
	$(VENV)-lock/bin/python -m pip install --quiet --require-hashes -r requirements/lock.txt; }
	@set -e; compile() { $(VENV)-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --upgrade --custom-compile-command "make lock" --output-file "$$@"; }; \
	compile requirements/dev.txt pyproject.toml requirements/dev.in --extra all; \
	compile requirements/base.txt pyproject.toml --constraints requirements/dev.txt; \
	compile requirements/demo.txt pyproject.toml --extra charts --extra measures --constraints requirements/dev.txt; \
	compile requirements/build.txt requirements/build.in --constraints requirements/dev.txt; \
	compile requirements/lock.txt requirements/lock.in
	@! grep -nE '://|^ *--?(index|extra-index|find-links|trusted)' requirements/*.txt \
	|| { echo "a lock file holds an address"; exit 1; }

clean: ## Remove what the targets above made
	@rm -rf dist build .coverage .coverage.* htmlcov .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	.hypothesis .benchmarks $(VENV) $(VENV)-lock src/foedus/register/data/_compiled
	@find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
