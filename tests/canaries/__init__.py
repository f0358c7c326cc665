"""Invented identifiers, planted in every field, and the hunt for them."""
