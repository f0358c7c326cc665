"""What may not be published: found, decided, replaced."""
