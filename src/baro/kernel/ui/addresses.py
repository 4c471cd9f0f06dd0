"""Addresses that every page names: the same for as long as the process lives."""

from functools import cache

from django.urls import NoReverseMatch, reverse


@cache
def address_of(name: str) -> str:
    """The address of a page that takes no arguments. Raises `NoReverseMatch`."""
    return reverse(name)


@cache
def address_or_none(name: str) -> str | None:
    """None where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
