"""The ledger: who owes what to whom by when; one clock, one table of moves, one way of counting.

Owns: work items, parties, pauses, extensions, the cells, freshness, the inbox.
Does not own: what a kind of work demands before it starts or ends, and what was said about it; the
kind's module keeps that and leaves the events.
"""
