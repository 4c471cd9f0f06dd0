"""Every named address of our modules, with what stands in the place of its argument."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

MODULES = ("kernel", "org", "notices", "documents", "work", "tasks", "followup", "dashboards")
API = "api-1"

# What an address with an argument is about, by the beginning of its name.
THINGS: Mapping[str, str] = {
    "kernel:job-retry": "job",
    "kernel:webhook": "webhook",
    "org:unit": "unit",
    "org:import-template": "import kind",
    "org:import-": "import",
    "org:api-token-": "token",
    "org:person": "person",
    "org:substitution-": "substitution",
    "notices:notice-done": "notice",
    "notices:unsubscribing": "way out",
    "work:calendar-revocation": "calendar",
    "work:calendar": "calendar address",
    "notices:letter-retry": "letter",
    "documents:document-intake": "intake",
    "documents:intake-": "intake",
    "documents:document-submission": "arrival",
    "documents:document-assignment": "arrival",
    "documents:document-finishing": "arrival",
    "documents:paper-draft": "paper draft",
    "documents:document": "document",
    "documents:link-": "link",
    "documents:local-name-": "name",
    "documents:local-word-": "word",
    "documents:number-run": "number run",
    "tasks:duty": "duty",
    "tasks:saved-list": "saved list",
    "tasks:task-bulk": "bulk act",
    "tasks:task-import-": "task import",
    "work:item-": "task",
    "work:comment-file": "comment file",
    "work:comment-": "comment",
    "tasks:task": "task",
    "tasks:delivery-file": "delivery",
    "tasks:document-": "document",
    "tasks:draft": "draft",
    "followup:committee": "committee",
    "followup:session": "session",
    "followup:difficult-work": "difficult work",
    "followup:difficult-milestone": "milestone",
    "followup:difficult-obstacle": "obstacle",
    "followup:letter-items": "document",
    "followup:pressing-": "pressing",
    "followup:leaders-item": "task",
    "followup:task-reminders": "task",
    "followup:rung-calling-off": "rung change",
    "followup:rung": "rung",
    "dashboards:unit": "unit",
    "api-1:document_submission": "arrival",
    "api-1:document_assignment": "arrival",
    "api-1:document_finishing": "arrival",
    "api-1:document_drafting": "document",
    "api-1:document": "document",
    "api-1:intake": "intake",
    "api-1:number_run": "number run",
    "api-1:draft": "draft",
    "api-1:duty": "duty",
    "api-1:comment": "task",
    "api-1:watching": "task",
    "api-1:saved_list": "saved list",
    "api-1:substitution": "substitution",
    "api-1:pressing": "pressing",
    "api-1:committee": "committee",
    "api-1:session": "session",
    "api-1:difficult": "difficult work",
    "api-1:milestone": "milestone",
    "api-1:obstacle": "obstacle",
    "api-1:notice_done": "notice",
    "api-1:task": "task",
    "api-1:unit": "unit",
}
# What is sent, where an empty form would be refused before anybody asks who sends it.
WORDS = "Một câu để thử."
FORMS: Mapping[str, Mapping[str, str]] = {
    "documents:document-finishing": {"note": WORDS},
    "documents:document-register-columns": {"register_note": WORDS},
    "documents:document-link": {"kind": "replies", "symbol": "9/UBND"},
    "documents:intake-enclosures": {"number": "1"},
    "documents:number-run-cancellation": {"number": "2", "reason": WORDS},
    "documents:number-run-release": {"number": "2", "reason": WORDS},
    "documents:number-run-filling": {"number": "2", "reason": WORDS, "dated_on": "2099-01-05"},
    "tasks:duty-end": {"reason": WORDS},
    "tasks:duty-ways": {"lead_days": "2", "on_day_off": "next"},
    "notices:quiet-hours": {"starts": "19:00", "ends": "07:00"},
    "followup:difficult-work": {"viec": "tinh-hinh", "tone": "going", "words": WORDS},
    "followup:difficult-milestone": {"viec": "doi", "day": "2099-01-05", "reason": WORDS},
    "followup:difficult-obstacle": {"viec": "go", "how": WORDS},
    "followup:leaders-item": {"viec": "chi-dao", "words": WORDS},
    "followup:rung-ending": {"valid_to": "2099-01-05"},
    "work:item-comments": {"text": WORDS},
    "work:comment-edit": {"text": WORDS},
    "followup:committee-session": {"number": "7", "planned_on": "2099-01-05"},
    "tasks:task-query": {"question": WORDS},
    "tasks:task-answer": {"answer": WORDS},
    "tasks:task-progress": {"done": WORDS},
    "tasks:task-delivery": {"text": WORDS},
    "tasks:task-recall": {"reason": WORDS},
    "tasks:task-return": {"reason": WORDS},
    "tasks:task-extension": {"proposed_due_on": "2099-01-05", "grounds": WORDS},
    "tasks:task-extension-decision": {"decision": "refused", "note": WORDS},
    "tasks:task-deadline": {"due_on": "2099-01-05", "reason": WORDS},
    "tasks:task-withdrawal": {"reason": WORDS},
    "tasks:task-replacement": {
        "title": "Việc mới",
        "expected_product": "Báo cáo",
        "due_on": "2099-01-05",
        "reason": WORDS,
    },
    "tasks:task-creation": {"title": "Việc"},
    "tasks:task-bulk": {"buoc": "2", "reason": WORDS},
    "tasks:saved-lists": {"name": "Danh sách mới", "query": "o=paused"},
    "tasks:saved-list": {"name": "Tên mới"},
    "api-1:document_list": {"owner_unit": "00001.UBND", "text": WORDS},
    "api-1:intake_list": {"text": WORDS},
    "tasks:draft": {"title": "Việc sửa", "minutes_per_unit": "30", "leads": "SNV"},
    "tasks:draft-amendment": {"leads": "SNV"},
    "tasks:draft-split": {"place": "5"},
    "tasks:draft-quote": {"start": "0", "end": "20"},
}
# The fields of every act of the API at once: each takes those that it knows.
API_FORM: Mapping[str, Any] = {
    "text": WORDS,
    "done": WORDS,
    "note": WORDS,
    "grounds": WORDS,
    "proposed_due_on": "2099-01-05",
    "granted": False,
    "person": "CB-KHONG-CO",
    "unit": "STC",
    "owner_unit": "00001.UBND",
    "type": "QĐ",
    "purpose": WORDS,
    "number": 2,
    "dated_on": "2099-01-05",
    "kind": "replies",
    "symbol": "9/UBND",
    "title": "Việc sửa",
    "drafts": [],
    "nominal_on": "2099-01-25",
    "due_on": "2099-01-05",
    "reason": WORDS,
    "lead_days": 2,
    "on_day_off": "next",
}
NEW_TASKS = [{"title": "Việc", "issuer_unit": "00001.UBND", "lead": ["00001.UBND.KT"]}]


@dataclass(frozen=True)
class Address:
    """A name with the example that fills its argument."""

    name: str
    example: str
    arguments: tuple[Any, ...]

    @property
    def is_api(self) -> bool:
        return self.name.startswith(API)

    @property
    def json(self) -> Any:
        """What the API takes, but for the addresses that take files."""
        if self.name == "api-1:task_list":
            return NEW_TASKS
        takes_files = self.name in {
            "api-1:document_list",
            "api-1:intake_list",
            "api-1:task_delivery",
        }
        return API_FORM if self.is_api and not takes_files else None

    @property
    def label(self) -> str:
        return f"{self.name} [{self.example}]" if self.example else self.name


def addresses(things: Mapping[str, Mapping[str, object]]) -> Iterator[Address]:
    """All of them, once for each example of what they are about.

    The API has the same objects behind it as the pages, so that two examples are enough there;
    what is reached at one path under two names is looked at once.
    """
    for name, has_argument in _names(get_resolver()):
        if not has_argument:
            yield Address(name, "", ())
            continue
        for example, key in things[thing_of(name)].items():
            if not name.startswith(API) or example in {"own", "other"}:
                yield Address(name, example, (key,))


def thing_of(name: str) -> str:
    """A new address has to be entered above before its permissions can be looked at."""
    return next(thing for beginning, thing in THINGS.items() if name.startswith(beginning))


def _names(resolver: URLResolver) -> list[tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for path, name, pattern in _patterns(resolver):
        if name.partition(":")[0] in {*MODULES, API, "api-guide"}:
            found.setdefault(path, (name, pattern.pattern.regex.groups > 0))
    return list(found.values())


def _patterns(
    resolver: URLResolver, path: str = "", namespace: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in resolver.url_patterns:
        place = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(
                pattern, place, f"{pattern.namespace}:" if pattern.namespace else ""
            )
        else:
            yield place, f"{namespace}{pattern.name}", pattern
