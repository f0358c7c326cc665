"""Open data: everything the pages tell, as JSON and CSV, with a dictionary of every column.

Takes public records only and tells nothing that no page tells.
"""
