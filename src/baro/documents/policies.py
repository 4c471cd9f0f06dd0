"""Who may do what with documents."""

from datetime import date

from baro.documents.models import Document, Handling, NumberSeries, PaperDraft
from baro.org import api as org


def can_register_document(user: org.User, unit: org.Unit, *, on: date) -> bool:
    """The clerks and specialists of the unit, and of a unit above it."""
    return org.powers_of(user, on=on).may(org.Permission.REGISTER_DOCUMENT, unit)


def can_register_somewhere(user: org.User, *, on: date) -> bool:
    return org.powers_of(user, on=on).may_somewhere(org.Permission.REGISTER_DOCUMENT)


def can_manage_retention(user: org.User, *, on: date) -> bool:
    """The table holds for everyone; who keeps the organisation or the system in order keeps it."""
    powers = org.powers_of(user, on=on)
    kept = (org.Permission.MANAGE_ORG, org.Permission.MANAGE_SYSTEM)
    return any(powers.may_somewhere(permission) for permission in kept)


def can_keep_numbers(user: org.User, run: NumberSeries, *, on: date) -> bool:
    """Whoever keeps the register of the run's unit."""
    return can_register_document(user, run.owner_unit, on=on)


def can_assign_document(user: org.User, document: Document, *, on: date) -> bool:
    """Who gives out the work of the unit, and the leader to whom the document was submitted."""
    handling = Handling.of(document)
    if handling.submitted_to_id and handling.submitted_to_id in org.acts_as(user, on=on):
        return True
    return org.powers_of(user, on=on).may(org.Permission.ASSIGN_TASK, document.owner_unit)


def can_finish_handling(user: org.User, document: Document, *, on: date) -> bool:
    """Whoever keeps the register, gives out the work, or was told to do it."""
    handling, powers = Handling.of(document), org.powers_of(user, on=on)
    if handling.lead_person_id and handling.lead_person_id in org.acts_as(user, on=on):
        return True
    if handling.lead_unit and powers.may(org.Permission.DELIVER_PRODUCT, handling.lead_unit):
        return True
    keeps = can_register_document(user, document.owner_unit, on=on)
    return keeps or can_assign_document(user, document, on=on)


def can_see_register(user: org.User, unit: org.Unit, *, on: date) -> bool:
    """Whoever keeps the register of the unit, or looks over the unit."""
    sees = org.powers_of(user, on=on).may(org.Permission.SEE, unit)
    return sees or can_register_document(user, unit, on=on)


def can_teach(user: org.User, unit: org.Unit | None, *, on: date) -> bool:
    """A unit's own words by those who keep its register; the city's by its organisation staff."""
    if unit:
        return can_register_document(user, unit, on=on)
    return org.powers_of(user, on=on).may_for_the_whole_city(org.Permission.MANAGE_ORG)


def can_see_taught(user: org.User, *, on: date) -> bool:
    return can_register_somewhere(user, on=on) or can_teach(user, None, on=on)


def can_share_document(user: org.User, document: Document, *, on: date) -> bool:
    """Whoever keeps the register, and whoever gives tasks out of the document."""
    powers = org.powers_of(user, on=on)
    unit = document.owner_unit
    return powers.may(org.Permission.REGISTER_DOCUMENT, unit) or powers.may(
        org.Permission.ISSUE_TASK, unit
    )


def can_read_document(user: org.User, document: Document, *, on: date) -> bool:
    """The same people who may make tasks of what is read."""
    return can_share_document(user, document, on=on)


def can_write_paper(user: org.User, unit: org.Unit, *, on: date) -> bool:
    """Whoever keeps the unit's register, gives tasks for it, or works in it or below it."""
    powers = org.powers_of(user, on=on)
    if unit.branch == org.Unit.Branch.TERRITORY:
        return False
    may = powers.may(org.Permission.REGISTER_DOCUMENT, unit)
    may = may or powers.may(org.Permission.ISSUE_TASK, unit)
    return may or unit.path in powers.bodies_above()


def can_write_somewhere(user: org.User, *, on: date) -> bool:
    """Everybody who holds a post somewhere, but not who only looks after the machines."""
    powers = org.powers_of(user, on=on)
    may = powers.may_somewhere(org.Permission.REGISTER_DOCUMENT)
    return may or powers.main_unit is not None


def can_revise_paper(user: org.User, draft: PaperDraft, *, on: date) -> bool:
    """Whoever sees it may improve it, as long as they may write for the unit at all."""
    return can_write_paper(user, draft.unit, on=on)


def can_issue_paper(user: org.User, draft: PaperDraft, *, on: date) -> bool:
    """Numbers are given by those who keep the unit's register."""
    return can_register_document(user, draft.unit, on=on)
