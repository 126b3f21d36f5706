"""Looking into a bundle with a store's key: what it says about itself, and whether that is true."""

from collections.abc import Mapping

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.cli.bundle_source import bundle_source, watching
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.descriptions import peer_object, peer_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.passphrases import require_free_input
from s2w_desktop.cli.stores import opened
from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.services.looking import Proof, Sight, Standing

KINDS: Mapping[Kind, Message] = {
    Kind.PROFILES: pgettext("bundle", "profiles"),
    Kind.RECEIPT: pgettext("bundle", "receipt"),
    Kind.REFERENCE: pgettext("bundle", "reference lists"),
    Kind.TRANSFER: pgettext("bundle", "transfer"),
    Kind.ENROL: pgettext("bundle", "enrolment"),
    Kind.UNLOCK: pgettext("bundle", "help with unlocking"),
}
STANDINGS: Mapping[Standing, Message] = {
    Standing.NEXT: pgettext("bundle", "It is the next one of its sender."),
    Standing.KNOWN: pgettext("bundle", "It was taken in already."),
    Standing.LATE: pgettext("bundle", "Newer ones of its sender were taken in before it."),
    Standing.AFTER_GAP: pgettext("bundle", "Bundles before it never came; it carries everything that was not acknowledged."),
    Standing.FORK: pgettext(
        "bundle", "Another bundle with this number was taken in: ask whether the laptop was copied or restored."
    ),
    Standing.UNKNOWN_SENDER: pgettext("bundle", "It introduces a laptop that is not known yet."),
}


def inspect_inside(call: Call) -> int:
    """Sender, numbers and counts, once the signature holds."""
    require_free_input(call, call.wanted.bundle)
    with opened(call) as workplace:
        sight = workplace.looking.inspect(bundle_source(call, call.wanted.bundle))
    tell_sight(call, sight)
    call.console.document(sight_object(call.wanted.bundle, sight) | {"depth": "manifest"})
    return ExitCode.OK


def verify_inside(call: Call) -> int:
    """Everything, down to the last record. Records that would be refused make it 3."""
    require_free_input(call, call.wanted.bundle)
    with opened(call) as workplace:
        proof = workplace.looking.verify(bundle_source(call, call.wanted.bundle), watching(call))
    tell_sight(call, proof.sight)
    call.console.document(proof_object(call.wanted.bundle, proof))
    return tell_proof(call, proof)


def tell_sight(call: Call, sight: Sight) -> None:
    """What a bundle says about itself, in words."""
    _ = call.tr.gettext
    manifest, console = sight.manifest, call.console
    sender = peer_words(sight.sender) if sight.sender else Ltr(manifest.device)
    created = Ltr(f"{manifest.created.astimezone():%Y-%m-%d %H:%M}")
    console.say(fill(_("Signed by: {sender}"), sender=sender))
    console.say(fill(_("Kind: {kind}"), kind=call.tr.say(KINDS[manifest.kind])))
    console.say(fill(_("Number {seq}, made on {created}"), seq=manifest.seq, created=created))
    console.say(fill(_("Records: {n}"), n=manifest.counts.records))
    console.say(fill(_("Size: {size}"), size=file_size(call.tr, sight.size)))
    if manifest.training:
        console.say(_("Training data."))
    console.say(call.tr.say(STANDINGS[sight.standing]))


def tell_proof(call: Call, proof: Proof) -> ExitCode:
    """Whether everything holds; gives the exit code."""
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    call.console.say(_("Signature and contents are right."))
    count = len(proof.rejected)
    if not count:
        return ExitCode.OK
    words = fill(ngettext("{n} record would be refused.", "{n} records would be refused.", count), n=count)
    return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, words)


def sight_object(named: str, sight: Sight) -> dict[str, Json]:
    """What a bundle says about itself, for programs."""
    manifest = sight.manifest
    return {
        "file": named,
        "size": sight.size,
        "sha256": sight.sha256,
        "manifest_sha256": sight.manifest_sha256,
        "sender": peer_object(sight.sender) if sight.sender else None,
        "standing": sight.standing.value,
        "format": manifest.format,
        "kind": manifest.kind.value,
        "bundle": str(manifest.bundle),
        "device": str(manifest.device),
        "epoch": manifest.epoch,
        "seq": manifest.seq,
        "recipients": len(manifest.to),
        "created": manifest.created.isoformat(timespec="seconds"),
        "schema": manifest.schema_version,
        "min_schema": manifest.min_schema,
        "codelists": manifest.codelists,
        "app": manifest.app,
        "training": manifest.training,
        "counts": {
            "records": manifest.counts.records,
            "revisions": manifest.counts.revisions,
            "tombstones": manifest.counts.tombstones,
            "blobs": manifest.counts.blobs,
        },
    }


def proof_object(named: str, proof: Proof) -> dict[str, Json]:
    """A bundle read to its end, for programs."""
    rejected: list[Json] = [{"line": one.line, "reason": one.reason} for one in proof.rejected]
    return sight_object(named, proof.sight) | {"depth": "everything", "checked": proof.records, "rejected": rejected}
