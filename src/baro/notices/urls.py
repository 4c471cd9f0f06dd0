"""Addresses of the pages of `notices`."""

from django.urls import path

from baro.notices import views

app_name = "notices"
urlpatterns = [
    path("thong-bao/", views.notice_list, name="notice-list"),
    path("thong-bao/xong/", views.notices_done, name="notices-done"),
    path("thong-bao/<int:pk>/xong/", views.notice_done, name="notice-done"),
]
