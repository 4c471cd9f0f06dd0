"""Vietnamese written in the codes of the years before Unicode, told apart and converted.

The codes use the same 128 places for different letters, so nothing in the bytes says which one
it is. The language says it: only the right reading gives Vietnamese syllables.
"""
