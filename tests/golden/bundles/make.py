"""Makes the broken bundles of this folder from the sound one: `python -m tests.golden.bundles.make`.

`v1.s2w` is made only where it is absent, and then belongs to the format for ever: a reader of any later version must
still read it. Encryption is random, so new broken files differ in every byte from the old ones; their faults do not.
"""

import io
import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.limits import MIB, STANDARD
from s2w_desktop.bundle.minisign import SigningKey, key_line
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.bundle.writing import write_bundle_to
from tests.bundle.making import DEVICE_KEY, GOLDEN, RECIPIENTS, Stored, decrypt, encrypt, envelope, forge, packed, revision

SOUND = GOLDEN / "v1.s2w"
LINES = GOLDEN / "v1.jsonl"
EXPECTED = GOLDEN / "broken.tsv"
BROKEN = GOLDEN / "broken"
STRANGER = SigningKey.parse(key_line((GOLDEN / "stranger.key").read_text(encoding="ascii")))


def main() -> None:
    """Write what is missing, and the broken set anew."""
    if not SOUND.exists():
        make_sound()
    BROKEN.mkdir(exist_ok=True)
    rows = []
    for name, (raw, expected, sentence) in broken().items():
        (BROKEN / f"{name}.s2w").write_bytes(raw)
        rows.append(f"{name}\t{expected}\t{sentence}\n")
    EXPECTED.write_text("".join(rows), encoding="utf-8")


def make_sound() -> None:
    """Six revisions of every scope in two members."""
    sent = [revision(number) for number in range(1, 7)]
    sent[3] = replace(sent[3], protected=None)
    sent[4] = replace(sent[4], open=None, protected=None)
    lines = [revision_line(one) for one in sent]
    with SOUND.open("wb") as file:
        write_bundle_to(
            file,
            envelope=envelope(),
            recipients=RECIPIENTS,
            signing_key=DEVICE_KEY,
            lines=lines,
            limits=replace(STANDARD, packed_raw=3000),
        )
    LINES.write_bytes(b"".join(line + b"\n" for line in lines))


def members() -> list[Stored]:
    """The records of the sound bundle as they are stored."""
    with tarfile.open(fileobj=io.BytesIO(decrypt(SOUND.read_bytes()))) as archive:
        content = {one.name: reading.read() for one in archive if (reading := archive.extractfile(one))}
    raw_sizes = {one["name"]: one["raw_size"] for one in json.loads(content["manifest.json"])["members"]}
    return [Stored(name, content[name], size) for name, size in raw_sizes.items() if name.startswith("records")]


def stating(**fields: object) -> Callable[[dict[str, Any]], None]:
    """A manifest with other fields."""
    return lambda plain: plain.update(fields)


def as_link(inside: bytes) -> bytes:
    """The first header made that of a link, its checksum right."""
    block = bytearray(inside[:512])
    block[156:157] = b"2"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + inside[512:]


def broken() -> dict[str, tuple[bytes, str, str]]:
    """Name, file, expected code and what is wrong."""
    return {**damaged(), **refused(), **quarantined()}


def damaged() -> dict[str, tuple[bytes, str, str]]:
    """Faults that happen on the way."""
    sound = SOUND.read_bytes()
    inside = decrypt(sound)
    flipped = sound[:-100] + bytes([sound[-100] ^ 1]) + sound[-99:]
    return {
        "empty": (b"", "E-BUNDLE-1", "nothing in the file"),
        "another-file": (b"PK\x03\x04 not a bundle", "E-BUNDLE-1", "some other file under our name"),
        "cut": (sound[: len(sound) // 2], "E-BUNDLE-2", "the second half is missing"),
        "cut-by-one": (sound[:-1], "E-BUNDLE-2", "the last byte is missing"),
        "flipped": (flipped, "E-BUNDLE-2", "one bit near the end is another"),
        "header-flipped": (sound[:21] + b"!" + sound[22:], "E-BUNDLE-1", "the first line is not that of age version 1"),
        "longer": (sound + b"\0", "E-BUNDLE-2", "one byte too many"),
        "age-of-tomorrow": (sound.replace(b"org/v1", b"org/v2", 1), "E-BUNDLE-4", "a later version of age"),
        "padding-wrong": (encrypt(inside + bytes(512)), "E-BUNDLE-2", "one block of filling too many"),
        "signature-of-another": (
            encrypt(inside.replace(b'"epoch":1', b'"epoch":2')),
            "E-BUNDLE-8",
            "the manifest was changed after it was signed",
        ),
    }


def refused() -> dict[str, tuple[bytes, str, str]]:
    """Bundles that are whole, and lie or are for others."""
    stored = members()

    def forged(**how: Any) -> bytes:  # noqa: ANN401  # handed on to forge
        return forge(**{"members": stored, "records": 6, **how})

    other = Identity.generate().recipient
    bomb = replace(stored[0], raw_size=64 * MIB + 1)
    return {
        "for-another-key": (forged(recipients=[other]), "E-BUNDLE-5", "encrypted to somebody else"),
        "passed-on": (forged(manifest=stating(to=["0" * 32])), "E-BUNDLE-5", "made for somebody else, then encrypted to us"),
        "format-of-tomorrow": (forged(manifest=stating(format="s2w-bundle/2")), "E-BUNDLE-4", "a later version of the format"),
        "kind-of-tomorrow": (forged(manifest=stating(kind="prophecy")), "E-BUNDLE-11", "a kind that version 1 does not have"),
        "stranger": (forged(key=STRANGER), "E-BUNDLE-6", "signed by a key that was never enrolled"),
        "not-training": (forged(manifest=stating(training=False)), "E-BUNDLE-9", "real data for a training place"),
        "unsigned": (forged(signature=lambda _signed: b""), "E-BUNDLE-8", "an empty signature"),
        "other-comment": (forged(comment="s2w-bundle/1 x"), "E-BUNDLE-8", "the signature names another bundle"),
        "member-missing": (forged(manifest=lambda plain: plain["members"].pop()), "E-BUNDLE-2", "a member nobody signed for"),
        "too-few-records": (forged(records=7), "E-BUNDLE-2", "seven records were promised, six are there"),
        "bomb": (forged(members=[bomb, *stored[1:]]), "E-BUNDLE-3", "a member that claims to unfold beyond 64 MiB"),
        "link": (forged(stream=as_link), "E-BUNDLE-2", "the first member is a symbolic link"),
        "path": (forged(members=[replace(stored[0], name="../records-0001.jsonl.gz")]), "E-BUNDLE-2", "a name that leads out"),
    }


def quarantined() -> dict[str, tuple[bytes, str, str]]:
    """Bundles with one bad line among good ones."""
    lines = LINES.read_bytes().splitlines()

    def with_second(line: bytes) -> bytes:
        return forge(members=[packed([lines[0], line, *lines[2:]])], records=6)

    return {
        "record-changed": (
            with_second(lines[1].replace(b"tailor", b"sailor")),
            "quarantine 2 bad_digest",
            "an answer that the digest does not fit",
        ),
        "record-twice-a-key": (
            with_second(lines[1].replace(b'"epoch":1,', b'"epoch":2,"epoch":1,')),
            "quarantine 2 not_canonical",
            "a key given twice",
        ),
        "record-nan": (with_second(b'{"type":"revision","clock":NaN}'), "quarantine 2 not_json", "a number that is none"),
    }


if __name__ == "__main__":
    main()
