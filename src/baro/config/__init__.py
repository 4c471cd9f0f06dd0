"""Composition: settings, root addresses, the roof of the API, the `baro` command, the demo city.

Owns: which parts make up this installation and the processes that run it. The only room that sees
all others, and the only one that reads the environment.
Does not own: any rule of the trade.
"""
