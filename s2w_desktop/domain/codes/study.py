"""School levels and fields of study: ISCED 2011 attainment and ISCED-F 2013 (UNESCO Institute for Statistics)."""

ISCED = ("0", "0R", "1", "2", "34", "35", "4", "5", "6", "7", "8", "9")
"""Levels; 34 and 35 are general and vocational upper secondary, 0R is religious or home schooling only (own code)."""

_NARROW = """
001 002 003 011 021 022 023 031 032 041 042 051 052 053 054 061 071 072 073 081 082 083 084 091 092 101 102 103 104
"""

_DETAILED = """
0011 0021 0031 0111 0112 0113 0114 0211 0212 0213 0214 0215 0221 0222 0223 0231 0232 0311 0312 0313 0314 0321 0322 0411 0412
0413 0414 0415 0416 0417 0421 0511 0512 0521 0522 0531 0532 0533 0541 0542 0611 0612 0613 0711 0712 0713 0714 0715 0716 0721
0722 0723 0724 0731 0732 0811 0812 0821 0831 0841 0911 0912 0913 0914 0915 0916 0917 0921 0922 0923 1011 1012 1013 1014 1015
1021 1022 1031 1032 1041
"""

UNKNOWN_FIELD = "99"
NARROW_FIELDS = tuple(_NARROW.split())
DETAILED_FIELDS = tuple(_DETAILED.split())
BROAD_FIELDS = (*dict.fromkeys(code[:2] for code in NARROW_FIELDS), UNKNOWN_FIELD)


def height(level: str) -> int:
    """Where a level stands among the levels of ISCED 2011: its first digit; -1 for what cannot be compared."""
    return -1 if level not in ISCED or level == "9" else int(level[0])
