"""People of the kernel's tests: the kernel knows no roles, so neither do these."""

from dataclasses import dataclass

from baro.org import policies


@dataclass
class Actor:
    """Whoever acts; what matters is what the kernel asks about them."""

    pk: int
    may_manage_system: bool

    def __str__(self) -> str:
        return "Trần Văn Quản"


def may_manage_system(user: object) -> bool:
    """An actor says so himself; for real accounts the real policy answers."""
    return user.may_manage_system if isinstance(user, Actor) else policies.can_manage_system(user)
