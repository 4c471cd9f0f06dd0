"""What `baro read` knows of the city without a database."""

from baro.documents.gazetteer import built_in_gazetteer


def test_every_commune_has_its_standard_bodies() -> None:
    gazetteer = built_in_gazetteer()
    communes = [entry for entry in gazetteer if entry.kind == "commune"]

    assert len(communes) == 126
    assert all(
        gazetteer.entry(f"{commune.code}.{body}")
        for commune in communes
        for body in ("UBND", "DU", "HDND", "MTTQ")
    )


def test_groups_stand_for_all_communes() -> None:
    gazetteer = built_in_gazetteer()

    for code, name in (
        ("G.UBND-XP", "UBND các xã, phường"),
        ("G.DU-XP", "Đảng ủy các xã, phường"),
        ("G.XP", "UBND các xã, phường"),
    ):
        entry = gazetteer.entry(code)
        assert entry is not None
        assert (entry.name, entry.count, entry.kind) == (name, 126, "group")


def test_older_names_lead_to_a_body_that_exists() -> None:
    gazetteer = built_in_gazetteer()

    assert all(
        gazetteer.entry(entry.successor) for entry in gazetteer if entry.successor is not None
    )


def test_names_are_the_official_short_ones() -> None:
    gazetteer = built_in_gazetteer()

    names = {
        code: entry.name for code in ("SNV", "UBND-TP", "TU") if (entry := gazetteer.entry(code))
    }

    assert names == {"SNV": "Sở Nội vụ", "UBND-TP": "UBND thành phố", "TU": "Thành ủy"}
