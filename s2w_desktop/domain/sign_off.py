"""Where the end of an interview is noted: that it was read back, in which language, and whether the person confirms it.

Profile-model 6.21. The one place for these paths; a questionnaire that does not declare a field simply does not note it.
"""

from s2w_desktop.domain.fields import Questionnaire

SIGN_OFF = "signoff"
READ_BACK_DONE = "signoff.read_back_done"
READ_BACK_LANGUAGE = "signoff.read_back_language"  # noted by the program: the language that stood beside the officer's
PERSON_CONFIRMS = "signoff.person_confirms"


def is_declared(questionnaire: Questionnaire, path: str) -> bool:
    """Whether a questionnaire has the field."""
    try:
        questionnaire.spec(path)
    except KeyError:
        return False
    return True


def sign_off_questions(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The paths that are asked at the end of the read-back, in order, of those that are declared."""
    return tuple(path for path in (READ_BACK_DONE, PERSON_CONFIRMS) if is_declared(questionnaire, path))
