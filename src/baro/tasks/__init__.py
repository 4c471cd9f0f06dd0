"""Tasks given by a document or a leader: from draft to accepted product.

Owns: what a task demands before it is issued, who does what with it, its products and history.
Does not own: clocks, cells and the inbox (`work`), the text it comes from (`documents`).
"""
