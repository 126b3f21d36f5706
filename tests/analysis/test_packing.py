"""What is packed into a case comes out of it, in columns."""

from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.analysis.cases import ABSENT
from s2w_desktop.analysis.packing import Packing, codes_of
from s2w_desktop.domain.derived.cases import CaseValue
from tests.analysis.rows import InMemory

NAMES = ("flag", "years", "languages", "code", "earlier", "tools")
PACKING = Packing(
    NAMES, amounts=frozenset({"years"}), lists=frozenset({"languages", "tools"}), ids=frozenset({"earlier", "other"})
)

absences = st.sampled_from([None, *sorted(ABSENT)])
codes = st.text(max_size=3)
lists = absences | st.lists(codes, max_size=4)
rows = st.tuples(
    absences | st.booleans(),
    absences | st.integers(0, 10**9) | st.floats(0, 1e6),
    lists,
    absences | codes,
    absences | st.uuids().filter(lambda one: one.int > 0).map(str),
    lists,
)


@given(st.lists(rows, max_size=5))
def test_values_of_every_kind_come_back(cases: list[tuple[CaseValue, ...]]) -> None:
    words = InMemory()
    found = PACKING.unpack([PACKING.pack(case, words.number) for case in cases])
    known = words.lists()
    assert found.count == len(cases)
    for place, (flag, years, languages, code, earlier, tools) in enumerate(cases):
        said = {name: known[name][found.codes[name][place]] for name in ("flag", "years", "languages", "code", "tools")}
        assert said["flag"] == ("yes" if flag is True else "no" if flag is False else flag or "")
        assert said["code"] == (code or "")
        is_number = isinstance(years, (int, float))
        assert said["years"] == ("yes" if is_number else years or "")
        assert found.amounts["years"][place] == years if is_number else np.isnan(found.amounts["years"][place])
        for name, wanted in (("languages", languages), ("tools", tools)):
            mine = [known[codes_of(name)][one] for one in found.lists[name].codes[found.lists[name].cases == place]]
            assert mine == (list(dict.fromkeys(wanted)) if isinstance(wanted, list) else [])
            assert said[name] == ("yes" if isinstance(wanted, list) else wanted or "")
        assert found.ids["earlier"].get(place) == (UUID(earlier) if isinstance(earlier, str) and earlier not in ABSENT else None)


def test_bytes_that_are_no_case_are_refused() -> None:
    case = PACKING.pack((True, 3, ["a"], "b", None, ["c", "d"]), InMemory().number)
    for broken in (case[:-1], case[:-4], case + bytes(4), case[:9]):
        with pytest.raises(ValueError, match=r".+"):
            PACKING.unpack([broken])
