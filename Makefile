# `make briefing` on a fresh clone needs python3 and make, nothing else. Each target makes what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt
OUT := out

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help briefing test check bench quality picture gallery labels lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

briefing: $(VENV)/.ready ## brief samples/articles: the digest here, the files in out/
	@mkdir -p $(OUT)
	@$(BIN)/brief samples/articles -o $(OUT)/briefing.html -o $(OUT)/briefing.md -o $(OUT)/briefing.json --quiet
	@$(BIN)/brief render $(OUT)/briefing.json
	@# By itself: without Pango the PDF fails, and the rest is there all the same.
	@$(BIN)/brief render $(OUT)/briefing.json -o $(OUT)/briefing.pdf --quiet || echo "What the PDF needs: $(BIN)/brief doctor"
	@ls -l $(OUT)/briefing.*

test: $(VENV)/.dev ## run the tests on all cores; says which were skipped and why
	@# A file stays on one core: its tests share the briefings and pages they are about.
	$(BIN)/pytest --numprocesses auto --dist loadfile -rs

check: $(VENV)/.dev ## lint, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready ## time brief and its peer on three articles, as fresh processes
	$(BIN)/python benchmarks/speed.py samples/articles/*.txt

quality: $(VENV)/.dev ## measure which sentences are chosen; DATA=folder adds DUC 2004 and Multi-News+
	PYTHONHASHSEED=0 $(BIN)/python -m benchmarks.quality $(DATA) # plain sumy's LSA follows the hash seed

picture: briefing ## draw the README's picture again (needs pdftoppm)
	pdftoppm -r 100 -f 1 -l 1 -singlefile -png $(OUT)/briefing.pdf docs/pictures/page-1

gallery: $(VENV)/.ready ## draw the pictures of docs/gallery.md again (needs pdftoppm and chromium; soffice for Word)
	$(BIN)/python scripts/gallery.py

labels: $(VENV)/.dev ## find new words, update the catalogues of the other languages and compile them
	$(BIN)/python scripts/labels.py

lock: ## choose the newest versions: writes constraints.txt
	@# A throw-away environment: the usual one would first be made again, from the very constraints we want to replace.
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/pip --disable-pip-version-check install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --universal --all-extras --upgrade --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --output-file constraints.txt

clean: ## remove all that was made
	rm -rf $(VENV) $(OUT) tests/web/node_modules build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Two stamps: who only wants the PDF does not wait for the tools of the tests. `--clear` empties a folder that a failed
# run left behind, its stamp first of all, and the stamp is written last: a half-made folder never looks ready.
$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) scripts/doctor.py
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --upgrade 'pip>=24.1' # the pip 23 of Debian 12 falls over lxml[html-clean]
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.ready tests/web/package-lock.json
	@$(PIP) --editable ".[dev]"
	@# html-validate, for the tests of the page; without npm they are skipped, and say so.
	@! command -v npm >/dev/null || npm ci --prefix tests/web --silent --no-audit --no-fund || echo "going on without html-validate"
	@touch $@
