"""JSON of the Data Exchange Framework: read strictly and within bounds, held against the schema both ways."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from s2w_desktop.domain.interchange_errors import NotAProfileFile, ProfileFileTooLarge

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Document: TypeAlias = "bool | int | float | str | list[Document] | dict[str, Document] | None"
MOST_BYTES: Final = 2_000_000
_MOST_DEPTH: Final = 12
SCHEMA: Final = Path("interchange") / "data-exchange-framework.schema.json"
"""Below the folder of the program's resources."""


class ExchangeSchema:
    """The framework's schema (JSON Schema 2020-12). The library is loaded with the first one: a window opens without it."""

    def __init__(self, resources: Path) -> None:
        from jsonschema import Draft202012Validator

        self._schema: dict[str, dict[str, Document]] = json.loads((resources / SCHEMA).read_text("utf-8"))
        self._validator = Draft202012Validator(self._schema, format_checker=Draft202012Validator.FORMAT_CHECKER)

    @property
    def names(self) -> frozenset[str]:
        """The fields of a candidate, as the framework calls them."""
        return frozenset(self._schema["properties"])

    def check(self, untrusted: Document) -> None:
        """Raises NotAProfileFile, which names the part at fault and never what it holds, unless the document fits."""
        from jsonschema.exceptions import relevance

        found = min(self._validator.iter_errors(untrusted), key=relevance, default=None)
        if found is not None:
            raise NotAProfileFile(_place(found))


def read_json(untrusted: bytes) -> dict[str, Document]:
    """The object of a file. Raises ProfileFileTooLarge, NotAProfileFile."""
    if len(untrusted) > MOST_BYTES:
        raise ProfileFileTooLarge
    try:
        document: Document = json.loads(
            untrusted.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse, parse_int=_whole
        )
    except RecursionError as cause:
        raise ProfileFileTooLarge from cause
    except ValueError as cause:
        raise NotAProfileFile from cause
    if not isinstance(document, dict):
        raise NotAProfileFile
    if _depth(document) > _MOST_DEPTH:
        raise ProfileFileTooLarge
    return document


def json_bytes(document: Document) -> bytes:
    """The file of a document, to be read by people too. Equal documents give equal bytes."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8") + b"\n"


def _place(error: "ValidationError") -> str:
    """Names of the schema alone stand on the way to an error: names that it does not know are let through."""
    way = [str(step) for step in error.absolute_path]
    if error.validator == "required" and isinstance(error.instance, dict):
        way += [name for name in error.validator_value if name not in error.instance][:1]
    return ".".join(way)


def _once(pairs: list[tuple[str, Document]]) -> dict[str, Document]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found


def _whole(text: str) -> int:
    if len(text) > len("-1000000000"):
        raise ValueError("a number beyond all bounds")
    return int(text)


def _refuse(_text: str) -> NoReturn:
    raise ValueError("not a number of JSON")


def _depth(value: Document) -> int:
    """Levels of lists and objects, without recursion."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, list | dict)]:
        depth += 1
        level = [inner for item in level for inner in (item.values() if isinstance(item, dict) else item)]
    return depth
