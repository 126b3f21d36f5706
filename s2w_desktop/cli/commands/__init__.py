"""One module for each subcommand, imported only when it is asked for: the database library alone takes a quarter of a second."""
