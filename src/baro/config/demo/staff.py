"""People in the posts, and their accounts."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from baro.config.demo.accounts import (
    HEAD_PREFIX,
    IN_CITY_BODIES,
    IN_COMMUNES,
    PASSWORD,
    STORY_COMMUNE,
    WITH_A_HEAD,
)
from baro.config.demo.chance import stream
from baro.config.demo.city import City
from baro.config.demo.loading import count_afresh, load
from baro.config.demo.names import invented_names
from baro.kernel.text import fold, sort_key
from baro.org import api as org

_FIRST_DAY = date(2025, 7, 1)
_CITY_FIRST_DAY = date(2025, 3, 1)
_SEED = 126
# Posts filled in every commune; the others are vacant, as in life, except in the story's ward.
_FILLED = {
    ("DU", "BT"), ("DU", "PBTTT"), ("DU.VP", "CVTH-1"), ("DU.BXDD", "TB"),
    ("UBND", "CT"), ("UBND", "PCT-1"), ("UBND.VP", "CVP"), ("UBND.VP", "CVTH-1"),
    ("UBND.VP", "VT"), ("UBND.KT", "TP"), ("UBND.KT", "CV-1"), ("UBND.VHXH", "TP"),
    ("UBND.VHXH", "CV-1"),
}  # fmt: skip
# Second posts of one person, as is usual: post of the holder, then the post held beside it.
_BESIDE = {("HDND", "CT"): ("DU", "BT"), ("DU", "PBT"): ("UBND", "CT")}
_CITY_BESIDE = {("DU-UBND-TP", "BT"): ("UBND-TP", "CT")}
_STAY_VACANT = {("SDTTG", "PGD-3"), ("SDL", "PGD-3"), ("SQHKT", "PGD-2"), ("BNC-TU", "PTB-3")}


def appoint_people(city: City) -> int:
    """Put an invented person into each post that is to be filled; the number of people."""
    chance = stream("staff")
    names = invented_names(_SEED)
    people: list[org.Person] = []
    appointments: list[org.Appointment] = []
    for post in _posts_to_fill(city):
        name = next(names)
        person = org.Person(
            code=f"NV{len(people) + 1:04d}",
            full_name=name,
            sort_key=sort_key(name),
            is_invented=True,
        )
        people.append(person)
        city.holders[post.pk] = person
    load(people)
    for key, person in city.holders.items():
        appointments.append(_appointment(person, city.posts_by_key[key], "main", chance))
    appointments.extend(_second_posts(city, chance))
    appointments.extend(_former_posts(city, chance))
    load(appointments)
    return len(people)


def open_accounts(city: City, limit: int) -> int:
    """Accounts for the first `limit` of the list, with one hash of the one password for all."""
    password = make_password(PASSWORD)
    users = []
    for username, post in list(_usernames(city))[:limit]:
        person = city.holders[post.pk]
        user = org.User(username=username, password=password, person=person, is_active=True)
        city.users[post.pk] = user
        users.append(user)
    load(users)
    count_afresh()
    return len(users)


def slug(unit: org.Unit) -> str:
    """`hoankiem` for Phường Hoàn Kiếm."""
    return re.sub(r"[^a-z]", "", fold(unit.short_name))


def _posts_to_fill(city: City) -> Iterator[org.Post]:
    for (code, post_code), post in city.posts.items():
        commune, _, body = code.partition(".")
        if not commune.isdigit():
            is_filled = (code, post_code) not in {*_CITY_BESIDE, *_STAY_VACANT}
        elif (body, post_code) in _BESIDE:
            is_filled = False
        else:
            is_filled = commune == STORY_COMMUNE or (body, post_code) in _FILLED
        if is_filled:
            yield post


def _appointment(
    person: org.Person, post: org.Post, nature: str, chance: random.Random
) -> org.Appointment:
    first = _CITY_FIRST_DAY if post.unit.commune_id is None else _FIRST_DAY
    is_party = post.unit.branch == org.Unit.Branch.PARTY
    body = ("TU" if is_party else "UBND") if post.is_head or post.rank <= 20 else "VP"
    number = chance.randrange(101, 4200)
    return org.Appointment(
        person=person,
        post=post,
        nature=nature,
        valid_from=first,
        order_number=f"{number}-QĐ/{body}" if is_party else f"{number}/QĐ-{body}",
    )


def _second_posts(city: City, chance: random.Random) -> Iterator[org.Appointment]:
    for commune in city.communes:
        for (body, code), (own_body, own_code) in _BESIDE.items():
            person = city.person(f"{commune.code}.{own_body}", own_code)
            post = city.posts[f"{commune.code}.{body}", code]
            yield _appointment(person, post, "concurrent", chance)
    for beside, own in _CITY_BESIDE.items():
        yield _appointment(city.person(*own), city.posts[beside], "concurrent", chance)


def _former_posts(city: City, chance: random.Random) -> Iterator[org.Appointment]:
    """In one commune of nine the head of the economic division came up from deputy."""
    for commune in city.communes[::9]:
        unit = f"{commune.code}.UBND.KT"
        if commune.code == STORY_COMMUNE or (unit, "PTP-1") not in city.posts:
            continue
        former = _appointment(city.person(unit, "TP"), city.posts[unit, "PTP-1"], "main", chance)
        former.valid_to = former.valid_from + timedelta(days=chance.randrange(60, 100))
        yield former


def _usernames(city: City) -> Iterator[tuple[str, org.Post]]:
    """All accounts that may be opened, the most needed first."""
    for username, unit, post in IN_CITY_BODIES:
        yield username, city.posts[unit, post]
    for code in WITH_A_HEAD:
        name = re.sub(r"[^a-z]", "", code.lower())
        yield f"{HEAD_PREFIX.get(code, 'gd')}.{name}", city.heads[city.units[code].pk]
        yield f"th.{name}", city.posts[code, "CVTH-1"]
    for commune in city.communes:
        for prefix, body, post in IN_COMMUNES:
            yield f"{prefix}.{slug(commune)}", city.posts[f"{commune.code}.{body}", post]
    yield from _more_usernames(city)


def _more_usernames(city: City) -> Iterator[tuple[str, org.Post]]:
    ward = STORY_COMMUNE
    name = slug(city.units[ward])
    yield f"bt.{name}", city.posts[f"{ward}.DU", "BT"]
    yield f"vp.{name}", city.posts[f"{ward}.UBND.VP", "CVP"]
    yield f"vt.{name}", city.posts[f"{ward}.UBND.VP", "VT"]
    yield f"kt.{name}", city.posts[f"{ward}.UBND.KT", "TP"]
    yield f"vhxh.{name}", city.posts[f"{ward}.UBND.VHXH", "TP"]
    yield f"cv2.{name}", city.posts[f"{ward}.UBND.KT", "CV-2"]
    yield f"cv3.{name}", city.posts[f"{ward}.UBND.VHXH", "CV-1"]
    for code in WITH_A_HEAD:
        for place in range(1, 7):
            post = city.posts.get((code, f"CV-{place}"))
            if post and post.pk in city.holders:
                yield f"cv{place}.{re.sub(r'[^a-z]', '', code.lower())}", post
