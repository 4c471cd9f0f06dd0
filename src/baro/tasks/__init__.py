"""Tasks given by a document or a leader: from draft to accepted product.

Owns: the gate before a task is issued, its drafts, products, questions and notes, its history, and
the pages on which all of it happens.
Does not own: clocks, moves, cells and the inbox (`work`), the text it comes from (`documents`).
"""
