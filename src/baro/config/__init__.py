"""Composition: settings, root addresses, the `baro` command.

Owns: which parts make up this installation. The only room that sees all others.
Does not own: any rule of the trade.
"""
