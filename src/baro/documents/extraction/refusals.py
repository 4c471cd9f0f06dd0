"""Why a file is not read; each message says what the person can do."""

from baro.kernel.errors import DomainError


class FileNotReadable(DomainError):
    """Any reason why the bytes give no text."""


class FileIsEmpty(FileNotReadable):
    pass


class FileTooLarge(FileNotReadable):
    pass


class FileExpandsTooMuch(FileNotReadable):
    pass


class FileIsEncrypted(FileNotReadable):
    pass


class FileIsBroken(FileNotReadable):
    pass


class FileTypeUnknown(FileNotReadable):
    pass


class NoTextInFile(FileNotReadable):
    pass


class EncodingUnknown(FileNotReadable):
    pass
