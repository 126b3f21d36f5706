"""The file that travels: age, tar, minisign, gzipped JSON Lines."""
