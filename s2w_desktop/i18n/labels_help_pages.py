"""Help that belongs to no section: the screens of the program, and how to talk, to protect and to hand over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext


@dataclass(frozen=True)
class Topic:
    """A page: its title and its paragraphs."""

    title: Message
    paragraphs: tuple[Message, ...]


SCREENS: Final[Mapping[str, Topic]] = {
    "unlock": Topic(
        pgettext("help title", "Unlocking"),
        (
            pgettext("help", "Type your passphrase. Look at the keyboard language and at Caps Lock when it is not taken."),
            pgettext("help", "After several wrong tries there is a wait. Nothing is deleted by it."),
        ),
    ),
    "first_run": Topic(
        pgettext("help title", "The first start"),
        (
            pgettext("help", "Choose a passphrase of four or more ordinary words that you can remember and others cannot guess."),
            pgettext("help", "Compare the six words of headquarters aloud before you accept its key."),
        ),
    ),
    "profiles": Topic(
        pgettext("help title", "The list of profiles"),
        (
            pgettext("help", "Search by case number or name, in any order of words. What is not kept is not here."),
            pgettext("help", "The last column says where a profile stands. Only a receipt turns it into “received”."),
        ),
    ),
    "new_interview": Topic(
        pgettext("help title", "A new interview"),
        (
            pgettext("help", "Choose the language in which the person wants to be asked; it can be changed at any moment."),
            pgettext("help", "Say first what is kept. Choose “Nothing” if the person does not want to be kept here."),
        ),
    ),
    "preview": Topic(
        pgettext("help title", "The paper"),
        (
            pgettext("help", "Choose one language or two. The paper is the person's: give it, or lock it away, or destroy it."),
            pgettext("help", "A saved PDF is not encrypted. Delete it after printing."),
        ),
    ),
    "fits": Topic(
        pgettext("help title", "What fits"),
        (
            pgettext("help", "Occupations that use the person's skills, with what matches and what is still missing."),
            pgettext("help", "Read it together with the person. It is a start for talking, never a judgement of anybody."),
            pgettext("help", "Vacancies come from a file, CSV or JSON. A new file takes the place of the list before."),
        ),
    ),
    "fit_sheet": Topic(
        pgettext("help title", "The sheet “What fits”"),
        (pgettext("help", "Choose the person's language. The sheet bears the code of the profile and no name."),),
    ),
    "hand_over": Topic(
        pgettext("help title", "The page for handing over"),
        (
            pgettext("help", "Everything that headquarters has not confirmed goes into the bundle, also what went before."),
            pgettext("help", "How much of a profile travels is decided by what the person agreed to."),
        ),
    ),
    "receipts": Topic(
        pgettext("help title", "Receipts"),
        (pgettext("help", "Read in the file that headquarters sent back. Only then a profile counts as received."),),
    ),
    "directory": Topic(
        pgettext("help title", "Services and rules"),
        (
            pgettext(
                "help",
                "Search by a word in any language of the country pack. Topic, status, language and town leave only services.",
            ),
            pgettext("help", "Choose a second language beside it, and turn the screen to the person."),
            pgettext("help", "A red line means that an entry is old. Call before you send anybody there."),
        ),
    ),
    "inbox": Topic(
        pgettext("help title", "The inbox"),
        (
            pgettext("help", "Choose a folder or a stick. A bundle is checked before anything of it is read."),
            pgettext("help", "Write a receipt after each import, so that the laptops know what arrived."),
        ),
    ),
    "conflicts": Topic(
        pgettext("help title", "Different answers"),
        (
            pgettext("help", "Two laptops answered one question differently. Press 1 or 2 to choose, 0 to decide later."),
            pgettext("help", "Nothing is lost: every answer stays in the history, and a decision can be taken back."),
        ),
    ),
    "duplicates": Topic(
        pgettext("help title", "People recorded twice"),
        (
            pgettext("help", "The program suggests pairs and says why. It never joins anybody by itself."),
            pgettext("help", "Arrow keys choose an answer where the two differ. A joining can be taken back at any time."),
        ),
    ),
    "devices": Topic(
        pgettext("help title", "Laptops and keys"),
        (
            pgettext("help", "Compare the six words by telephone before you accept a laptop. Revoke a lost one at once."),
            pgettext("help", "Take the recovery key from the safe once a year, and try it out here."),
        ),
    ),
    "giving": Topic(
        pgettext("help title", "Giving profiles to another centre"),
        (
            pgettext("help", "Choose profiles in the list first; with Shift and the arrow keys several."),
            pgettext("help", "When an officer leaves, give everything of that laptop at once."),
        ),
    ),
    "figures": Topic(
        pgettext("help title", "Figures"),
        (pgettext("help", "Small numbers are hidden, so that nobody can be found. Do not work them out from other tables."),),
    ),
    "settings": Topic(
        pgettext("help title", "Settings"),
        (
            pgettext("help", "Changes work at once. A short time until locking protects people when you are called away."),
            pgettext(
                "help",
                "On Windows and macOS, pictures of the screen and shared screens leave these windows out; in training that"
                " can be switched off. On Linux that is not possible: share no screen while a profile is open.",
            ),
        ),
    ),
}

TOPICS: Final[Mapping[str, Topic]] = {
    "talking": Topic(
        pgettext("help title", "How to talk"),
        (
            pgettext("help", "Use short sentences and everyday words. Ask one thing at a time, and wait."),
            pgettext("help", "Sit as a triangle with the interpreter. Look at the person and speak to them, not about them."),
            pgettext("help", "The interpreter says all that is said, and nothing else. Where there is fear, ask for another."),
            pgettext("help", "Offer a break after half an hour. Going on another day is always possible."),
            pgettext(
                "help",
                "At tears, silence, trembling or confusion: stop asking, offer water and time, ask what is needed now, name a"
                " contact for support. Write nothing down about it.",
            ),
        ),
    ),
    "never": Topic(
        pgettext("help title", "What never to ask"),
        (
            pgettext("help", "Reasons for the flight, the route, those who helped, the asylum case."),
            pgettext("help", "Religion, ethnic group, political opinion, sexual orientation."),
            pgettext("help", "Illnesses, pregnancy, violence suffered, prison, military service in detail."),
            pgettext("help", "Numbers of papers, names of relatives, names of employers that the person does not offer."),
            pgettext("help", "If somebody tells such things unasked: listen, and do not write them down."),
        ),
    ),
    "exposed": Topic(
        pgettext("help title", "Protecting exposed persons"),
        (
            pgettext(
                "help",
                "Work for an army, the police, a court, a newspaper, a foreign office or as an interpreter can be worth"
                " something to persecutors. Ask whether knowledge of it could put anybody at risk.",
            ),
            pgettext("help", "After a yes, employer and town of that job are not kept, printed or handed over."),
            pgettext("help", "Do not write in other fields what the shield takes away: own words are not searched."),
            pgettext("help", "If contact is not safe, contact data is neither asked nor printed."),
            pgettext("help", "Turn the screen away from others. F12 hides everything at once."),
        ),
    ),
    "nothing_kept": Topic(
        pgettext("help title", "When nothing is kept"),
        (
            pgettext("help", "Nobody loses help by a no. The interview is the same, and the person gets the paper."),
            pgettext("help", "Print before you close: afterwards, or after a power cut, every answer is gone."),
            pgettext("help", "Only a number remains: centre, day, sex and age group."),
            pgettext("help", "A no in the middle of an interview: choose “Keep nothing from now on”. What is stored is removed."),
        ),
    ),
    "handing_over": Topic(
        pgettext("help title", "Handing over"),
        (
            pgettext("help", "Put the stick in, choose Hand over, and wait until the bundle was read back."),
            pgettext("help", "A bundle is encrypted: only headquarters opens it. A lost stick gives nothing away."),
            pgettext("help", "If a stick was lost, hand over again. Headquarters puts everything together."),
            pgettext("help", "Bring the receipt back to the laptop."),
        ),
    ),
    "lost_passphrase": Topic(
        pgettext("help title", "A lost passphrase"),
        (
            pgettext("help", "Nobody can look it up: it is not stored anywhere, also not at headquarters."),
            pgettext("help", "Try the spelling, the keyboard language and Caps Lock. Several officers have a passphrase each."),
            pgettext("help", "With the recovery sheet, choose “Forgotten?” and type its words. You get a new passphrase, once."),
            pgettext("help", "Without a sheet, headquarters may have a key that helps. Do not delete anything before."),
            pgettext("help", "What was handed over is safe at headquarters."),
        ),
    ),
}
