"""What keeps an obligation alive until it is done, without anybody holding it in their head.

Owns: reminder rungs and what they sent, the leaders' list, letters that press, the steering cycle
with its compiled reports, difficult works.
Does not own: the obligation and its clock (`work`), its acts (`tasks`), how people are told
(`notices`), or how a paper looks and is numbered (`documents`).
"""
