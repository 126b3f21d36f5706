"""Job titles as people and lists write them, without what only says for whom they are."""

import re
from typing import Final

_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_FOR_WHOM: Final = re.compile(r"(?:\b[mfwdhx]\s*[/|]\s*[mfwdhx](?:\s*[/|]\s*[mfwdhx])?\b)", re.IGNORECASE)
_ENDING: Final = re.compile(
    r"(?<=\w{3})\s?[/·*:_]\s?-?(?:in|innen|e|euse|rice|ne|a|o|ka|ice|kyně|ová|inja|ica|k[aą]|ė|x)\b", re.IGNORECASE
)


def cleaned(typed: str) -> str:
    """What was typed without brackets, "(m/w/d)" and second endings such as "/in"; as typed where nothing would be left."""
    bare = _ENDING.sub("", _FOR_WHOM.sub(" ", _BRACKETS.sub(" ", typed)))
    return bare if any(map(str.isalnum, bare)) else typed
