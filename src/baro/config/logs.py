"""Log lines: for people on a terminal, as JSON for machines with `BARO_LOG=json`."""

import logging.config
import os
import sys
from collections.abc import MutableMapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from structlog.typing import Processor

# ProcessorFormatter runs these for lines that come from the standard library, too.
SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
]

log: Any = structlog.stdlib.get_logger("baro")


def log_settings() -> dict[str, Any]:
    """The `LOGGING` of Django, of the web server and of the supervisor alike."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [*_rendering()],
                "foreign_pre_chain": SHARED,
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": os.environ.get("BARO_LOG_LEVEL", "INFO")},
        "loggers": {
            "django": {"handlers": [], "propagate": True, "level": "INFO"},
            "_granian": {"handlers": [], "propagate": True, "level": "WARNING"},
            "granian.access": {"handlers": [], "propagate": True, "level": "INFO"},
            "procrastinate.blueprints": {"level": "WARNING"},
            "procrastinate.periodic": {"level": "WARNING"},
        },
    }


def _rendering() -> list[Processor]:
    clean = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if os.environ.get("BARO_LOG") == "json":
        as_json = structlog.processors.JSONRenderer(ensure_ascii=False)
        return [clean, _stamp_moment, structlog.processors.format_exc_info, as_json]
    as_text = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,  # the rich one prints secrets, too
    )
    return [clean, _stamp_clock, as_text]


def _stamp_moment(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> Any:
    return {"timestamp": _now().isoformat(timespec="milliseconds"), **line}


def _stamp_clock(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> Any:
    return {"timestamp": _now().strftime("%H:%M:%S"), **line}


def _now() -> datetime:
    """The city's time, also in processes that Django has not told where they are."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))


def configure_structlog() -> None:
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def configure() -> None:
    """For processes that run without Django."""
    configure_structlog()
    logging.config.dictConfig(log_settings())
