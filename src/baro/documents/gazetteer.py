"""The gazetteer that comes with Ba Rõ: reading works from it without a database.

The names are those of the city's own tables (`org/data`), read as files, because `baro read` must
start neither Django nor a database. What is added here: groups, older names with their successors,
and city bodies of the central line, which are no units of ours.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from baro.documents.reading import Gazetteer, GazetteerEntry

_REORGANISED = date(2025, 3, 1)  # by the City Council resolution of 25/2/2025
_OLDER_NAMES = (
    ("STNMT", "Sở Tài nguyên và Môi trường", "SNNMT", "Sở TN&MT;Sở TNMT;Sở TN-MT;Sở TN và MT"),
    ("SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", "SNNMT", "Sở NN&PTNT;Sở NN và PTNT"),
    ("SGTVT", "Sở Giao thông vận tải", "SXD", "Sở GTVT;Sở Giao thông - Vận tải"),
    ("SKHDT", "Sở Kế hoạch và Đầu tư", "STC", "Sở KH&ĐT;Sở KHĐT;Sở KH và ĐT;Sở Kế hoạch - Đầu tư"),
    ("STTTT", "Sở Thông tin và Truyền thông", "SKHCN", "Sở TT&TT;Sở TTTT"),
    (
        "SLDTBXH",
        "Sở Lao động - Thương binh và Xã hội",
        "SNV",
        "Sở LĐTBXH;Sở LĐ-TB&XH;Sở LĐTB&XH;Sở Lao động, Thương binh và Xã hội",
    ),
)
# The day of these is not in our sources: the doubt names the successor without a day.
_OLDER_PARTY_NAMES = (
    ("BTG-TU", "Ban Tuyên giáo Thành ủy", "BTGDV-TU", ""),
    ("BDV-TU", "Ban Dân vận Thành ủy", "BTGDV-TU", ""),
    ("BCSD-UBND", "Ban Cán sự đảng UBND thành phố", "DU-UBND-TP", "Ban cán sự đảng UBND thành phố"),
)
_CENTRAL_LINE = (
    ("CATP", "Công an thành phố", "Công an TP Hà Nội;CATP;CATP Hà Nội;Giám đốc Công an thành phố"),
    ("BTL-TD", "Bộ Tư lệnh Thủ đô Hà Nội", "Bộ Tư lệnh Thủ đô;BTL Thủ đô"),
    ("THUE-TP", "Thuế thành phố Hà Nội", "Thuế thành phố;Thuế TP;Cục Thuế thành phố"),
    ("KBNN-TP", "Kho bạc Nhà nước khu vực I", "Kho bạc Nhà nước Hà Nội;Kho bạc Nhà nước Khu vực I"),
    (
        "VKSND-TP",
        "Viện Kiểm sát nhân dân thành phố",
        "Viện kiểm sát nhân dân thành phố;VKSND thành phố",
    ),
    ("TAND-TP", "Tòa án nhân dân thành phố", "TAND thành phố"),
)
_DEPARTMENT_GROUP = (
    "các sở, ngành;các ban, sở, ngành;các sở, ban, ngành, đoàn thể;các sở ngành;các sở, ban ngành"
    ";các sở ban ngành;sở ngành;các sở, ban, ngành, đoàn thể thành phố;sở, ban, ngành;sở, "
    "ngành;các Sở"
    ";các sở, ngành, đơn vị;các cơ quan, sở, ngành;các sở, cơ quan tương đương"
    ";các ban, ngành;các sở, cơ quan tương đương sở"
    ";các sở, ban, ngành, cơ quan;các sở, ban, ngành, đơn vị"
)

# As minutes and tables write them; the lists of the city do not have these.
_SHORT = {
    "SXD": "Sở XD", "STC": "Sở TC", "SNV": "Sở NV", "SCT": "Sở CT", "SYT": "Sở YT", "SDL": "Sở DL",
    "SNNMT": "Sở NNMT;Sở Nông nghiệp và MT", "SKHCN": "Sở KHCN", "SDTTG": "Sở DTTG",
    "VP-UBND": "VPUB thành phố;VP UBND TP", "BTGDV-TU": "Ban TGDV Thành ủy",
    "TTPVHCC": "TTPVHCC;TTPVHCC thành phố;TT PVHCC thành phố",
}  # fmt: skip
_PARTY_BODIES = ("các ban Đảng", "các ban đảng của Thành ủy", "các ban xây dựng Đảng Thành ủy")


@cache
def built_in_gazetteer() -> Gazetteer:
    return Gazetteer(tuple(_entries()))


def names_as_read(codes: Iterable[str]) -> dict[str, str]:
    """What reading calls each body or group, also one that is no unit; other codes are left out."""
    entries = {code: built_in_gazetteer().entry(code) for code in codes}
    return {code: entry.name for code, entry in entries.items() if entry}


def _entries() -> Iterator[GazetteerEntry]:
    rows = _table("units.csv")
    bodies = _table("commune_bodies.csv")
    communes = [row for row in rows if row["kind"] == "commune"]
    departments = [row for row in rows if row["parent"] == "UBND-TP" and row["kind"] != "centre"]
    yield from _older_names()
    for row in rows:
        if row["kind"] not in {"city", "commune"}:
            aliases = (row["name"], *_split(row["aliases"]), *_split(_SHORT.get(row["code"], "")))
            yield GazetteerEntry(row["code"], row["short_name"], aliases, row["kind"])
    for code, name, others in _CENTRAL_LINE:
        yield GazetteerEntry(code, name, _split(others), "central")
    for row in communes:
        yield from _commune(row, bodies)
    party_bodies = [row for row in rows if row["kind"] == "party_body"]
    yield from _groups(len(communes), len(departments), len(party_bodies))
    wards = sum(row["name"].startswith("Phường ") for row in communes)
    for place, letter, count in (("phường", "P", wards), ("xã", "X", len(communes) - wards)):
        yield GazetteerEntry(f"G.UBND-{letter}", f"UBND các {place}", (), "group", count)
        yield GazetteerEntry(f"G.DU-{letter}", f"Đảng ủy các {place}", (), "group", count)


def _table(name: str) -> list[dict[str, str]]:
    table = (files("baro.org") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split(";") if name)


def _commune(row: dict[str, str], bodies: list[dict[str, str]]) -> Iterator[GazetteerEntry]:
    name = row["name"][0].lower() + row["name"][1:]
    short = "short_ward" if name.startswith("phường") else "short_commune"
    yield GazetteerEntry(row["code"], name, _split(row["aliases"]), "commune")
    for body in bodies:
        code = f"{row['code']}.{body['suffix']}"
        yield GazetteerEntry(code, body[short].format(x=name), (), "commune-body")


def _older_names() -> Iterator[GazetteerEntry]:
    for code, name, successor, aliases in _OLDER_NAMES:
        yield GazetteerEntry(
            code, name, _split(aliases), "former", until=_REORGANISED, successor=successor
        )
    for code, name, successor, aliases in _OLDER_PARTY_NAMES:
        yield GazetteerEntry(code, name, _split(aliases), "former", successor=successor)


def _groups(communes: int, departments: int, party_bodies: int) -> Iterator[GazetteerEntry]:
    yield GazetteerEntry("G.UBND-XP", "UBND các xã, phường", (), "group", communes)
    yield GazetteerEntry("G.DU-XP", "Đảng ủy các xã, phường", (), "group", communes)
    yield GazetteerEntry("G.HDND-XP", "HĐND các xã, phường", (), "group", communes)
    yield GazetteerEntry("G.MTTQ-XP", "Ủy ban MTTQ Việt Nam các xã, phường", (), "group", communes)
    yield GazetteerEntry("G.XP", "UBND các xã, phường", ("các xã, phường",), "group", communes)
    yield GazetteerEntry(
        "G.SBN", "các sở, ban, ngành", _split(_DEPARTMENT_GROUP), "group", departments
    )
    yield GazetteerEntry("G.BD", "các ban Đảng Thành ủy", _PARTY_BODIES, "group", party_bodies)
