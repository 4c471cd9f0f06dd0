"""Tasks from a spreadsheet: read, checked row by row, told before anything is given.

`columns` says what a row holds, `planning` what each row would do, `templates` writes the file to
fill in. Nothing here writes to the ledger; `give_imported_tasks` does, after planning once more.
"""
