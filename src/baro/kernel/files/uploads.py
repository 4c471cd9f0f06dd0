"""What is sent with a form: beyond the limit of size the bytes are passed over, not kept."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, NoReturn

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from baro.kernel.files.refusals import FileTooLarge

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile  # takes no parameter while the program runs


class OversizedUpload(Upload):
    """Stands for a file that was too large: it has a name and a size, and nothing to read."""

    def read(self, *_arguments: Any) -> NoReturn:
        limit = settings.FILE_SIZE_LIMIT // 2**20
        raise FileTooLarge(f"Tệp lớn quá {limit} MB. Hãy chia nhỏ hoặc giảm dung lượng.")

    chunks = read  # type: ignore[assignment]


class LimitingUploadHandler(FileUploadHandler):
    """Stands before the handlers that keep bytes, and lets only as many through as are allowed."""

    def new_file(self, *arguments: Any, **more: Any) -> None:
        super().new_file(*arguments, **more)
        self._is_over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._is_over = self._is_over or start + len(raw_data) > settings.FILE_SIZE_LIMIT
        return None if self._is_over else raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        if not self._is_over:
            return None
        nothing: IO[bytes] | None = None
        return OversizedUpload(nothing, self.file_name, self.content_type, file_size)
