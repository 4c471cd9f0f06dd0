"""What of a task says when it is due and whom it keeps busy."""

from datetime import date

from django import forms

from baro.org import api as org
from baro.tasks.forms.drafts import RECURRENCES
from baro.tasks.forms.fields import day_field


class TermsForm(forms.Form):
    """Half-typed terms: each is known as soon as it can be read, whatever is wrong with others."""

    due_on = day_field("Hạn hoàn thành", required=False)
    recurrence_every = forms.ChoiceField(choices=RECURRENCES, required=False)
    recurrence_by = forms.CharField(max_length=60, required=False)
    leads = org.UnitNamesField(required=False)
    excepting = org.UnitNamesField(required=False)
    minutes_per_unit = forms.IntegerField(min_value=0, max_value=60_000, required=False)

    def read(self) -> "TermsForm":
        self.full_clean()
        return self

    def day(self) -> date | None:
        return self.cleaned_data.get("due_on")

    def recurrence(self) -> dict[str, str] | None:
        every = self.cleaned_data.get("recurrence_every")
        by = self.cleaned_data.get("recurrence_by")
        return {"every": every, "by": by} if every and by is not None else None

    def receivers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes of who leads, and of who is left out of their groups."""
        facts = self.cleaned_data
        return facts.get("leads", ()), facts.get("excepting", ())

    def minutes(self) -> int:
        return self.cleaned_data.get("minutes_per_unit") or 0
