"""Registers written out: on a page for printing, as Word, as Excel."""

from baro.documents.books.book import INCOMING, OUTGOING, Book, Cell, Column, written
from baro.documents.books.excel import excel_of
from baro.documents.books.word import word_of

__all__ = ["INCOMING", "OUTGOING", "Book", "Cell", "Column", "excel_of", "word_of", "written"]
