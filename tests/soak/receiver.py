"""Another system that is told of events, and remembers how often it was told of each."""

import json
import threading
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.config.city import wait_until
from tests.soak.city import SoakCity

EVENTS = ("tasks.task_issued", "tasks.task_received", "tasks.progress_noted")
_DEFER = """
    INSERT INTO procrastinate_jobs (queue_name, task_name, args)
    VALUES ('periodic', %s, jsonb_build_object('timestamp', extract(epoch FROM now())::bigint))
"""
_WAITING = "SELECT count(*) FROM kernel_webhookdelivery WHERE state <> 'sent'"
_EXPECTED = "SELECT id FROM kernel_auditevent WHERE name = ANY (%s) AND id > %s"


class Receiver:
    """A small server of the test, written down in the city as one that wants events."""

    def __init__(self, city: SoakCity) -> None:
        self.city = city
        self.told: Counter[int] = Counter()
        told = self.told

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                told[json.loads(self.rfile.read(length))["id"]] += 1
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        [(self.since,)] = city.rows("SELECT coalesce(max(id), 0) FROM kernel_auditevent")
        city.rows(
            "INSERT INTO kernel_webhook (name, url, events, secret, is_active, created_at) "
            "VALUES ('Thử bền', %s, %s, 'thu', true, now())",
            [f"http://127.0.0.1:{self.server.server_port}/", list(EVENTS)],
        )

    def ask_to_tell(self) -> None:
        """What happens every minute by itself, now."""
        self.city.rows(_DEFER, ["every:baro.kernel.jobs.tell_other_systems"])

    def wait_until_all_is_told(self) -> None:
        """However many they are, as long as they grow fewer.

        What a killed worker had in hand is free after its lease, which is not waited for.
        """
        dead = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour' "
        self.city.rows(dead + "WHERE last_heartbeat < now() - interval '15 seconds'")
        self.city.rows("UPDATE kernel_webhookdelivery SET next_at = now() WHERE state = 'waiting'")
        self.city.rows(_DEFER, ["every:baro.kernel.jobs.rescue_stalled_jobs"])
        self.ask_to_tell()
        while (left := self._left()) > 0:
            wait_until(partial(self._are_fewer, left), seconds=60)

    def _left(self) -> int:
        [(left,)] = self.city.rows(_WAITING)
        return int(left)

    def _are_fewer(self, than: int) -> bool:
        return self._left() < than

    def troubles(self) -> list[str]:
        """Every event was told; a second time only where a worker died between two steps."""
        expected = {key for (key,) in self.city.rows(_EXPECTED, [list(EVENTS), self.since])}
        missing, foreign = expected - self.told.keys(), self.told.keys() - expected
        return [
            *(f"event {key} was not told" for key in sorted(missing)),
            *(f"event {key} was told and is not there" for key in sorted(foreign)),
        ]

    def close(self) -> None:
        self.city.rows("UPDATE kernel_webhook SET is_active = false")
        self.server.shutdown()
        self.server.server_close()
