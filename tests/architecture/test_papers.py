import re

from django.apps import apps
from django.db.models import TextChoices
from tests.architecture.source import MODULES, ROOT

DOCS = ROOT / "docs"


def test_the_number_of_a_decision_is_the_number_of_its_file() -> None:
    misnumbered = [
        path.name
        for path in sorted((DOCS / "adr").glob("*.md"))
        if not re.match(rf"# {int(path.name[:4])}\. ", path.read_text(encoding="utf-8"))
    ]
    assert not misnumbered, "\n".join(misnumbered)


def test_every_model_and_state_is_in_the_glossary() -> None:
    words = set(re.findall(r"`([^`]+)`", (DOCS / "glossary.md").read_text(encoding="utf-8")))
    models = [model for model in apps.get_models() if model._meta.app_label in MODULES]
    names = {model.__name__ for model in models}
    states = {
        value
        for model in models
        for choices in (getattr(model, "State", None), getattr(model, "Status", None))
        if isinstance(choices, type) and issubclass(choices, TextChoices)
        for value in choices.values
    }
    missing = sorted((names | states) - words)
    assert not missing, ", ".join(missing)
