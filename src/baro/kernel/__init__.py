"""How things are done, without one business noun.

Owns: calendar, audit, relay, rules as data, files, text, search, refusals, health, page components,
and what every door of the API shares.
Does not own: anything an official would recognise as their work; who may do what (`org`).
"""
