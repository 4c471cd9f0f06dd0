"""What offices taught: their own ways of naming, before all other names."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import LocalName, read

RIVER = LocalName("các phường ven sông", ("00097.UBND", "00091.UBND"))
TEXT = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 51/TB-UBND
Hà Nội, ngày 09 tháng 9 năm 2026
THÔNG BÁO
Kết luận cuộc họp về phòng chống ngập
1. Giao các phường ven sông rà soát phương án di dân, báo cáo trước ngày 25/9/2026.
"""


def _leads(text: str, *names: LocalName) -> list[str]:
    gazetteer = built_in_gazetteer().taught(names)
    [task] = read(text, gazetteer=gazetteer).tasks
    return [unit.code for unit in task.lead]


def test_untaught_the_phrase_stays_open() -> None:
    assert _leads(TEXT) == []


def test_taught_it_stands_for_its_units_and_leaves_no_doubt() -> None:
    gazetteer = built_in_gazetteer().taught([RIVER])

    [task] = read(TEXT, gazetteer=gazetteer).tasks

    assert [unit.code for unit in task.lead] == ["00097.UBND", "00091.UBND"]
    assert not any("ven sông" in doubt for doubt in task.doubts)


@pytest.mark.parametrize(
    ("issuer", "holds"),
    [("UBND thành phố", True), ("UBND THÀNH PHỐ", True), ("Sở Xây dựng", False)],
)
def test_with_an_issuer_it_holds_in_that_bodys_papers_only(issuer: str, holds: bool) -> None:
    own = LocalName(RIVER.phrase, RIVER.codes, issuer)

    assert bool(_leads(TEXT, own)) is holds


def test_what_the_issuer_taught_goes_before_what_holds_everywhere() -> None:
    own = LocalName(RIVER.phrase, ("00070.UBND",), "UBND thành phố")

    assert _leads(TEXT, own, RIVER) == ["00070.UBND"]


def test_the_longest_name_holds() -> None:
    longer = LocalName("các phường ven sông Hồng", ("00097.UBND",))

    assert _leads(TEXT.replace("ven sông", "ven sông Hồng"), RIVER, longer) == ["00097.UBND"]


def test_a_code_that_no_longer_exists_is_passed_over() -> None:
    assert _leads(TEXT, LocalName(RIVER.phrase, ("KHONG-CO",))) == []


def test_teaching_leaves_the_built_in_names_as_they_were() -> None:
    built_in_gazetteer().taught([RIVER]).speaking_as("UBND thành phố")

    assert _leads(TEXT) == []
