"""Skills profiles, recorded offline and handed over with proof of receipt."""

__version__ = "0.1.0"
