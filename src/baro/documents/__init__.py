"""Incoming, outgoing and internal documents: registers, numbers, text, and reading their clauses.

Owns: what the work rests on, and what a directing text says, clause by clause.
Does not own: the tasks that are made of it.
"""
