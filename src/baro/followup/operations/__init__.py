"""All writes of the follow-up, one file per noun."""
