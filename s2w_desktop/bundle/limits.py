"""How large a bundle and its pieces may be: the numbers of the published format, in one place.

A reader refuses what exceeds them before it allocates anything; a writer stays far below.
"""

from dataclasses import dataclass

from s2w_desktop.domain.files import MOST_FILE_BYTES

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes. Tests pass smaller ones; the program uses STANDARD.

    The last five are no part of the format: they bound what a bundle within it may cost whoever takes it in.
    """

    bundle: int = GIB  # the file as it lies on the stick
    plain: int = 4 * GIB  # all members decompressed
    stored_member: int = 8 * MIB
    raw_member: int = 64 * MIB
    blob: int = 20 * MIB
    attachment: int = MOST_FILE_BYTES  # a blob that is larger is put aside; the bundle goes through
    readme: int = 16 * KIB
    manifest: int = 256 * KIB
    signature: int = 4 * KIB
    members: int = 1800  # as many as a manifest of 256 KiB can name
    records: int = 2_000_000
    line: int = 256 * KIB
    depth: int = 32
    packed_member: int = MIB  # a writer closes a member of records here, so that memory stays small
    packed_raw: int = 8 * MIB
    steps: int = 20_000  # revisions of one person: all of them are in memory when their list row is made
    refused: int = 10_000  # lines for quarantine: fifty kilobytes of gzip hold many more, each is kept, and answered
    refused_bytes: int = 64 * MIB
    memory: int = GIB // 2  # of the process that reads
    cpu_seconds: int = 60  # of that process; more for large files


STANDARD = Limits()

MEGABYTE = 1_000_000
"""As mail counts."""

LEAST_MOST_BYTES = 7 * MEGABYTE
"""The lowest limit that can be asked for instead of a GiB: a copy of a document has room. As an attachment, which is a third
longer, such a file makes a mail of 9.6 MB, and many gateways end at 10.
"""

MOST_RECIPIENTS = 4
MOST_INTEGER = 2**63 - 1
MOST_COUNT = 2**53 - 1
"""Of numbers that count: one more still fits a database, and a reader that holds numbers as floats, as jq does, is exact."""
MOST_HEARD = 8
"""Headquarters whose last receipt a manifest names."""
MOST_TEXT = 200
"""Characters of a name in a manifest or an enrolment."""
