# Two commands: `make site` and `make test`. `make help` lists the others.
# Plain POSIX shell and make 3.81, so that macOS's own make does.

# The Python that makes .venv; by default the first of these that is 3.11 or newer.
PYTHON = python3 python3.14 python3.13 python3.12 python3.11 python
# Where `make serve` listens.
ADDR = 127.0.0.1:8000

VENV = .venv
STAMP = $(VENV)/.stamp
RUN = $(VENV)/bin/python
SUPPLY = .supply
STAGE = @printf '\n==> %s\n'

.PHONY: site serve test check setup lock clean help format lint types chromium lighthouse tests pictures schemas bench bench-draft audit sbom test-long
.NOTPARALLEL:

site: setup ## build the finished site from content/ (the default)
	@$(RUN) -m generator site

serve: setup ## the same, live, at http://127.0.0.1:8000/; elsewhere with ADDR=127.0.0.1:8001
	@$(VENV)/bin/mkdocs serve --dev-addr $(ADDR)

test: format lint types strict chromium lighthouse tests ## everything that CI runs

check: setup ## list the problems in content/
	@$(RUN) -m generator check

setup: $(STAMP) ## make .venv from requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@for python in $(PYTHON); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  "$$python" -c 'import venv, ensurepip' 2>/dev/null || { \
	    echo "error: $$python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }; \
	  echo "Setting up $(VENV) with $$python, once for each change of requirements.lock"; \
	  "$$python" -m venv $(VENV) || exit 1; \
	  $(RUN) -m pip install --quiet --disable-pip-version-check --requirement requirements.lock || exit 1; \
	  $(RUN) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable . || exit 1; \
	  touch $(STAMP); exit 0; \
	done; \
	echo "error: Who Says? needs Python 3.11 or newer; none of these is: $(PYTHON)" >&2; exit 1

lock: ## write both locks anew from pyproject.toml (needs uv)
	uv lock
	uv export --quiet --format requirements-txt --no-emit-project --no-header --output-file requirements.lock

format: setup
	$(STAGE) "format: ruff format --check"
	@$(VENV)/bin/ruff format --check

lint: setup
	$(STAGE) "lint: ruff check"
	@$(VENV)/bin/ruff check

types: setup
	$(STAGE) "types: mypy --strict"
	@$(VENV)/bin/mypy
	$(STAGE) "types: tsc, of the workbench's modules (needs Node)"
	@$(RUN) -m tests.types.run

strict: setup
	$(STAGE) "site: the strict build"
	@$(RUN) -m generator site

chromium: setup
	$(STAGE) "browser: a Chromium to test with"
	@$(RUN) -m tests.browser.chromium

lighthouse: setup chromium strict ## score the built site (needs Node)
	$(STAGE) "lighthouse: accessibility, practices, search engines, speed"
	@$(RUN) -m tests.lighthouse.run site

tests: setup
	$(STAGE) "tests: units, cases, engines, browser"
	@WHOSAYS_SITE=site $(VENV)/bin/pytest --numprocesses auto --dist worksteal

pictures: setup chromium strict ## take the README's pictures, and those that tests compare with, anew
	$(STAGE) "pictures: look at them before you commit"
	@WHOSAYS_SITE=site WHOSAYS_PICTURES=renew $(VENV)/bin/pytest tests/browser/test_pictures.py

schemas: setup ## write schemas/ anew, for editors that help while one writes
	@mkdir -p schemas
	@for name in article codebook pairs lesson reading data; do \
	  $(RUN) -m generator schema $$name > schemas/$$name.json || exit 1; done

bench: setup ## measure builds beside Eleventy and Hugo, and write docs/performance.md; other sizes with SIZES=100,1000
	@if command -v npm >/dev/null; then (cd bench && npm ci --silent --no-audit --no-fund); fi
	@$(RUN) -m bench $(if $(SIZES),--sizes $(SIZES))

bench-draft: setup ## measure the drafting on our articles, or on FOLDER="one two" in brat format
	@$(RUN) -m bench.draft $(FOLDER)

test-long: setup chromium strict ## all tests, with the long ones that `make test` leaves out
	$(STAGE) "tests: all of them, and 25,000 random articles"
	@WHOSAYS_SITE=site WHOSAYS_FUZZ=long $(VENV)/bin/pytest -m "long or not long" --numprocesses auto --dist worksteal

audit: $(SUPPLY) ## look up what requirements.lock names among known weaknesses (needs the network)
	@$(SUPPLY)/bin/pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict

sbom: $(SUPPLY) ## write sbom.json: all that the project is made with, as CycloneDX
	@$(SUPPLY)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
	  --output-reproducible --output-format JSON --output-file sbom.json

# Apart from .venv: no part of the generator, and nothing that it runs with.
$(SUPPLY):
	@for python in $(PYTHON); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  "$$python" -m venv $(SUPPLY) && \
	  $(SUPPLY)/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1 cyclonedx-bom==7.5.0 && exit 0; \
	  rm -rf $(SUPPLY); exit 1; \
	done; exit 1

clean: ## remove what was built, and .venv
	@if [ -f docs/.generated ]; then (cd docs && xargs rm -f < .generated && rm -f .generated); fi
	@rm -rf site $(VENV) $(SUPPLY) sbom.json .mypy_cache .pytest_cache .ruff_cache

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile
