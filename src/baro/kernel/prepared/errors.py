"""What cannot be worked out once."""


class CannotBePrepared(Exception):
    """The question changes its shape with a value, or does more with it than look it up."""
