"""`baro token`: a key from the machine's own console."""

import pytest
from tests.factories.org import UserFactory
from tests.rest.callers import Caller, refused, told

from baro.config.refusals import CommandRefusal  # noqa: TID251 - the command lives there
from baro.config.token import main  # noqa: TID251 - the command lives there

pytestmark = pytest.mark.django_db


def test_prints_a_key_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    user = UserFactory.create(role="clerk")

    status = main([user.username.upper(), "--scope", "read", "--days", "7"])

    caller = Caller(user, capsys.readouterr().out.strip())
    assert status == 0
    assert told(caller.get("/me"))["username"] == user.username
    refused(caller.post("/tasks", []), 403)


def test_knows_no_closed_or_unknown_account() -> None:
    closed = UserFactory.create(is_active=False)

    for name in (closed.username, "khong-co"):
        with pytest.raises(CommandRefusal, match=name):
            main([name])


@pytest.mark.parametrize("days", ["0", "-1", "mot", "99999999999"])
def test_a_key_lives_for_a_sensible_time(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    user = UserFactory.create()

    with pytest.raises(SystemExit):
        main([user.username, f"--days={days}"])

    assert "3650" in capsys.readouterr().err
