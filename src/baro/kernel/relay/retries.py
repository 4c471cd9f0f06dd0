"""How often a job is tried: within an hour five more times, each pause five times the last."""

from procrastinate import RetryStrategy

RETRY = RetryStrategy(max_attempts=6, exponential_wait=5)
