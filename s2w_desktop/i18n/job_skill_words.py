"""The words with which the likely skills of a job are asked about."""

from s2w_desktop.i18n.translator import Translator


def job_skills_title(tr: Translator) -> str:
    """The question over all of them."""
    return tr.pgettext("job skills", "What did you do in this job?")


def said_words(tr: Translator, said: str) -> str:
    """An answer: "yes", "with_help" or "no"."""
    match said:
        case "yes":
            return tr.pgettext("did you do it", "Yes")
        case "with_help":
            return tr.pgettext("did you do it", "With help")
        case _:
            return tr.pgettext("did you do it", "No")
