"""Copies of documents: what a file from outside becomes before it is kept, and how a kept one is shown."""
