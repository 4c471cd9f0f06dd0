"""One small form for each act on a task."""

from typing import Any

from django import forms

from baro.org import api as org
from baro.tasks.models import Task


class ActForm(forms.Form):
    """An act knows its task and who acts, so that choices can be narrowed to what they may pick.

    `product` is the delivery that waits on the page beside the form, for acts that judge it.
    """

    submit_label = "Ghi nhận"
    # The browser's own bubbles speak the browser's language, and leave no trace on the page.
    use_required_attribute = False

    def __init__(
        self, *args: Any, task: Task, user: org.User, product: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.task = task
        self.user = user
        self.product = product
        self.narrow()

    @classmethod
    def asks_nothing(cls) -> bool:
        """One press does it: there is nothing to fill in."""
        return all(field.widget.is_hidden for field in cls.base_fields.values())

    def narrow(self) -> None:
        """Fill choices that depend on the task."""

    def facts(self) -> dict[str, Any]:
        """What the operation is told, by its own names."""
        return self.cleaned_data
