"""The papers that can be made of a profile."""

from enum import StrEnum


class PaperKind(StrEnum):
    """A paper, by the name that the command line gives it."""

    PROFILE = "profile"
    CV = "cv"
    CV_WITHOUT_NAME = "cv-without-name"
    NEXT_STEPS = "next-steps"
    RECOGNITION = "recognition"
    NOTICE = "notice"
    ACCESS = "access"
    WARNING = "warning"
