"""Public records in, pages out.  Pure: nothing here opens a file of the site, and no raw text gets here."""
