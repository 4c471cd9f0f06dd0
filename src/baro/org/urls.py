"""Addresses of this module."""

from django.urls import path

from baro.org import views

app_name = "org"
urlpatterns = [
    path("don-vi/", views.unit_list, name="unit-list"),
    path("don-vi/nhap-danh-sach/", views.list_import, name="import"),
    path("don-vi/nhap-danh-sach/mau/<str:kind>/", views.import_template, name="import-template"),
    path("don-vi/nhap-danh-sach/<int:pk>/", views.import_preview, name="import-preview"),
    path(
        "don-vi/nhap-danh-sach/<int:pk>/ghi/", views.import_application, name="import-application"
    ),
    path("don-vi/<str:code>/", views.unit, name="unit"),
    path("tai-khoan/ma-truy-cap/", views.api_tokens, name="api-tokens"),
    path(
        "tai-khoan/ma-truy-cap/<int:pk>/thu-hoi/",
        views.api_token_revocation,
        name="api-token-revocation",
    ),
    path("nguoi/<int:pk>/", views.person, name="person"),
    path("nguoi/<int:pk>/nguoi-thay/", views.person_substitution, name="person-substitution"),
    path("nguoi-thay/<int:pk>/ket-thuc/", views.substitution_ending, name="substitution-ending"),
    path("tai-khoan/nguoi-thay/", views.absence, name="absence"),
]
