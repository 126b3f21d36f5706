"""Files and functions stay readable; what was decided about the tail of the code is held here."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
BROAD_ALLOWED = {"s2w_desktop/ui/kit/tasks.py", "s2w_desktop/logs.py"}


def sources() -> Iterator[tuple[str, str]]:
    for folder in ("s2w_desktop", "packaging"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def test_no_file_is_longer_than_it_may_be() -> None:
    assert not [(name, count) for name, text in sources() if (count := text.count("\n")) > LONGEST_FILE]


def test_no_function_is_longer_than_it_may_be() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}"
        for name, text in sources()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_every_file_says_its_subject_first() -> None:
    assert not [name for name, text in sources() if text.strip() and not ast.get_docstring(ast.parse(text))]


def test_no_file_has_a_vague_name() -> None:
    assert not [name for name, _ in sources() if Path(name).stem in VAGUE]


def test_only_two_files_catch_everything() -> None:
    broad = {
        name
        for name, text in sources()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or getattr(node.type, "id", "") == "Exception")
    }
    assert broad <= BROAD_ALLOWED


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
