"""Lists from Excel and CSV: read, checked row by row, told before anything is written.

The kernel's `sheets` reads, `columns` says what a list holds, `units`, `people` and
`appointments` plan. Nothing here writes; the operation `apply_import` does, after planning once
more.
"""
