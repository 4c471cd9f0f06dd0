"""How things are done, without one business noun.

Owns: calendar, audit, relay, rules as data, files, text, search, policies, page components.
Does not own: anything an official would recognise as their work.
"""
