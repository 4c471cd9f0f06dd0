"""Pages of the directory. It is open to everyone who signed in: names and posts are no secret."""

from baro.org.views.directory import person, unit, unit_list

__all__ = ["person", "unit", "unit_list"]
