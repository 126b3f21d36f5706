"""Every limit of the format, at the limit and one beyond it."""

import json
from dataclasses import fields, replace

import pytest

from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.readme_text import README
from s2w_desktop.domain.errors import BundleTooLarge
from tests.bundle.making import decrypt, forge, packed, read, revision_lines
from tests.bundle.test_blobs import PDF, named

LINES = list(revision_lines(3))
COSTS = {"steps", "refused", "refused_bytes", "memory", "cpu_seconds"}
"""What a bundle may cost whoever takes it in: see tests/services/test_hostile_bundles.py and test_reader_limits.py."""
OF_WRITERS = {"packed_member", "packed_raw"}


def bundle() -> bytes:
    """Three records and a copy of a document."""
    return forge(members=[packed(LINES), named(PDF)], records=3, manifest=lambda manifest: manifest["counts"].update(blobs=1))


WHOLE = bundle()
INSIDE = decrypt(WHOLE)
MANIFEST = INSIDE[INSIDE.index(b'{"app"') :].partition(b"\n")[0] + b"\n"
MEMBERS = json.loads(MANIFEST)["members"]
SIGNATURE = INSIDE[INSIDE.index(b"untrusted comment") :].partition(b"\0")[0]
AT_THE_LIMIT: dict[str, tuple[int, str]] = {
    "bundle": (len(WHOLE), ""),
    "plain": (sum(member["raw_size"] for member in MEMBERS), ""),
    "stored_member": (MEMBERS[1]["size"], ""),
    "raw_member": (MEMBERS[1]["raw_size"], ""),
    "blob": (len(PDF), ""),
    "attachment": (len(PDF), "blob_too_large"),
    "readme": (len(README), ""),
    "manifest": (len(MANIFEST), ""),
    "signature": (len(SIGNATURE), ""),
    "members": (len(MEMBERS), ""),
    "records": (3, ""),
    "line": (max(map(len, LINES)), "too_long"),
    "depth": (4, "too_deep"),
}
"""What the bundle needs of each limit; the reason for quarantine where one beyond it does not refuse the whole."""


def named_limit(name: str, value: int) -> Limits:
    return replace(STANDARD, **{name: value})


@pytest.mark.parametrize("name", AT_THE_LIMIT)
def test_a_bundle_at_the_limit_is_read_and_one_beyond_it_is_not(name: str) -> None:
    needed, reason = AT_THE_LIMIT[name]
    assert read(WHOLE, limits=named_limit(name, needed)).rejects == []
    if reason:
        assert reason in [why for _, why in read(WHOLE, limits=named_limit(name, needed - 1)).rejects]
    else:
        with pytest.raises(BundleTooLarge):
            read(WHOLE, limits=named_limit(name, needed - 1))


def test_no_limit_is_without_its_test() -> None:
    assert {field.name for field in fields(Limits)} == AT_THE_LIMIT.keys() | COSTS | OF_WRITERS
