"""The ledger: who owes what to whom by when; one clock, one table of moves, one way of counting.

Owns: work items, parties, pauses, extensions, the cells, freshness, the inbox; comments on an item
and who follows it.
Does not own: what a kind of work demands before it starts or ends, and what its two sides hand to
each other; the kind's module keeps that and leaves the events.
"""
