"""What every REST door shares: problems in one form, and requests that may be sent again."""
