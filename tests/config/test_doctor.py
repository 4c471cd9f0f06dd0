from pathlib import Path

from tests.config.city import City


def test_a_settled_city_is_well(settled_home: Path, tmp_path: Path) -> None:
    (tmp_path / "staticfiles.json").write_text("{}")
    city = City(settled_home)

    examined = city.run("doctor", BARO_STATIC=str(tmp_path))

    assert examined.returncode == 0, examined.stdout
    assert "Cơ sở dữ liệu khớp với phiên bản này" in examined.stdout
    assert "HỎNG" not in examined.stdout


def test_what_is_broken_is_named_and_does_not_hide_the_rest(
    settled_home: Path, tmp_path: Path
) -> None:
    city = City(settled_home)

    examined = city.run(
        "doctor", BARO_STATIC=str(tmp_path), DATABASE_URL="postgres://x@127.0.0.1:9/x"
    )

    assert examined.returncode == 1
    assert "HỎNG   Tệp tĩnh chưa được gom" in examined.stdout
    assert "HỎNG   connection failed" in examined.stdout
    assert examined.stderr == ""
