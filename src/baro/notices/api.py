"""The door of `notices` for the modules above."""

__all__: list[str] = []
