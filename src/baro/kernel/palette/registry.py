"""Who hands in what. Filled once, when the application starts."""

from baro.kernel.palette.entries import Command, Source

_sources: dict[str, Source] = {}
_commands: dict[str, Command] = {}


def add_source(source: Source) -> None:
    """From now on the palette also finds this kind of thing."""
    _sources[source.code] = source


def add_commands(*commands: Command) -> None:
    """From now on the palette also leads here, or does this."""
    for command in commands:
        _commands[command.label] = command


def sources() -> list[Source]:
    return sorted(_sources.values(), key=lambda source: source.rank)


def commands() -> list[Command]:
    return sorted(_commands.values(), key=lambda command: command.rank)
