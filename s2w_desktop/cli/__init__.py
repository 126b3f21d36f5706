"""The command line s2w; never imports Qt."""
