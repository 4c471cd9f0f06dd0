"""What the `baro` command says when it cannot do what it was asked."""


class CommandRefusal(Exception):
    """One plain line for the person at the keyboard, and the status the command ends with."""

    def __init__(self, line: str, *, status: int = 1) -> None:
        super().__init__(line)
        self.status = status
