"""`python -m baro.config` is the `baro` command."""

from baro.config.command import main

main()
