"""Units and their succession, posts, people, appointments, roles, accounts.

Owns: who exists, who holds which post from when to when, and what follows for seeing and acting.
Does not own: any work that these people and units do.
"""
