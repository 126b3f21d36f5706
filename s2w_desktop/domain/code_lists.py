"""Code lists of the core profile as codes, without words; the words stand in `i18n`. Codes are retired, never removed.

Sources: profile-model section 6.24; ISO 3166-1 (countries), ISO 639-3 (languages), ISCO-08 (occupations), ISCED 2011, CEFR.
"""

from collections.abc import Mapping
from types import MappingProxyType

_COUNTRIES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU
BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA
DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM
GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT
LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ
MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF
QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD
TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB
ZWE XKX
"""

_LANGUAGES = """
ara arb apc arz acm apd ary eng fra spa ita deu nld por ron ell bul hrv ces slk slv hun pol dan swe fin est lav lit mlt gle
ukr rus tur fas pes prs pus ckb kmr urd pnb snd ben rhg som tir tig amh orm aar byn hau yor ibo ful wol bam dyu mnk lin swh
kin run lua sag ewe aka sqi srp bos mkd kat hye aze che uzb tuk tgk kaz kir nep sin tam hin vie zho mon cat eus glg aii uig
din nus luo
"""

_SUB_MAJOR = """
11 12 13 14 21 22 23 24 25 26 31 32 33 34 35 41 42 43 44 51 52 53 54 61 62 63 71 72 73 74 75 81 82 83 91 92 93 94 95 96 01
02 03
"""


def _numbered(prefix: str, last: int, *extra: str) -> tuple[str, ...]:
    return (*(f"{prefix}{number:02d}" for number in range(1, last + 1)), *extra)


CEFR = ("0", "PA1", "A1", "A2", "B1", "B2", "C1", "C2")
TRAVEL_DOCUMENT_CODES = ("XXA", "XXB", "XXC", "XXX")

CODE_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tier": ("core", "standard", "extended"),
        "consent": ("granted", "refused", "withdrawn", "not_needed"),
        "stage": ("PRE", "TRA", "REC", "INT", "RET"),
        "programme": ("RELOC", "RESET", "HUMAD", "COMP", "SPONT", "FAMR", "TEMPP", "LABMIG", "OTH", "UNK"),
        "interpreter": (
            "none",
            "professional",
            "trained_mediator",
            "volunteer",
            "family_member",
            "staff",
            "phone_or_video",
        ),
        "sex": ("M", "F", "X"),
        "country": tuple(_COUNTRIES.split()),
        "nationality": (*_COUNTRIES.split(), *TRAVEL_DOCUMENT_CODES),
        "language": tuple(_LANGUAGES.split()),
        "legal_status": _numbered("L", 17),
        "right_to_work": ("full", "restricted", "permit_needed", "from_date", "none", "unknown"),
        "language_role": ("mother_tongue", "schooling", "further", "host_country"),
        "cefr": CEFR,
        "literacy": ("0", "1", "2", "3", "4"),
        "latin_script": ("none", "letters", "words", "fluent"),
        "form_help": ("none", "some", "full"),
        "school": ("yes", "no", "religious_or_home_only"),
        "isced": ("0", "0R", "1", "2", "34", "35", "4", "5", "6", "7", "8", "9"),
        "ever_worked": ("paid", "unpaid_or_family_only", "never"),
        "activity": (
            "EMP",
            "SELF",
            "FAMW",
            "UNEMP",
            "STUD",
            "HOME",
            "APPR",
            "VOL",
            "MILS",
            "RET",
            "UNABLE",
            "WAIT",
            "OTH",
        ),
        "isco": tuple(_SUB_MAJOR.split()),
        "job_type": ("EMP", "EMPR", "OWN", "FAM", "DAY", "APP", "COOP", "PUB", "VOL", "CASHW", "OTH"),
        "strength": _numbered("", 18),
        "yes_no": ("yes", "no"),
        "goal": _numbered("E", 21, "E99"),
        "barrier": ("B00", *_numbered("B", 19, "B99")),
        "recommendation": _numbered("R", 27, "R99"),
        "priority": ("1_now", "2_soon", "3_later"),
        "responsible": ("person", "officer", "partner", "municipality", "employment_service", "other"),
    }
)
