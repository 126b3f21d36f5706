"""Use cases; they join store, bundle and paper."""
