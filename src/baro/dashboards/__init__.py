"""Pages of figures over everyone's work, for the city and for one unit.

Owns: ways of showing; every number opens its rows.
Does not own: any fact or rule of counting (`work`); it writes nothing, and only `config` knows it.
"""
