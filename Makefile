# Every target sets up what it needs: a virtual environment in .venv, from the lock files alone.
# PYTHON=python3.12 picks the Python for it.

PYTHON =
UV_FLAGS =
# Tools are started through it: their own scripts name the folder that .venv was made in.
PY = .venv/bin/python
COMPILE = $(PY) -m uv pip compile --quiet --no-strip-extras --generate-hashes --universal --python-version 3.11 --no-header

.PHONY: help demo test check lint fix bench docs lock ready
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

demo: ready ## show the main work on a real text, in a temporary folder
	@sh docs/demo.sh

test: ready ## run the tests (those on large corpora if MALMOI_CORPORA names their folder)
	@$(PY) -m pytest -q -n auto

check: lint ## run all that a change must pass: linters, types, layers, tests with coverage
	@$(PY) -m pytest -q -n auto --cov

lint: ready ## run the part of check that needs no tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict glossary tui
	$(PY) .venv/bin/lint-imports --no-logo

fix: ready ## format the code and mend what ruff can mend
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: ready ## measure the speed, as ratios (installs the peers first)
	@$(PY) -m pip --disable-pip-version-check --quiet install --no-compile --require-hashes -r requirements-bench.lock
	@$(PY) -m tests.benchmarks

docs: ready ## write docs/cli.md the tables of docs/formats.md and docs/workbench.md, and its picture
	@$(PY) -m tests.docs.generate_cli
	@$(PY) -m tests.docs.generate_formats
	@$(PY) -m tests.docs.generate_keys
	@$(PY) -m tests.docs.generate_picture

lock: ready ## write the lock files anew from pyproject.toml (newest: UV_FLAGS=--upgrade)
	@$(COMPILE) $(UV_FLAGS) pyproject.toml -o requirements.lock
	@$(COMPILE) $(UV_FLAGS) -c requirements.lock --group dev pyproject.toml -o requirements-dev.lock
	@$(COMPILE) $(UV_FLAGS) -c requirements-dev.lock --group bench pyproject.toml -o requirements-bench.lock

# The stamp names the folder and the files that .venv was filled from. Another folder, another
# lock or a Python that has gone: it is filled again, and made again only where it cannot run.
ready:
	@stamp="$$(pwd; cksum pyproject.toml requirements-dev.lock)"; \
	if [ "$$stamp" = "$$(cat .venv/malmoi-stamp 2>/dev/null)" ] \
	  && $(PY) -c 'import platformdirs' 2>/dev/null; then exit 0; fi; \
	if ! $(PY) -c '$(SOUND)' 2>/dev/null; then \
	  python=; bare=; \
	  for one in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python3.14); do \
	    if "$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	      if "$$one" -c 'import ensurepip, venv' 2>/dev/null; then python="$$one"; break; fi; \
	      bare="$$one"; \
	    fi; \
	  done; \
	  if [ -z "$$python" ] && [ -n "$$bare" ]; then \
	    version="$$($$bare -c 'import sys; print("%d.%d" % sys.version_info[:2])')"; \
	    echo "$$bare cannot make a virtual environment: install the package python$$version-venv (Debian, Ubuntu: sudo apt install python$$version-venv)" >&2; exit 1; \
	  elif [ -z "$$python" ]; then \
	    echo "Python 3.11 or later is missing: install the packages python3 and python3-venv (Debian, Ubuntu) or python@3.13 (Homebrew)" >&2; exit 1; \
	  fi; \
	  echo "making .venv with $$python" >&2; \
	  "$$python" -m venv --clear .venv || exit 1; \
	fi; \
	rm -f .venv/malmoi-stamp; \
	echo "installing the locked packages into .venv" >&2; \
	pip="$(PY) -m pip --disable-pip-version-check --quiet install --no-compile"; \
	$$pip --require-hashes -r requirements-dev.lock >&2 \
	  && $$pip --no-deps --no-build-isolation -e . >&2 \
	  && printf '%s\n' "$$stamp" > .venv/malmoi-stamp

SOUND = import sys, pip; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)
