"""How large a file may be, packed and unpacked."""

SIZE_LIMIT = 50_000_000  # bytes; the habit of provincial document systems
EXPANSION_LIMIT = 200_000_000  # bytes of all parts of a packed file together
RATIO_LIMIT = 200  # one part unpacked against packed; office text stays under 50
PART_LIMIT = 5_000  # files inside a packed file
PAGE_LIMIT = 2_000
