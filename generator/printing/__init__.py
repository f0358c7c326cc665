"""Paper: what of a record's page is printed, as data for Typst.  Compiles nothing and touches no disk."""
