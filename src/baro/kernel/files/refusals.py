"""Why a file is not taken in, or not found."""

from baro.kernel.errors import DomainError


class FileIsEmpty(DomainError):
    pass


class FileTooLarge(DomainError):
    pass


class FileTypeNotAccepted(DomainError):
    pass


class FileNameMisleads(DomainError):
    pass


class FileExpandsTooFar(DomainError):
    pass


class FileIsLocked(DomainError):
    pass


class FileIsDamaged(DomainError):
    pass


class FileIsMissing(DomainError):
    pass
