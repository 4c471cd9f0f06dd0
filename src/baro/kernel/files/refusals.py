"""Why a file is not taken in, or not found."""

from baro.kernel.errors import DomainError


class FileRefused(DomainError):
    """Whatever is wrong with a file that somebody chose."""

    is_about_file = True


class FileIsEmpty(FileRefused):
    pass


class FileTooLarge(FileRefused):
    pass


class FileTypeNotAccepted(FileRefused):
    pass


class FileNotUnicode(FileRefused):
    pass


class FileNameMisleads(FileRefused):
    pass


class FileExpandsTooFar(FileRefused):
    pass


class FileIsLocked(FileRefused):
    pass


class FileIsDamaged(FileRefused):
    pass


class FileIsMissing(DomainError):
    pass
