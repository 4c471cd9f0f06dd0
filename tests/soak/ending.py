"""Nothing of a city stays behind, whatever a proof did to it."""

import os
import signal
from contextlib import suppress

from tests.soak.city import SoakCity


def end_for_sure(city: SoakCity) -> None:
    if city.process is not None and city.process.poll() is None:
        city.stop()
    for number in city.processes():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
