"""The real program as a process: signals, pipes, descriptors, two at once, and what it does not load."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from s2w_desktop.pdf.preview import page_count
from tests.cli.conftest import World
from tests.cli.program import PASSPHRASE, ROOT, Office, export, run, start

posix_only = pytest.mark.skipif(os.name == "nt", reason="descriptors and signals of POSIX")


def states(office: Office) -> list[str]:
    return [row["state"] for row in office("profile", "list", "--json").lines]


def loaded_by(*arguments: str) -> set[str]:
    """Modules in memory after a command ran."""
    program = "import sys; from s2w_desktop.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_no_command_loads_qt(world: World) -> None:
    options = [str(option) for option in world.hq.options]
    for arguments in (["--help"], ["import", str(world.bundle), *options, "--json"], ["report", *options, "--json"]):
        assert not {name for name in loaded_by(*arguments) if name.split(".")[0] in ("PySide6", "shiboken6")}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["export", "--help"], ["inspect", "BUNDLE", "--json"]], ids=str)
def test_quick_commands_load_nothing_heavy(world: World, arguments: list[str]) -> None:
    loaded = loaded_by(*(argument.replace("BUNDLE", str(world.bundle)) for argument in arguments))
    assert not {"sqlalchemy", "sqlmodel", "babel", "reportlab", "pydantic", "zxcvbn"} & loaded


@posix_only
def test_a_passphrase_comes_through_a_descriptor(world: World) -> None:
    reader, writer = os.pipe()
    os.write(writer, f"{PASSPHRASE}\n".encode())
    os.close(writer)
    ran = run(
        "profile", "list", "--json", "--store", world.field.folder, "--passphrase-file", f"/dev/fd/{reader}", pass_fds=(reader,)
    )
    os.close(reader)
    assert (ran.code, len(ran.lines)) == (0, 5)


def test_the_second_process_on_a_store_is_told_who_holds_it(world: World) -> None:
    with start("profile", "add", "-", *world.field.options) as holder:
        _wait_until_open(world.field)
        second = run("profile", "list", "--json", *world.field.options)
        assert (second.code, second.failure["code"]) == (11, "E-STORE-3")
        assert second.failure["holder_pid"] == holder.pid
        holder.communicate(b"", timeout=30)
    assert world.field("profile", "list").code == 0


def _interrupt_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Ctrl-C at some moment of the work, or none when it is done by then; the process ends as an interrupted one does."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    has_not_begun = b"KeyboardInterrupt" in err and b"E-FAULT" not in err  # the interpreter was interrupted while it started
    assert process.returncode in (0, 130, -signal.SIGINT) or has_not_begun, err[-2000:]


def _wait_until_open(office: Office) -> None:
    for _ in range(600):
        if (office.folder / "store.pid").exists():
            return
        time.sleep(0.05)  # there is nothing to wait on but the file
    raise AssertionError("the store was never opened")


@posix_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_an_interrupt_while_input_is_awaited_ends_at_once(world: World, number: signal.Signals) -> None:
    with start("profile", "add", "-", "--json", *world.field.options) as process:
        _wait_until_open(world.field)
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b'"stopped": true' in out
    assert b"E-CANCEL-1" in err
    assert states(world.field) == ["in_bundle"] * 5


@posix_only
def test_interrupts_at_any_moment_leave_exports_whole_or_undone(world: World) -> None:
    world.field("demo", "--profiles", 200, "--seed", 5)
    codes = []
    for step in range(8):
        folder = world.stick / str(step)
        folder.mkdir()
        with start("export", folder, "--json", *world.field.options) as process:
            _interrupt_after(process, 0.1 + 0.18 * step)
        codes.append(process.returncode)
        left = list(folder.iterdir())
        assert [file for file in left if file.suffix != ".s2w"] == []
        for bundle in left:
            assert world.hq("verify", bundle).code == 0
        assert not (world.field.folder / "store.pid").exists()
    assert 130 in codes
    assert world.hq("import", export(world.field, world.stick / "last")).code == 0


@posix_only
def test_interrupts_at_any_moment_leave_imports_whole_or_undone(world: World) -> None:
    world.field("demo", "--profiles", 200, "--seed", 5)
    bundle = export(world.field, world.stick)
    (rehearsed,) = world.hq("import", bundle, "--dry-run", "--json").json["bundles"]
    expected = rehearsed["created_profiles"]  # fewer than there are here: some people held their profile back
    for step in range(8):
        with start("import", bundle, "--json", *world.hq.options) as process:
            _interrupt_after(process, 0.1 + 0.18 * step)
        assert len(world.hq("profile", "list", "--json").lines) in (0, expected)
        assert list((world.hq.folder / "spool").glob("*")) == []
    assert world.hq("import", bundle).code == 0
    assert len(world.hq("profile", "list", "--json").lines) == expected


@posix_only
def test_a_reader_that_goes_away_is_no_fault(world: World) -> None:
    world.field("demo", "--profiles", 300, "--seed", 5)
    with start("profile", "show", "--all", *world.field.options) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert told == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_a_full_disk(world: World) -> None:
    command = [sys.executable, "-m", "s2w_desktop.cli", "profile", "list", "--json", *map(str, world.field.options)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 30
    assert b"E-DISK-1" in done.stderr


def test_no_secret_is_ever_in_the_arguments_of_a_process(world: World) -> None:
    with start("profile", "add", "-", *world.field.options) as holder:
        _wait_until_open(world.field)
        if Path("/proc").is_dir():
            shown = Path(f"/proc/{holder.pid}/cmdline").read_bytes() + Path(f"/proc/{holder.pid}/environ").read_bytes()
            assert PASSPHRASE.encode() not in shown
        holder.communicate(b"", timeout=30)


def test_a_fault_of_the_program_is_told_without_what_it_was_about() -> None:
    program = (
        "import sys; sys.argv = ['s2w', '--help'];"
        "import s2w_desktop.cli.main as m; m.of_this_process = lambda: int('Layla');"
        "m.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "E-FAULT-1" in done.stderr
    assert "Layla" not in done.stderr


@posix_only
def test_papers_of_everybody_can_be_stopped_and_those_that_are_written_are_whole(world: World, tmp_path: Path) -> None:
    world.field("demo", "--profiles", 200, "--seed", 5)
    folder = tmp_path / "papers"
    folder.mkdir()
    with start("profile", "papers", "--lang", "en", "--out", folder, "--json", *world.field.options) as process:
        for _ in range(600):
            if any(folder.glob("*.pdf")):
                break
            time.sleep(0.05)  # there is nothing to wait on but the files
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    written = list(folder.iterdir())
    assert (process.returncode, b"E-CANCEL-1" in err) == (130, True)
    assert 0 < len(written) < 205
    assert all(path.suffix == ".pdf" and page_count(path.read_bytes()) for path in written)
    assert not (world.field.folder / "store.pid").exists()
