"""Understanding the command line: help, JSON, secrets, words of the person's language."""

import ast
import json
from pathlib import Path

import pytest

from s2w_desktop import __version__
from s2w_desktop.cli.exit_codes import ExitCode
from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, ROOT, Office, make_office, s2w

COMMANDS = [
    ("init",),
    ("keygen", "recovery"),
    ("keygen", "rotate"),
    ("keygen", "pack"),
    ("keygen", "rehearse"),
    ("keygen", "reopen"),
    ("keygen", "export-training"),
    ("enroll", "card"),
    ("enroll", "request"),
    ("enroll", "look"),
    ("enroll", "accept"),
    ("enroll", "revoke"),
    ("enroll", "reinstate"),
    ("enroll", "loss"),
    ("enroll", "use"),
    ("enroll", "new-epoch"),
    ("enroll", "list"),
    ("template", "make"),
    ("template", "install"),
    ("template", "show"),
    ("template", "remove"),
    ("profile", "add"),
    ("profile", "show"),
    ("profile", "list"),
    ("export",),
    ("verify",),
    ("inspect",),
    ("import",),
    ("inbox", "list"),
    ("inbox", "own"),
    ("inbox", "note"),
    ("inbox", "close"),
    ("inbox", "reopen"),
    ("inbox", "take"),
    ("inbox", "release"),
    ("inbox", "send-back"),
    ("inbox", "discard"),
    ("inbox", "wishes"),
    ("inbox", "agree"),
    ("inbox", "refuse"),
    ("duplicates", "list"),
    ("duplicates", "show"),
    ("duplicates", "apart"),
    ("duplicates", "join"),
    ("duplicates", "part"),
    ("duplicates", "link"),
    ("duplicates", "resolve"),
    ("duplicates", "index"),
    ("receipt",),
    ("conflicts", "list"),
    ("conflicts", "show"),
    ("conflicts", "decide"),
    ("conflicts", "undo"),
    ("report",),
    ("reach", "set"),
    ("reach", "list"),
    ("reach", "remove"),
    ("demo",),
    ("ref", "search"),
    ("ref", "build"),
    ("ref", "sign"),
    ("ref", "verify"),
    ("ref", "send"),
    ("ref", "install"),
    ("ref", "list"),
    ("ref", "rollback"),
    ("gui",),
]


