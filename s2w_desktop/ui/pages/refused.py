"""The page in the place of one that the officer at work may not open."""

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.card import PageHead
from s2w_desktop.ui.pages.base import AreaPage


class RefusedPage(AreaPage):
    """Why, and what to do."""

    def __init__(self, desk: Desk, title: str, error: S2wError) -> None:
        super().__init__(desk)
        self.spot = NoticeSpot(desk)
        self.add(PageHead(desk.theme, title), self.spot, None)
        self.spot.show_failure(error)
