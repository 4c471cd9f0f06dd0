"""Addresses of the documents."""

from django.urls import path

from baro.documents import views

app_name = "documents"
urlpatterns = [
    path("van-ban/", views.document_list, name="document-list"),
    path("van-ban/dang-ky/", views.document_registration, name="document-registration"),
    path("van-ban/dang-ky/<int:pk>/", views.document_intake, name="document-intake"),
    path("van-ban/dang-ky/<int:pk>/bo/", views.intake_discard, name="intake-discard"),
    path("van-ban/<int:pk>/", views.document, name="document"),
    path("van-ban/<int:pk>/tep/", views.document_file, name="document-file"),
    path("van-ban/<int:pk>/boc-tach/", views.document_reading, name="document-reading"),
    path("van-ban/<int:pk>/noi-nhan/", views.document_sharing, name="document-sharing"),
]
