"""Every CSV file, in the order in which the dictionary lists them."""

from __future__ import annotations

from generator.pages.data import tables_council, tables_incident, tables_site, tables_statistics

TABLES = (*tables_site.TABLES, *tables_incident.TABLES, *tables_council.TABLES, *tables_statistics.TABLES)
