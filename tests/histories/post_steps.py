"""Steps of a history on the way between laptops and headquarters: written, carried, doubled, overtaken, lost."""

from s2w_desktop.domain.errors import NothingToExport, StaleBundle, UnknownSender, WrongRecipient
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.pack_errors import StalePack, UnknownPackSigner
from tests.histories import dumps
from tests.histories.events import Event
from tests.histories.machines import Machine
from tests.histories.world import KeysFile, Letter, Mail, World, short


def export(world: World) -> None:
    """A laptop writes what headquarters does not have."""
    hand_over(world, world.random.choice(world.laptops))


def hand_over(world: World, laptop: Machine) -> None:
    """As `export`, of this laptop."""
    try:
        written = laptop.workplace.exporting.write(world.out()).bundles
    except NothingToExport:
        return
    world.mail += (Letter(bundle.path, laptop.name, None, Mail.PROFILES) for bundle in written)
    world.files += (bundle.path for bundle in written)
    world.note(Event.WRITTEN, laptop.name, ", ".join(one.path.stem for one in written))


def answer(world: World, *, again: bool = False) -> None:
    """Headquarters writes what it owes to laptops."""
    for receipt in world.hq.workplace.receipts.write(world.out(), again=again):
        if world.those_of(receipt.peer.device):
            world.mail.append(Letter(receipt.bundle.path, "H", receipt.peer.device, Mail.RECEIPT))
            world.note(Event.ANSWERED, "H", receipt.bundle.path.stem)


def lose(world: World) -> None:
    """A stick is lost with what is on it."""
    if world.mail:
        letter = world.random.choice(world.mail)
        world.mail.remove(letter)
        world.note(Event.LOST, letter.path.stem)


def deliver(world: World) -> None:
    """A file reaches its goal, late or early; sometimes it stays on the stick and comes again."""
    if world.mail:
        letter = world.random.choice(world.mail)
        if world.random.random() < 0.8:
            world.mail.remove(letter)
        _note_order(world, letter)
        if letter.to is None:
            reach_headquarters(world, letter)
        else:
            reach(world, world.random.choice(world.those_of(letter.to)), letter)


def _note_order(world: World, letter: Letter) -> None:
    """Whether it was here before, and whether something newer from the same hand or for the same hand was."""
    name, number = letter.path.stem, int(letter.path.parent.name.removeprefix("post"))
    if name in world.arrived:
        world.note(Event.DOUBLED, name)
    elif world.arrived.get(letter.way, 0) > number:
        world.note(Event.OVERTAKEN, name)
    world.arrived[name] = number
    world.arrived[letter.way] = max(number, world.arrived.get(letter.way, 0))


def reach_headquarters(world: World, letter: Letter) -> None:
    """Headquarters takes everything but what was written to keys that it lost when it was put back."""
    try:
        result = world.hq.workplace.importing.take(letter.path)
    except WrongRecipient:
        assert world.has_lost_keys
        return
    assert not result.quarantined, [one.reason for one in result.quarantined]
    world.note(Event.IMPORTED, "H", letter.path.stem)
    if result.is_to_old_key:
        world.note(Event.TO_OLD_KEY, "H", letter.path.stem)


def reach(world: World, laptop: Machine, letter: Letter) -> bool:
    """A laptop takes what is for it; False where it does not know the key that signed it, or not any more."""
    try:
        if letter.kind is Mail.KEYS:
            return install(world, laptop, KeysFile(letter.path, letter.words))
        if letter.kind is Mail.TRANSFER:
            before = dumps.removed(laptop)
            laptop.workplace.transfer.take(letter.path)
            _note_back(world, laptop, before)
            world.note(Event.TAKEN_OVER, laptop.name, letter.path.stem)
        else:
            _follow(world, laptop, letter)
    except UnknownSender:
        assert world.has_trouble, f"{laptop.name} refuses {letter.path.stem}"
        return False
    return True


def _follow(world: World, laptop: Machine, letter: Letter) -> None:
    try:
        before = dumps.removed(laptop)
        effect = laptop.workplace.receipts.take(letter.path)
    except StaleBundle:
        world.note(Event.STALE, laptop.name, letter.path.stem)
        return
    world.note(Event.FOLLOWED, laptop.name, letter.path.stem)
    _note_back(world, laptop, before)
    if effect.is_ahead:
        world.new_epoch(laptop)


def _note_back(world: World, laptop: Machine, before: set[ProfileId]) -> None:
    back = before - dumps.removed(laptop) - dumps.erased(laptop)
    if back:
        world.note(Event.GOT_BACK, laptop.name, ", ".join(sorted(map(short, back))))


def install(world: World, laptop: Machine, pack: KeysFile) -> bool:
    """A laptop takes new keys; whoever lacks those between has to wait for them. False in that case."""
    try:
        laptop.workplace.pack_exchange.install(pack.path, pack.words)
    except UnknownPackSigner:
        world.note(Event.OUT_OF_TURN, laptop.name, pack.path.stem)
        return False
    except StalePack:
        return True
    world.note(Event.KEYS_FOLLOWED, laptop.name, pack.path.stem)
    return True
