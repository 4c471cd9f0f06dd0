"""Working days and working hours."""
