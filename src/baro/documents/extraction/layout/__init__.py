"""Words and drawn lines on a page, put together to tables; the same for PDF and for scans.

Lengths are points (1/72 inch), counted from the upper left corner of the page.
"""
