"""One field that finds everything: each room hands in what it can find and what can be done there.

Owns: the registry of sources and commands, how words and initials are matched with short names,
the page and its fragment. Does not own: what is found; that each room asks of its own `visible_to`.
"""
