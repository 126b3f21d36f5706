"""The papers that can be made of a profile, and what can be chosen for each."""

from enum import StrEnum


class PaperKind(StrEnum):
    """A paper, by the name that the command line gives it. Every kind is set in ordinary and in large letters."""

    PROFILE = "profile"
    CV = "cv"
    CV_WITHOUT_NAME = "cv-without-name"
    NEXT_STEPS = "next-steps"
    RECOGNITION = "recognition"
    NOTICE = "notice"
    ACCESS = "access"
    WARNING = "warning"

    @property
    def is_for_two(self) -> bool:
        """Whether it can be in two languages; the others speak the first language alone."""
        return self not in (PaperKind.CV, PaperKind.CV_WITHOUT_NAME, PaperKind.NOTICE)

    @property
    def has_layout(self) -> bool:
        """Whether it is chosen how its two languages stand to each other."""
        return self is PaperKind.PROFILE

    @property
    def can_be_nameless(self) -> bool:
        """Whether it is chosen that it bears the code instead of the name."""
        return self is PaperKind.PROFILE
