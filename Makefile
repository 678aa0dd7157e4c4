# demo, test, check, bench: each works alone in a new clone with nothing but Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.PHONY: demo test check bench page dist clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed page
	@rm -rf $(OUT)/demo
	@mkdir -p $(OUT)
	$(BIN)/kg build examples/articles --names examples/names --store $(OUT)/demo
	$(BIN)/kg facts --store $(OUT)/demo
	$(BIN)/kg export --store $(OUT)/demo --format trig -o $(OUT)/demo.trig
	$(BIN)/kg export --store $(OUT)/demo --format graphml -o $(OUT)/demo.graphml
	$(BIN)/kg export --store $(OUT)/demo --format gexf --view actors -o $(OUT)/demo.gexf
	$(BIN)/kg export --store $(OUT)/demo --format html --status all -o $(OUT)/demo.html
	@echo "The store is in $(OUT)/demo, the graph in $(OUT)/demo.trig (RDF), $(OUT)/demo.gexf (Gephi) and $(OUT)/demo.html (browser)."

test: $(VENV)/.installed-dev page
	$(BIN)/pytest -n auto

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The script of the interactive page, from its lock file; what is built is not in git.
PAGE := kg/page/built/page.js

page: $(PAGE)

$(PAGE): kg/page/src/page.js kg/page/package-lock.json kg/page/build.py | $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[page]'
	$(BIN)/python -m kg.page.build

dist: $(VENV)/.installed-dev page
	$(BIN)/python -m hatchling build

bench: $(VENV)/.installed
	$(BIN)/python -m bench.examples

clean:
	rm -rf $(OUT) dist build

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@
