"""Questions on screen: declared fields become cards that report to the editor."""
