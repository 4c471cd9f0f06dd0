"""The addresses of all modules."""

from django.contrib import admin
from django.urls import include, path

from baro.config.rest import api, api_guide, unknown_address
from baro.kernel.rest.doors import hang
from baro.org import api as org

handler500 = "baro.kernel.ui.outage.failed"
urlpatterns = [
    # First, since addresses are tried in turn and the pages have hundreds of them.
    path("api/v1/", (hang(api.urls[0], caller_of=org.token_caller), *api.urls[1:])),
    path("api/v1/<path:rest>", unknown_address, name="api-unknown-address"),
    path("", include("baro.kernel.urls")),
    path("", include("baro.org.urls")),
    path("", include("baro.notices.urls")),
    path("", include("baro.documents.urls")),
    path("", include("baro.work.urls")),
    path("", include("baro.tasks.urls")),
    path("", include("baro.followup.urls")),
    path("", include("baro.dashboards.urls")),
    path("giao-dien-api/", api_guide, name="api-guide"),
    path("tai-khoan/", include("baro.org.account_urls")),
    path("ho-tro/", admin.site.urls),
]
