"""A course that is set for nobody, for no day, without a product: no task yet."""

from baro.documents.reading.doubts import NO_LEAD
from baro.documents.reading.drafts import DraftTask

_AIMS = "phấn đấu "
_GIVES = ("giao ", "đề nghị ", "phân công ")


def only_sets_a_course(draft: DraftTask, *, names_nobody_itself: bool) -> bool:
    """As in "Huy động nguồn lực xã hội đầu tư bến bãi" among the measures of a resolution.

    So does an aim under "yêu cầu các cấp ủy ...:" that names nobody itself.
    """
    if draft.quote.lower().startswith(_GIVES):
        return False
    if draft.quote.lower().startswith(_AIMS) and not (draft.lead or draft.in_charge):
        return set(draft.doubts) <= {NO_LEAD}
    settled = draft.lead or draft.due_text or draft.recurrence or draft.product or draft.in_charge
    return not settled and (set(draft.doubts) <= {NO_LEAD} or names_nobody_itself)
