"""Files by content: stored once, named by their hash, served only after a permission check."""
