# `make` alone lists what there is. Nothing but Python 3.11 or newer and make has to be installed before.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
RUN := .venv/bin/python
INSTALLED := .venv/.installed
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: $(INSTALLED) ## play a whole case through the running product, with a movable clock
	@$(RUN) -m deploy.demo $(ARGS)

.PHONY: up
up: $(INSTALLED) ## start the product fresh and leave it running (addresses and people are printed)
	@$(RUN) -m deploy.local up

.PHONY: down
down: $(INSTALLED) ## stop what `make up` started
	@$(RUN) -m deploy.local down

.PHONY: test
test: $(INSTALLED) ## every test, on real parts (ARGS="-k name" for some)
	@$(RUN) -m deploy.local prepare
	@$(RUN) -m pytest $(ARGS)

.PHONY: check
check: $(INSTALLED) ## format, lint, types, direction of the house, drift of generated files, fast tests
	@.venv/bin/ruff format --check --quiet
	@.venv/bin/ruff check --quiet
	@.venv/bin/shellcheck .ci/run deploy/compose/kafka/start
	@$(RUN) -m mypy .
	@$(RUN) -m deploy.prometheus
	@$(RUN) -m deploy.helm
	@$(if $(wildcard .importlinter)$(shell grep -l importlinter pyproject.toml),.venv/bin/lint-imports --no-logo)
	@$(if $(wildcard deploy/generate deploy/generate.py),$(RUN) -m deploy.generate --check)
	@$(RUN) -m pytest -m "not stack and not browser" $(ARGS)

.PHONY: format
format: $(INSTALLED) ## put the code in its form
	@.venv/bin/ruff check --fix --quiet
	@.venv/bin/ruff format --quiet

.PHONY: generate
generate: $(INSTALLED) ## write the generated files again (OpenAPI, AsyncAPI, schemas, tables)
	@$(RUN) -m deploy.generate

.PHONY: requirements
requirements: $(INSTALLED) ## say which requirement is proved by which test
	@$(RUN) -m tests.requirements $(ARGS)

.PHONY: bench
bench: $(INSTALLED) ## measure, and compare with the aims
	@$(RUN) -m deploy.local prepare
	@$(RUN) -m tests.bench $(ARGS)

.PHONY: chaos
chaos: $(INSTALLED) ## kill and cut while cases are worked on; nothing may be lost (SECONDS=60)
	@$(RUN) -m deploy.local prepare
	@$(RUN) -m tests.chaos --seconds $(or $(SECONDS),60) $(ARGS)

.PHONY: secrets
secrets: $(INSTALLED) ## make what docker-compose.yml reads: passwords, keys, a certificate (SAMSPILL_HOST=name)
	@SAMSPILL_HOST=$(SAMSPILL_HOST) $(RUN) -m deploy.compose.make_secrets

.PHONY: dead-letters
dead-letters: $(INSTALLED) ## list the records that the running product could not handle
	@$(RUN) -m deploy.local dead-letters $(ARGS)

.PHONY: tools
tools: $(INSTALLED) ## build promtool and helm for the checks that use them (needs Go; some minutes once)
	@$(RUN) -m deploy.tools

.PHONY: lock
lock: $(INSTALLED) ## choose and pin versions again: Python packages, Kafka's jars, Node packages
	@$(COMPILE) requirements.in -o requirements.txt $(ARGS)
	@$(COMPILE) requirements-dev.in -c requirements.txt -o requirements-dev.txt $(ARGS)
	@$(RUN) -m deploy.local.jars
	@cd deploy/local/node && ../../../.venv/bin/npm install --package-lock-only --ignore-scripts --no-audit \
		--no-fund --omit-lockfile-registry-resolved=true

$(INSTALLED): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Samspill needs Python 3.11 or newer; \"$(PYTHON)\" is $$($(PYTHON) --version 2>&1 || true)." \
			"Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x .venv/bin/pip || $(PYTHON) -m venv .venv >/dev/null || { \
		echo "Python's own venv module is incomplete; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Installing the pinned Python packages into .venv (once; two minutes or so)"
	@.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt || { \
		echo "The packages could not be installed. Is there a network, and room on the disk?" >&2; exit 1; }
	@touch $@
