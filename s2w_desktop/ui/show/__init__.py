"""Show to the person: one question, full screen, in their language, answered by tapping."""
