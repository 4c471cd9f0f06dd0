"""Official papers: how one looks, written as Word and as PDF, and a check of a paper from outside.

Owns: the parts of a paper, the layout rules as dated data, both writers, the layout check. No
Django, no database, no network.
Does not own: whose paper it is and what number it gets (`documents.operations`), reading what a
text says (`documents.reading`).
"""

from baro.documents.official.body import Block, Clause, Passage, Table, parse_body
from baro.documents.official.layout import Branch, Layout, layout_of
from baro.documents.official.paper import Appendix, Authority, OfficialPaper, Signer
from baro.documents.official.pdf import official_pdf
from baro.documents.official.word import official_docx

__all__ = [
    "Appendix",
    "Authority",
    "Block",
    "Branch",
    "Clause",
    "Layout",
    "OfficialPaper",
    "Passage",
    "Signer",
    "Table",
    "layout_of",
    "official_docx",
    "official_pdf",
    "parse_body",
]
