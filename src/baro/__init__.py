"""Ba Rõ: one thread from a signed document to tasks, products, reports and evaluation."""
