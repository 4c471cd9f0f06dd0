"""Why a file is not read; each message says what the person can do."""

from baro.kernel.errors import DomainError


class FileNotReadable(DomainError):
    """Any reason why the bytes give no text."""

    is_about_file = True


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


class FileHasTwoFaces(FileNotReadable):
    """The same bytes are two kinds of file, so two programs would show two different papers."""


class FileHasMacros(FileNotReadable):
    pass


class FileNeedsProgram(FileNotReadable):
    """A program that reads this kind of file is not installed on the machine."""


class NoTextInFile(FileNotReadable):
    pass


class EncodingUnknown(FileNotReadable):
    pass


class ReadingTookTooLong(FileNotReadable):
    pass


class ReadingStopped(FileNotReadable):
    """Someone cancelled the reading; nothing is wrong with the file."""


def kinds_read() -> str:
    """The sentence that ends a refusal of a kind that is not read."""
    return (
        "Hệ thống đọc được: Word (.docx, .doc, .odt, .rtf), PDF, ảnh chụp (.png, .jpg, .tiff), "
        "trang web (.html), thư điện tử (.eml) và tệp văn bản (.txt)."
    )
