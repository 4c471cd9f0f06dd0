"""Where the web server listens: `BARO_HOST` and `BARO_PORT`."""

import os
import socket
import time
from dataclasses import dataclass

from baro.config.refusals import CommandRefusal


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    def __str__(self) -> str:
        everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104  (shown, not bound)
        host = everywhere.get(self.host, f"[{self.host}]" if ":" in self.host else self.host)
        return f"http://{host}:{self.port}/"


def own_address() -> Address:
    given = os.environ.get("BARO_PORT", "8000")
    if not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise CommandRefusal(f"BARO_PORT phải là một số từ 1 đến 65535, không phải “{given}”.")
    return Address(os.environ.get("BARO_HOST", "127.0.0.1"), int(given))


def require_free(address: Address, *, patience: float = 0) -> None:
    """Refuse before anything is started; `patience` is for our own predecessor, still ending."""
    end = time.monotonic() + patience
    while (problem := _binding_problem(address)) and time.monotonic() < end:
        time.sleep(0.1)
    if problem:
        raise CommandRefusal(
            f"Không mở được cổng {address.port} trên {address.host} ({problem}). "
            "Hãy đóng chương trình đang dùng cổng này hoặc đặt BARO_PORT là cổng khác.",
            status=4,
        )


def _binding_problem(address: Address) -> str:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError as error:
            return error.strerror or str(error)
    return ""
