"""Paper: shaped, bidirectional, tagged pages."""
