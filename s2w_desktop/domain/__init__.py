"""Values and rules of a skills profile; standard library only."""
