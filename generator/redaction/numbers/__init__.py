"""Identifiers that are numbers, addresses of mail or names of accounts: one small module for each family."""
