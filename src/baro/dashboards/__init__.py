"""Pages of figures over everyone's work.

Owns: ways of showing; every number opens its rows.
Does not own: any fact; it writes nothing and nobody imports it.
"""
