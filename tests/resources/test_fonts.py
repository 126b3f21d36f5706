"""The fonts that ship: whole, licensed, and complete for every language the program speaks or prints."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz
from babel import Locale

from catalogues import language_of, load
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.catalogue_file import english_of, forms_of
from s2w_desktop.i18n.languages import LANGUAGES, InterfaceLanguage, Pseudo
from s2w_desktop.i18n.names import country_name, language_name
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.scripts import Script

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
# The letters of each language's alphabet that another language of the same script does not bring; CLDR's names bring the rest.
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz", "fr": "àâæçéèêëîïôœùûüÿ«»’", "de": "äöüßẞ„“", "it": "àèéìòù", "es": "áéíñóúü¿¡",
    "nl": "éëïóöüĳ", "sl": "čšž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșț", "tr": "çğıİöşü", "ku": "çêîşûẍḧ",
    "so": "abcdefghijklmnoqrstuwxy’", "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰ،؛؟٠١٢٣٤٥٦٧٨٩",
    "fa": "پچژکگی‌۰۱۲۳۴۵۶۷۸۹", "fa_AF": "ټځڅډړښګڼې", "ps": "ټځڅډړږښګڼېۍئ", "ckb": "ڕڵۆێەپچژڤگکی", "ur": "ٹڈڑںہھےۓۃ۔",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ংঃঁ্০১২৩৪৫৬৭৮৯",
    "ti": "ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ፡።፣፤", "am": "ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐቷኧ።",
}  # fmt: skip
LOCALES = sorted(ALPHABETS)
SCREEN_FAMILIES = ("NotoSans", "NotoSansArabicUI", "NotoSansEthiopic", "NotoSansBengali")  # Vazirmatn is for paper


def strings_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings_of(part)


@cache
def coverage(file: str) -> frozenset[str]:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / file)))
    return frozenset(chr(code) for code in face.unicodes)


def letters_of(language: str) -> set[str]:
    locale = Locale.parse(language)
    names = (locale.languages, locale.territories, locale.months, locale.days)
    text = "".join(string for table in names for string in strings_of(table)) + ALPHABETS[language]
    shown = {char for char in text + text.upper() if unicodedata.category(char)[0] in "LMNPS"}
    return {char for char in shown if unicodedata.normalize("NFC", char) == char}


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_letter_of_the_language_has_a_glyph(language: str, weight: str) -> None:
    covered = frozenset().union(*(coverage(f"{family}-{weight}.ttf") for family in SCREEN_FAMILIES))
    letters = letters_of(language)
    assert len(letters) > 40
    assert sorted(letters - covered) == []


@pytest.mark.parametrize("language", LOCALES)
def test_one_family_has_the_whole_alphabet_of_the_language(language: str) -> None:
    alphabet = {char for char in ALPHABETS[language] if unicodedata.normalize("NFC", char) == char}
    assert any(alphabet <= coverage(file.name) for file in FILES)


CATALOGUES = sorted((FONTS.parents[1] / "translations").glob("*/LC_MESSAGES/s2w_desktop.po"))


@pytest.mark.parametrize("po", CATALOGUES, ids=language_of)
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_character_of_a_catalogue_has_a_glyph_on_screen_and_on_paper(po: Path, weight: str) -> None:
    script = next(one.script for one in LANGUAGES if one.code == language_of(po))
    faces = FontSet(FONTS).stack(
        Script(script) if script in {one.value for one in Script} else Script.LATIN, is_bold=weight == "Bold"
    )
    on_paper = frozenset().union(*(face.coverage for face in faces))
    on_screen = frozenset().union(*(coverage(f"{family}-{weight}.ttf") for family in SCREEN_FAMILIES))
    characters = shown_in(form for message in load(po) if message.id for form in (*english_of(message), *forms_of(message)))
    assert len(characters) > 40
    assert named(characters - on_screen) == []
    assert named(characters - on_paper) == []


@pytest.mark.parametrize("one", [one for one in LANGUAGES if one.pseudo is Pseudo.NONE], ids=lambda one: one.code)
def test_every_name_that_is_shown_has_a_glyph(one: InterfaceLanguage) -> None:
    tr = Translator(one)
    names = [one.native_name]
    names += [language_name(tr, code) for code in CODE_LISTS["language"]]
    names += [country_name(tr, code) for code in CODE_LISTS["country"]]
    on_screen = frozenset().union(*(coverage(f"{family}-Regular.ttf") for family in SCREEN_FAMILIES))
    assert named(shown_in(names) - on_screen) == []


@pytest.mark.parametrize("char", "ẞșțẅőűčžĺŕľďťğşıİΐΰҐґєїёъыẍḧڕڵێۆەژڤګڼېۍښځڅړټډےںہھۓٹڈڑቷኧড়ঢ়য়")
def test_letters_that_fonts_often_lack_are_there(char: str) -> None:
    assert any(set(unicodedata.normalize("NFC", char)) <= coverage(f"{family}-Regular.ttf") for family in SCREEN_FAMILIES)


def shown_in(texts: Iterable[str]) -> set[str]:
    """The characters that need a glyph: no blanks, no joiners, no marks of direction."""
    return {char for text in texts for char in text if unicodedata.category(char)[0] in "LMNPS"}


def named(characters: Iterable[str]) -> list[str]:
    return [f"U+{ord(char):04X} {char}" for char in sorted(characters)]


def test_the_semi_bold_covers_what_the_regular_covers() -> None:
    assert coverage("NotoSans-SemiBold.ttf") >= coverage("NotoSans-Regular.ttf")


def test_the_files_are_the_published_ones() -> None:
    listed = {}
    for line in (FONTS / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split()
        listed[name] = digest
    assert listed == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FILES}


def test_every_font_names_its_licence_and_the_licence_is_there() -> None:
    rows = [line for line in (FONTS / "SOURCE.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    for file in FILES:
        row = next(line for line in rows if f"`{file.name}`" in line)
        licence = FONTS / f"OFL-{file.name.partition('-')[0]}.txt"
        assert f"`{licence.name}`" in row
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_the_fonts_stay_small_enough_to_ship() -> None:
    assert len(FILES) == 11
    assert sum(file.stat().st_size for file in FILES) < 6_000_000
