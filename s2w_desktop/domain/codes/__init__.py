"""Code lists by subject, as codes without words; `domain.code_lists` gives them by name."""
