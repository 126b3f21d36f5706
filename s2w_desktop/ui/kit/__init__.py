"""The parts every window is built from; they know no profile, no store and no service."""
