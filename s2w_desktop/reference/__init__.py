"""Reference data that the program ships."""
