"""Incoming, outgoing and internal documents: registers, numbers, text, and reading their clauses.

Owns: what the work rests on, who received it, and what a directing text says, clause by clause;
it refuses text with a secrecy mark.
Does not own: the tasks that are made of it (`tasks`), the bytes of its files (`kernel.files`).
"""
