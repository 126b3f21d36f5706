"""`s2w init`: make a store."""

import contextlib
import re

from s2w_desktop import paths
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.descriptions import say_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.passphrases import read_new_passphrase
from s2w_desktop.cli.stores import named_store, warn_of_place
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import StoreExists
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.key_files import read_recovery_recipient
from s2w_desktop.services.setup import NewStore, create_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.services.workplace import open_workplace
from s2w_desktop.storage.layout import has_store, local_folder

_MOST_LETTERS = 200
_ALPHA_2 = re.compile(r"[A-Z]{2}", re.ASCII)


def run(call: Call) -> int:
    """Make the store; its folder or database may exist, a store in it may not."""
    _ = call.tr.gettext
    place = named_store(call, paths.training_store() if call.wanted.training else None)
    if has_store(place):
        raise StoreExists
    wanted = _wanted(call)
    warn_of_place(call, place)
    passphrase = read_new_passphrase(call, _("New passphrase: "))
    sources = system_sources()
    with call.interrupts.working():
        try:
            local_folder(place).mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as cause:
            raise disk_error(cause) from cause
        cost = unlock_cost(call.surroundings.unlock_seconds)
        call.interrupts.check()
        opened = create_store(place, wanted, passphrase=passphrase, cost=cost, sources=sources)
        workplace = open_workplace(
            opened,
            folder=local_folder(place),
            resources=call.surroundings.resources,
            catalogues=Catalogues(call.surroundings.translations, call.surroundings.own_languages),
            sources=sources,
        )
        with contextlib.closing(workplace):
            words = workplace.enrolment.own_words()
            station = workplace.station
    call.console.say(fill(_("The store is ready: {folder}"), folder=Ltr(place)))
    say_words(call.console, call.tr, words)
    call.console.document(
        {
            "store": str(place),
            "role": station.role.value,
            "device": str(station.device),
            "organisation": station.organisation,
            "centre": station.centre,
            "training": station.training,
            "words": list(words),
        }
    )
    return ExitCode.OK


def _wanted(call: Call) -> NewStore:
    wanted = call.wanted
    role = Role(wanted.role)
    return NewStore(
        role=role,
        organisation=_text(call, wanted.organisation),
        centre=_text(call, wanted.centre),
        device_name=_text(call, wanted.device_name),
        officer_name=_text(call, wanted.officer),
        country=_country(call),
        host_country=_host_country(call, role),
        host_language=_listed(call, "language", wanted.host_language),
        training=wanted.training,
        recovery_recipient=read_recovery_recipient(wanted.recovery) if wanted.recovery else "",
    )


def _text(call: Call, untrusted: str) -> str:
    _ = call.tr.gettext
    text = cleaned(untrusted).strip()
    if len(text) > _MOST_LETTERS:
        raise UsageProblem(_("A name has more than 200 letters."))
    return text


def _country(call: Call) -> str:
    _ = call.tr.gettext
    country: str = call.wanted.country.upper()
    if not _ALPHA_2.fullmatch(country):
        raise UsageProblem(_("--country takes the two letters of ISO 3166-1, such as GR."))
    return country


def _host_country(call: Call, role: Role) -> str:
    _ = call.tr.gettext
    if not call.wanted.host_country and role is Role.HEADQUARTERS:
        return ""
    return _listed(call, "country", call.wanted.host_country.upper())


def _listed(call: Call, code_list: str, untrusted: str) -> str:
    _ = call.tr.gettext
    if untrusted not in CODE_LISTS[code_list]:
        raise UsageProblem(
            _("A field store needs --host-country with three letters of ISO 3166-1, such as GRC.")
            if code_list == "country"
            else _("--host-language takes three letters of ISO 639-3, such as ell.")
        )
    return untrusted
