"""Telling other systems of the city what happened: signed, in order, tried again."""
