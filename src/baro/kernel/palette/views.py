"""The palette as a fragment of every page, and as a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from baro.kernel.palette.queries import LONGEST_WORDS, cleaned, groups_found
from baro.kernel.ui.pages import render_page


@never_cache
@require_GET
def palette(request: HttpRequest) -> HttpResponse:
    words = cleaned(request.GET.get("q", ""))
    context = {
        "words": words,
        "groups": groups_found(request.user, words),
        "asked": LONGEST_WORDS if len(words) > LONGEST_WORDS else 0,
    }
    return render_page(
        request, "kernel/palette.html", context, fragment="kernel/_palette_results.html"
    )
