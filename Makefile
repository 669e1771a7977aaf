# Works as the first command on a machine with Python 3.11 or later, pip and make:
# the virtual environment is made, and filled with what a target needs, by the target itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPHINX := $(BIN)/python -m sphinx -n -W --keep-going -q

# The real documents, and the environment of the libraries that newsmodel is measured beside.
DATA := $(or $(NEWSMODEL_DATA),../shared/data)
PEERS := .venv-peers
PAGE_PEERS := .venv-page-peers
SPEED_PEERS := .venv-speed-peers

.PHONY: help demo test lint coverage deep docs bench-samples bench-fidelity bench-pages bench-prose bench bench-quick bench-archives faults clean

help:
	@echo "make demo    read a messy page, write it in every format (needs the command only)"
	@echo "make test    lint, types, layers, tests, documentation: what must pass"
	@echo "make lint    ruff, mypy, import-linter"
	@echo "make coverage  the tests once more, and which lines and branches none of them reaches"
	@echo "make deep    the laws with 10,000 examples each; takes long"
	@echo "make docs    the documentation, in docs/_build/html, and its examples run"
	@echo "make bench-samples    read the real documents, write docs/explanation/real_documents.md"
	@echo "make bench-fidelity   the same beside other libraries, which it installs apart from ours"
	@echo "make bench-pages      read publishers' pages beside other libraries, write docs/explanation/real_pages.md"
	@echo "make bench-prose      read annotated prose, write the same page"
	@echo "make bench            how fast, beside the limits and other libraries, write docs/explanation/speed.md; takes long"
	@echo "make bench-quick      the same in two minutes, printed alone"
	@echo "make bench-archives   200,000 documents on 1, 2 and all cores, beside plain scripts and clusters; takes long"
	@echo "make faults           break runs on purpose, 200 times, and see that nothing is lost; takes long"
	@echo "make clean   remove everything that make made"

demo: $(VENV)/.cli
	$(BIN)/newsmodel demo

test: lint
	$(BIN)/python -m pytest -n auto --dist worksteal
	$(MAKE) --no-print-directory docs

lint: $(VENV)/.all
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

coverage: $(VENV)/.all
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered

deep: $(VENV)/.all
	NEWSMODEL_PROFILE=deep $(BIN)/python -m pytest -n auto --dist worksteal tests/laws

docs: $(VENV)/.all
	$(SPHINX) -b doctest docs docs/_build/doctest
	$(SPHINX) -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench-samples: $(VENV)/.all
	$(BIN)/python -m benchmarks.samples --page

bench-fidelity: $(VENV)/.all $(PEERS)/.made
	$(BIN)/python -m benchmarks.fidelity --page $(PEERS)/bin/python $(PEERS)/classes

bench-pages: $(VENV)/.all $(PAGE_PEERS)/.made
	$(PAGE_PEERS)/bin/python -W ignore -m benchmarks.pages --page

bench-prose: $(VENV)/.all
	$(BIN)/python -m benchmarks.prose --page

bench: $(SPEED_PEERS)/.made
	PYTHONPATH=$(SPEED_PEERS)/classes $(SPEED_PEERS)/bin/python -m benchmarks.speed --page

bench-quick: $(SPEED_PEERS)/.made
	PYTHONPATH=$(SPEED_PEERS)/classes $(SPEED_PEERS)/bin/python -m benchmarks.speed --quick

bench-archives: $(VENV)/.all $(SPEED_PEERS)/.made
	$(BIN)/python -m benchmarks.archives $(or $(WORK),/var/tmp/newsmodel-archives) --peers $(SPEED_PEERS)/bin/python --page

faults: $(VENV)/.all
	$(BIN)/python -m tests.faults --rounds 200

clean:
	rm -rf $(VENV) $(PEERS) $(PAGE_PEERS) $(SPEED_PEERS) docs/_build dist build newsmodel-demo .coverage .coverage.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests examples docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp for each set of extras: newer than pyproject.toml means installed as it says.
$(VENV)/.%: pyproject.toml $(BIN)/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	@touch $@

# xsdata makes its classes from the standard's schema, and calls ruff, which it brings, to lay them out.
$(PEERS)/.made: benchmarks/peers.txt $(BIN)/pip
	rm -rf $(PEERS)
	$(BIN)/python -m venv --without-pip $(PEERS)
	$(BIN)/python -m pip --python $(PEERS)/bin/python install --quiet --disable-pip-version-check --requirement $<
	mkdir $(PEERS)/classes
	schema=$$(realpath $(DATA))/schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd && cd $(PEERS)/classes && PATH="../bin:$$PATH" \
	  ../bin/xsdata generate --compound-fields --structure-style single-package --package newsml_g2_classes "$$schema" > /dev/null 2>&1
	@touch $@

# newsmodel is there too: all are timed in one process. The newest pip resolves the peers; that of an old Python may not.
$(PAGE_PEERS)/.made: benchmarks/page_peers.txt pyproject.toml $(BIN)/pip
	rm -rf $(PAGE_PEERS)
	$(BIN)/python -m venv --without-pip $(PAGE_PEERS)
	$(BIN)/python -m pip --python $(PAGE_PEERS)/bin/python install --quiet --disable-pip-version-check pip
	$(PAGE_PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $< --editable .
	@touch $@

# All are timed in one process. Without the schemas there are no classes for xsdata, and it is left out of the table, with that reason.
$(SPEED_PEERS)/.made: benchmarks/speed/peers.txt pyproject.toml $(BIN)/pip
	rm -rf $(SPEED_PEERS)
	$(BIN)/python -m venv --without-pip $(SPEED_PEERS)
	$(BIN)/python -m pip --python $(SPEED_PEERS)/bin/python install --quiet --disable-pip-version-check pip
	$(SPEED_PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $< --editable '.[cli]'
	mkdir $(SPEED_PEERS)/classes
	schema=$(DATA)/schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd; test ! -f "$$schema" || { schema=$$(realpath "$$schema") && cd $(SPEED_PEERS)/classes && \
	  PATH="../bin:$$PATH" ../bin/xsdata generate --compound-fields --structure-style single-package --package newsml_g2_classes "$$schema" > /dev/null 2>&1; }
	@touch $@

# Debian keeps `ensurepip` in the package python3-venv. Without it, the environment gets its pip from the system's pip.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newsmodel needs Python 3.11 or later; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) > /dev/null 2>&1 || \
	  { rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
	    $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check pip; } || \
	  { rm -rf $(VENV); echo "no virtual environment could be made: install python3-venv, or python3-pip" >&2; exit 1; }
