"""Posts are set up, and people are registered before they come into any."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import policies
from baro.org.models import Person, Post, Unit, User
from baro.org.models.posts import name_key
from baro.org.roles import Role

MANAGERS = "Chỉ người làm công tác tổ chức phụ trách đơn vị này mới làm được việc này."
GIVERS = "Chức danh này có quyền trên phạm vi rộng hơn phạm vi ông/bà phụ trách."


class PostInvalid(DomainError):
    pass


class PersonInvalid(DomainError):
    pass


@transaction.atomic
def create_post(
    *,
    unit: Unit,
    code: str,
    title: str,
    role: Role,
    scope: Unit | None = None,
    oversees: Unit | None = None,
    rank: int = 100,
    is_head: bool = False,
    by: User | None,
    at: datetime,
) -> Post:
    """Set up a place in the unit that somebody may be appointed to."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    scope = scope or unit
    today = timezone.localdate(at)
    require(policies.can_manage_org(by, unit, on=today), MANAGERS)
    require(policies.can_give_role(by, role, scope, on=today), GIVERS)
    require(oversees is None or policies.can_manage_org(by, oversees, on=today), GIVERS)
    title = " ".join(nfc(title).split())
    if unit.is_closed:
        raise PostInvalid(f"{unit} đã kết thúc hoạt động, không lập thêm chức danh.", field="unit")
    if not title or not code.strip():
        raise PostInvalid("Cần ghi mã và tên chức danh.", field="title")
    if Post.objects.filter(unit=unit, code=code.strip()).exists():
        raise PostInvalid(f"{unit} đã có chức danh mang mã {code}.", field="code")
    if is_head and (head := Post.objects.filter(unit=unit, is_head=True).first()):
        raise PostInvalid(f"{unit} đã có người đứng đầu là {head.title}.", field="is_head")

    post = Post.objects.create(
        unit=unit,
        code=code.strip(),
        title=title,
        role=role,
        scope=scope,
        oversees=oversees,
        rank=rank,
        is_head=is_head,
    )
    audit.record("org.post_created", post, by=by, at=at)
    return post


@transaction.atomic
def register_person(
    *, code: str, full_name: str, is_invented: bool = False, by: User | None, at: datetime
) -> Person:
    """Enter a person into the list, before any post."""
    allowed = by is None or policies.can_manage_org_somewhere(by, on=timezone.localdate(at))
    require(allowed, "Chỉ người làm công tác tổ chức mới ghi thêm được người.")
    code, full_name = code.strip(), " ".join(nfc(full_name).split())
    if not code or not full_name:
        raise PersonInvalid("Cần ghi mã và họ tên.", field="full_name")
    if Person.objects.filter(code=code).exists():
        raise PersonInvalid(f"Mã {code} đã thuộc về một người khác.", field="code")

    person = Person.objects.create(
        code=code, full_name=full_name, sort_key=name_key(full_name), is_invented=is_invented
    )
    audit.record("org.person_registered", person, by=by, at=at)
    return person
