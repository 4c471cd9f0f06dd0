"""Addresses of the pages of `notices`."""

from django.urls import path

from baro.notices import views

app_name = "notices"
urlpatterns = [
    path("thong-bao/", views.notice_list, name="notice-list"),
    path("thong-bao/xong/", views.notices_done, name="notices-done"),
    path("thong-bao/<int:pk>/xong/", views.notice_done, name="notice-done"),
    path("thong-bao/thoi-nhan/<str:token>/", views.unsubscribing, name="unsubscribing"),
    path("tai-khoan/thong-bao/", views.choices, name="choices"),
    path("tai-khoan/thong-bao/cach-nhan/", views.channel_choices, name="channel-choices"),
    path("tai-khoan/thong-bao/gio-yen-lang/", views.quiet_hours, name="quiet-hours"),
    path("suc-khoe/thu-bao/", views.letter_list, name="letter-list"),
    path("suc-khoe/thu-bao/<int:pk>/gui-lai/", views.letter_retry, name="letter-retry"),
]
