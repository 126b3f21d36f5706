"""The command line `s2w`. It never imports Qt."""
