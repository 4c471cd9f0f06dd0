"""Spreadsheets in and out: read as text, checked row by row, written without a formula."""
