"""How dates are typed, per language (Django reads this through FORMAT_MODULE_PATH)."""
