"""The interview window: navigator, questions, help."""
