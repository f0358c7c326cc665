"""kohyo: a municipality's disclosures, from YAML files to a verified site.

Read in this order: pipeline, source, records, rules, redaction, pages, publish, verify, release, cli.
"""
