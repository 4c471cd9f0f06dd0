"""Run as a program in a new home: name the copied database ours, and seat people in the city."""

import json
import sys
from typing import Any

import psycopg
from django.utils import timezone

from baro.config.home import data_home, start_embedded_postgres
from baro.config.postgres import EmbeddedPostgres

# Two of the city's office, and for each of three wards its chair and a civil servant.
SEATS: tuple[tuple[str, dict[str, Any], int], ...] = (
    ("office1", {"unit__code": "VP-UBND", "role": "office_specialist"}, 0),
    ("office2", {"unit__code": "VP-UBND", "role": "office_specialist"}, 1),
    *(
        (f"{name}{ward}", {"unit__code": f"{code}.{body}", **what}, 0)
        for ward, code in enumerate(("00004", "00008", "00070"), start=1)
        for name, body, what in (
            ("chair", "UBND", {"is_head": True}),
            ("servant", "UBND.KT", {"role": "civil_servant"}),
        )
    ),
    ("admin", {"role": "system_admin"}, 0),
)


def main(copied: str) -> None:
    start_embedded_postgres(data_home())
    socket = EmbeddedPostgres(data_home()).socket_folder
    with psycopg.connect(f"host='{socket}' user=postgres", autocommit=True) as server:
        server.execute("DROP DATABASE baro")
        server.execute(f'ALTER DATABASE "{copied}" RENAME TO baro'.encode())
    import django

    django.setup()
    print(json.dumps(list(_seated())))


def _seated() -> list[dict[str, str]]:
    from tests.factories.city_rows import lay_out_city
    from tests.factories.org import AppointmentFactory, PersonFactory
    from tests.soak.city import PASSWORD

    from baro.org import api as org

    now = timezone.now()
    lay_out_city(at=now)
    told = []
    for username, where, place in SEATS:
        posts = org.Post.objects.filter(**where).order_by("pk")
        post = posts[min(place, posts.count() - 1)]
        person = PersonFactory.create(code=f"SOAK-{username}", full_name=f"Người Thử {username}")
        AppointmentFactory.create(person=person, post=post)
        user = org.User(username=username, person=person)
        user.set_password(PASSWORD)
        user.save()
        scopes = org.TokenScope.values
        _, secret = org.create_token(user=user, name="Thử bền", scopes=scopes, by=user, at=now)
        unit = post.unit.code
        told.append({"username": username, "secret": secret, "person": person.code, "unit": unit})
    return told


if __name__ == "__main__":
    main(sys.argv[1])
