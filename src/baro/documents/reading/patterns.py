"""Regular expressions over the surface: every blank may be a broken line, none can run away."""

import re


def grammar(pattern: str) -> re.Pattern[str]:
    """Compile a rule in which a blank stands for white space between words, `~` for some or none.

    The blanks are bounded, so that no text, however long its empty stretches, makes a rule slow.
    """
    return re.compile(pattern.replace(" ", r"\s{1,40}").replace("~", r"\s{0,40}"))
