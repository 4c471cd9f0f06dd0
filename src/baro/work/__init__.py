"""The ledger: who owes what to whom by when, with one clock, one history, one way of counting.

Owns: work items, parties, pauses, extensions, the four cells, freshness, the inbox.
Does not own: what a kind of work demands before it starts or ends; that is the kind's module.
"""
