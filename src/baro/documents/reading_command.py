"""`baro read FILE [--issued YYYY-MM-DD] [--json]`: one text, read without a database."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from baro.documents.extraction import SIZE_LIMIT, Extracted, extract
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Addressee, DraftTask, Reading, read
from baro.documents.reading_table import reading_table
from baro.kernel.errors import DomainError


def run(argv: list[str]) -> int:
    """Print the reading of one file; 2 and one line on stderr when it cannot be read."""
    try:
        options = _parser().parse_args(argv)
        extracted = _extracted(Path(options.file))
    except DomainError as refusal:
        print(refusal.message, file=sys.stderr)  # noqa: T201
        return 2
    reading = read(extracted.text, gazetteer=built_in_gazetteer(), issued_on=options.issued)
    if options.json:
        print(json.dumps(reading_as_json(reading), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(reading_table(reading))  # noqa: T201
    return 0


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """The reading in the shape that the command and the API promise."""
    head = reading.head
    return {
        "document": {
            "type": head.type,
            "number": head.number,
            "issued_on": _day(head.issued_on),
            "issuer": head.issuer,
            "subject": head.subject,
            "signer_title": head.signer_title,
            "secrecy": head.secrecy,
            "urgency": head.urgency,
        },
        "clauses": [
            {
                "id": clause.id,
                "kind": clause.kind,
                "start": clause.start,
                "end": clause.end,
                "reason": clause.reason,
            }
            for clause in reading.clauses
        ],
        "tasks": [_task(task) for task in reading.tasks],
    }


def _task(task: DraftTask) -> dict[str, Any]:
    rule = task.recurrence
    return {
        "clause": task.clause,
        "title": task.title,
        "lead": [_unit(unit) for unit in task.lead],
        "cooperating": [_unit(unit) for unit in task.cooperating],
        "in_charge": task.in_charge,
        "due": _day(task.due),
        "due_text": task.due_text,
        "recurrence": {"every": rule.every, "by": rule.by} if rule else None,
        "product": task.product,
        "quote": task.quote,
        "start": task.start,
        "end": task.end,
        "doubts": list(task.doubts),
    }


def _unit(unit: Addressee) -> dict[str, Any]:
    return {"code": unit.code, "name": unit.name, "count": unit.count}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


class CommandMisused(DomainError):
    """The command line itself is wrong."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandMisused("Cách dùng: baro read TỆP [--issued NĂM-THÁNG-NGÀY] [--json]")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="baro read", description="Bóc tách một văn bản chỉ đạo.")
    parser.add_argument("file", metavar="TỆP", help="tệp .docx, .pdf hoặc .txt")
    parser.add_argument("--issued", metavar="NGÀY", type=_issued, help="ngày ban hành: 2026-09-05")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


def _issued(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CommandMisused(
            f"Ngày ban hành “{written}” không đúng; viết theo dạng 2026-09-05."
        ) from None


def _extracted(path: Path) -> Extracted:
    try:
        if not path.is_file():
            raise CommandMisused(f"Không tìm thấy tệp “{path}”.")
        if path.stat().st_size > SIZE_LIMIT:
            raise CommandMisused(f"Tệp “{path.name}” quá lớn, không đọc.")
        return extract(path.read_bytes())
    except OSError:
        raise CommandMisused(f"Không mở được tệp “{path}”.") from None
