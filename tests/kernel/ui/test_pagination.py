from django.core.paginator import Paginator
from django.template import engines


def test_the_gap_between_page_numbers_leads_nowhere() -> None:
    page = Paginator(range(400), 20).page(10)

    told = engines["jinja2"].from_string("{{ ui.pagination(page) }}").render({"page": page})

    assert told.count('<span class="pager-gap">…</span>') == 2
    assert "…</a>" not in told
    assert 'href="?trang=11"' in told
