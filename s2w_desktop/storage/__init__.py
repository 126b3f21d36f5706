"""The encrypted store; the only package that knows the database."""
