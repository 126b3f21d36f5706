"""The mask of a QR code, held against the rules counted module by module."""

from itertools import pairwise
from typing import Any

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from s2w_desktop.pdf.qr_masks import best_mask

FINDERS = ("10111010000", "00001011101")


def penalty(rows: list[list[bool]]) -> int:
    side, told = len(rows), 0
    for line in (*rows, *map(list, zip(*rows, strict=True))):
        signs = "".join("1" if dark else "0" for dark in line)
        told += 40 * sum(signs[at : at + 11] in FINDERS for at in range(side - 10))
        runs = [len(run) for sign in "01" for run in signs.split("10"[int(sign)])]
        told += sum(run - 2 for run in runs if run >= 5)
    for above, below in pairwise(rows):
        told += 3 * sum(len({*above[at : at + 2], *below[at : at + 2]}) == 1 for at in range(side - 1))
    return told + 10 * (abs(100 * sum(map(sum, rows)) // side**2 - 50) // 5)


@pytest.mark.parametrize("value", ["S2W-7K4M-92QD", "PT-ZD3X-KX2V-4", "GR-7K4M-29QF-W", "0", "long " * 30])
def test_the_mask_with_the_least_penalty_is_taken(value: str) -> None:
    code: Any = QRCode(None, QRErrorCorrectLevel.M)  # its methods carry no types
    code.addData(value)
    code.version = code.calculate_version()
    told = []
    for mask in range(8):
        code.makeImpl(test=True, maskPattern=mask)
        told.append(penalty(code.modules))
    code.makeImpl(test=True, maskPattern=0)
    assert best_mask(code.modules, code.dataPosIterator()) == told.index(min(told))
