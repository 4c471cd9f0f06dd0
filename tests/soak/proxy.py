"""The smallest proxy in front of several machines: each request goes to the next of them."""

import itertools
import threading
from collections.abc import Sequence
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_HOP = {"connection", "transfer-encoding", "keep-alive", "content-length"}


class Proxy:
    """Sends each request to the next of the ports in turn, and notes to which."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.asked: list[int] = []
        turns, asked = itertools.cycle(ports), self.asked

        class Door(BaseHTTPRequestHandler):
            def pass_on(self) -> None:
                port = next(turns)
                asked.append(port)
                length = int(self.headers.get("Content-Length", 0))
                behind = HTTPConnection("127.0.0.1", port, timeout=30)
                headers = {k: v for k, v in self.headers.items() if k.lower() not in _HOP}
                behind.request(self.command, self.path, self.rfile.read(length) or None, headers)
                answer = behind.getresponse()
                body = answer.read()
                behind.close()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in _HOP:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = pass_on  # noqa: N815 - named by the library

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.port: int = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
