"""The door of `followup` for the modules above."""

__all__: list[str] = []
