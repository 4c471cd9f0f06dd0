"""Rules as data: a value at a date, with its legal basis."""
