"""`baro read FILE [--issued YYYY-MM-DD] [--json]`: one text, read without a database."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from baro.documents.extraction import SIZE_LIMIT, Extracted, extract
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read
from baro.documents.reading_result import as_json
from baro.documents.reading_table import reading_table
from baro.kernel.command_line import CommandLine
from baro.kernel.errors import DomainError


def run(argv: list[str]) -> int:
    """Print the reading of one file; 2 and one line on stderr when it cannot be read."""
    try:
        options = _parser().parse_args(argv)
        extracted = _extracted(Path(options.file))
    except SystemExit as ended:  # the parser has said what is wrong, or printed its help
        return int(ended.code or 0)
    except DomainError as refusal:
        print(refusal.message, file=sys.stderr)  # noqa: T201
        return 2
    for note in extracted.notes:
        print(note, file=sys.stderr)  # noqa: T201
    reading = read(extracted.text, gazetteer=built_in_gazetteer(), issued_on=options.issued)
    if options.json:
        print(json.dumps(_published(reading), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(reading_table(reading))  # noqa: T201
    return 0


def _published(reading: Reading) -> dict[str, Any]:
    """The published format; the signer's name is kept beside the document and not printed here."""
    result = as_json(reading)
    del result["document"]["signer_name"]
    return result


class CommandMisused(DomainError):
    """The command line itself is wrong."""


def _parser() -> CommandLine:
    parser = CommandLine("baro read", "Bóc tách một văn bản chỉ đạo thành dự thảo nhiệm vụ.")
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
        return extract(path.read_bytes(), file_name=path.name)
    except OSError:
        raise CommandMisused(f"Không mở được tệp “{path}”.") from None
