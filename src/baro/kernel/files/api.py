"""The door of the file store."""

from baro.kernel.files.models import StoredFile
from baro.kernel.files.names import safe_name
from baro.kernel.files.operations import store_file
from baro.kernel.files.refusals import (
    FileExpandsTooFar,
    FileIsDamaged,
    FileIsEmpty,
    FileIsLocked,
    FileIsMissing,
    FileNameMisleads,
    FileTooLarge,
    FileTypeNotAccepted,
)
from baro.kernel.files.serving import file_response, open_file
from baro.kernel.files.sniffing import sniff
from baro.kernel.files.types import (
    DOCX,
    FILE_TYPES,
    JPEG,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    TEXT,
    XLSX,
    ZIP,
)

__all__ = [
    "DOCX",
    "FILE_TYPES",
    "JPEG",
    "ODS",
    "ODT",
    "PDF",
    "PNG",
    "PPTX",
    "TEXT",
    "XLSX",
    "ZIP",
    "FileExpandsTooFar",
    "FileIsDamaged",
    "FileIsEmpty",
    "FileIsLocked",
    "FileIsMissing",
    "FileNameMisleads",
    "FileTooLarge",
    "FileTypeNotAccepted",
    "StoredFile",
    "file_response",
    "open_file",
    "safe_name",
    "sniff",
    "store_file",
]
