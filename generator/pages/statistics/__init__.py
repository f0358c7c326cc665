"""統計: what the records add up to, every number with the way to exactly the records it counts.

Pure like all of `pages`; it counts what pages show and nothing else, and names nobody.
"""