def test_help_and_version_are_results() -> None:
    assert s2w("--version").text == f"s2w {__version__}\n"
    shown = s2w("--help")
    assert (shown.code, shown.err) == (0, "")
    assert all(command[0] in shown.text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_examples_and_json(command: tuple[str, ...]) -> None:
    shown = s2w(*command, "--help")
    assert shown.code == 0
    assert f"s2w {' '.join(command)}" in shown.text.partition("Examples:")[2]
    assert "--json" in shown.text


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("export",),
        ("exp", "x"),
        ("export", "x", "--nonsense"),
        ("demo", "--profiles", "-1"),
        ("init", "--rol", "hq"),
    ],
    ids=str,
)
def test_what_cannot_be_understood_is_two(arguments: tuple[str, ...]) -> None:
    ran = s2w(*arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert "s2w --help" in ran.err


def test_with_json_even_a_wrong_command_line_is_one_object() -> None:
    ran = s2w("export", "--json")
    assert (ran.code, ran.out) == (2, b"")
    assert (ran.failure["code"], ran.failure["exit_code"]) == ("E-USAGE-1", 2)


@pytest.mark.parametrize("flag", [f"--passphrase={PASSPHRASE}", f"--password={PASSPHRASE}", "--passphrase", "--pin"])
def test_a_passphrase_on_the_command_line_is_refused_and_not_repeated(world: World, flag: str) -> None:
    ran = s2w("profile", "list", "--store", world.field.folder, flag, PASSPHRASE)
    assert ran.code == 2
    assert "--passphrase-file" in ran.err
    assert PASSPHRASE not in ran.err


def test_a_passphrase_in_the_environment_is_refused_and_not_repeated(world: World) -> None:
    ran = s2w("profile", "list", "--store", world.field.folder, environ={"S2W_PASSPHRASE": PASSPHRASE})
    assert ran.code == 2
    assert PASSPHRASE not in ran.err


def test_without_a_terminal_a_passphrase_has_to_come_from_somewhere(world: World) -> None:
    ran = s2w("profile", "list", "--store", world.field.folder)
    assert ran.code == 2
    assert "--passphrase-file" in ran.err


def test_a_passphrase_can_be_typed(world: World) -> None:
    ran = s2w("profile", "list", "--store", world.field.folder, "--json", answers=[PASSPHRASE])
    assert len(ran.lines) == 5


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nmore lines\n"])
def test_the_first_line_of_standard_input_is_a_passphrase(world: World, ending: str) -> None:
    ran = s2w(
        "profile", "list", "--store", world.field.folder, "--passphrase-file", "-", "--json", stdin=(PASSPHRASE + ending).encode()
    )
    assert len(ran.lines) == 5


def test_standard_input_is_used_for_one_thing_only(world: World) -> None:
    ran = s2w("profile", "add", "-", "--store", world.field.folder, "--passphrase-file", "-", stdin=b"x")
    assert ran.code == 2


@pytest.mark.parametrize("content", [None, b"\xff\xfe\n"], ids=["missing", "not text"])
def test_a_passphrase_file_that_cannot_be_read_is_told(world: World, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    ran = s2w("profile", "list", "--store", world.field.folder, "--passphrase-file", file, "--json")
    assert (ran.code, ran.failure["code"]) == (30, "E-DISK-6")


def test_a_new_passphrase_is_typed_twice(tmp_path: Path) -> None:
    arguments = ("init", "--store", tmp_path / "new", "--role", "hq", "--organisation", "Example Aid")
    differing = s2w(*arguments, answers=[PASSPHRASE, PASSPHRASE + "x"])
    assert differing.code == 2
    assert not (tmp_path / "new").exists()
    assert s2w(*arguments, answers=[PASSPHRASE, PASSPHRASE]).code == 0


@pytest.mark.parametrize(
    "wrong",
    [("--country", "Greece"), ("--host-country", "GR"), ("--host-language", "greek"), ("--centre", "x" * 201)],
    ids=lambda pair: pair[0],
)
def test_a_store_is_not_made_with_facts_that_would_spoil_profiles(tmp_path: Path, wrong: tuple[str, str]) -> None:
    facts = {"--country": "GR", "--host-country": "GRC", "--host-language": "ell", "--centre": "Athens"} | dict([wrong])
    ran = s2w(
        "init", "--store", tmp_path / "new", "--role", "field", "--organisation", "Example Aid",
        *(part for fact in facts.items() for part in fact), answers=[PASSPHRASE, PASSPHRASE],
    )  # fmt: skip
    assert ran.code == 2
    assert not (tmp_path / "new").exists()


def test_messages_for_files_hold_no_invisible_marks(world: World) -> None:
    ran = world.field("export", world.stick)
    assert not {"\u2066", "\u2067", "\u2068", "\u2069"} & set(ran.text + ran.err)


def test_words_come_in_the_language_of_the_system(world: World) -> None:
    arguments = ("profile", "show", "--store", world.field.folder, "--json")
    asked = {name: s2w(*arguments, environ={"LANG": name}).failure["message"] for name in ("en_GB.UTF-8", "en_XA", "xx")}
    assert asked["en_XA"] != asked["en_GB.UTF-8"] == asked["xx"]


def test_names_that_would_steer_a_terminal_are_defused(tmp_path: Path) -> None:
    hq = make_office(tmp_path / "hq", "hq", "--device-name", "\x1b[31mred\u202egnorw")
    laptop = make_office(tmp_path / "laptop", "field")
    assert hq("enroll", "card", "--out", tmp_path / "card").code == 0
    shown = laptop("enroll", "look", tmp_path / "card", is_terminal=True)
    assert "\x1b" not in shown.text
    assert "\u202e" not in shown.text


def test_progress_is_shown_on_a_terminal_only(world: World) -> None:
    assert "\r" in world.hq("import", world.bundle, "--dry-run", is_terminal=True).err
    assert "\r" not in world.hq("import", world.bundle, "--dry-run").err


def test_the_list_shows_names_only_when_asked(world: World) -> None:
    (first, *_) = world.field("profile", "show", "--all").lines
    name = first["answers"]["identity.given_names"]
    assert name not in world.field("profile", "list").text + world.field("profile", "list", "--json").text
    assert name in world.field("profile", "list", "--names", "--json").text


def test_the_list_is_searched_and_filtered(world: World) -> None:
    (first, *_) = world.field("profile", "list", "--json").lines
    found = world.field("profile", "list", "--search", first["case_number"], "--json").lines
    assert [row["case_number"] for row in found] == [first["case_number"]]
    assert world.field("profile", "list", "--state", "received", "--json").lines == []


REPORT = {
    "selection",
    "made_on",
    "people",
    "without_consent",
    "unkept",
    "centres",
    "countries",
    "papers_seen",
    "threshold",
    "questionnaire",
    "is_training",
    "lists",
    "tables",
    "log",
}


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (("report",), REPORT),
        (("enroll", "list"), {"devices", "clock", "place"}),
        (("export", "--dry-run", "."), {"dry_run", "headquarters", "profiles", "finished", "drafts", "unchanged", "erased"}),
        (("demo", "--profiles", "0"), {"added", "unchanged", "seed"}),
        (("profile", "add", "-"), {"added", "unchanged", "case_numbers", "rejected", "stopped"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_documents_have_the_promised_keys(world: World, command: tuple[str, ...], keys: set[str]) -> None:
    ran = world.field(*command, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json.keys() == keys


def test_a_look_from_outside_needs_no_store_and_says_how_little_it_is(world: World) -> None:
    shown = s2w("inspect", world.bundle, "--json").json
    assert shown == {"file": str(world.bundle), "depth": "outside", "size": world.bundle.stat().st_size, "recipients": 1}
    assert "neither sender nor signature" in s2w("inspect", world.bundle).err


def test_a_look_inside_tells_numbers_but_nothing_about_people(world: World) -> None:
    (first, *_) = world.field("profile", "show", "--all").lines
    for command in ("inspect", "verify"):
        shown = world.hq(command, world.bundle, "--json")
        assert (shown.json["counts"]["records"], shown.json["seq"], shown.json["standing"]) == (5, 2, "next")
        assert first["case_number"] not in shown.text
    assert world.hq("verify", world.bundle, "--json").json["checked"] == 5


def test_recovery_keys_are_made_and_taken(tmp_path: Path) -> None:
    made = s2w("keygen", "recovery", "--out", tmp_path / "recovery.age", "--json", answers=[PASSPHRASE, PASSPHRASE]).json
    assert make_office(tmp_path / "hq", "hq", "--recovery", made["public"]).folder.exists()


def test_training_keys_come_out_of_training_stores_only(world: World, tmp_path: Path) -> None:
    assert len(world.hq("keygen", "export-training", "--out", tmp_path / "keys", "--json").json["files"]) == 2
    real = make_office(tmp_path / "real", "hq")
    refused = real("keygen", "export-training", "--out", tmp_path / "real-keys", "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-ROLE-2")
    assert not (tmp_path / "real-keys").exists()


def test_the_documentation_names_every_command_and_exit_code() -> None:
    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert [command for command in COMMANDS if f"`s2w {' '.join(command)}`" not in text] == []
    assert [code for code in ExitCode if f"| {code.value} |" not in text] == []


def test_an_unknown_machine_cannot_be_revoked(world: World) -> None:
    assert world.hq("enroll", "revoke", "not an id").code == 2
    assert world.hq("enroll", "revoke", "01a200bb-beac-70d3-b8dd-cd34c20ff765").code == 1


def offices(world: World) -> tuple[Office, Office]:
    return world.hq, world.field


def test_each_role_does_its_own_work_only(world: World, tmp_path: Path) -> None:
    hq, field = offices(world)
    for ran in (
        hq("export", tmp_path, "--json"),
        hq("profile", "add", "-", "--json"),
        hq("demo", "--json"),
        field("receipt", tmp_path, "--json"),
        field("enroll", "card", "--out", tmp_path / "card", "--json"),
    ):
        assert (ran.code, ran.failure["code"]) == (40, "E-ROLE-1")
    assert json.loads(s2w("gui", "--nonsense", "--json").err)["exit_code"] == 2


def test_no_words_hide_where_the_catalogues_do_not_look() -> None:
    """Babel does not see calls inside f-strings, nor `tr.gettext("…")`."""
    hidden = []
    for file in (ROOT / "s2w_desktop" / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            inner = ast.walk(node) if isinstance(node, ast.JoinedStr) else iter(())
            hidden += [
                file.name for call in inner if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext")
            ]
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "gettext":
                hidden.append(file.name)
    assert hidden == []
