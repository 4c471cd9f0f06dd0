"""Input of the follow-up's pages."""
