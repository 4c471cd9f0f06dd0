"""Reads over several models of the follow-up."""
