"""Units and their succession, posts, people, appointments, roles, accounts and keys of the API.

Owns: who exists, who holds which post from when to when, and what follows for seeing and acting;
the city's built-in lists, and taking lists in from spreadsheets.
Does not own: any work that these people and units do.
"""
