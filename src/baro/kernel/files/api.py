"""The door of the file store."""

from baro.kernel.files.models import StoredFile
from baro.kernel.files.names import safe_name
from baro.kernel.files.operations import remove_file, store_file
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
    DOC,
    DOCX,
    EML,
    FILE_TYPES,
    HTML,
    JPEG,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    RTF,
    TEXT,
    TIFF,
    XLSX,
    ZIP,
)

__all__ = [
    "DOC",
    "DOCX",
    "EML",
    "FILE_TYPES",
    "HTML",
    "JPEG",
    "ODS",
    "ODT",
    "PDF",
    "PNG",
    "PPTX",
    "RTF",
    "TEXT",
    "TIFF",
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
    "remove_file",
    "safe_name",
    "sniff",
    "store_file",
]
