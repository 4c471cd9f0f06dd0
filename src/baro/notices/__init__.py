"""What a person is told: the bell, e-mail at once or in the morning, and the calendar feed.

Owns: notices, who is told in which way and when, the letters sent and what became of them.
Does not own: why somebody is told (the module whose event it is) or what may be seen of it (that
module again, asked each time something is shown).
"""
