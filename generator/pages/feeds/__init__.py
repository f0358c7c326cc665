"""Feeds (RFC 4287): what is published and what is changed afterwards, for readers who subscribe."""
