"""Addresses of the pages of `followup`."""

from django.urls import path

from baro.followup.views import pressing, pressing_choice

app_name = "followup"
urlpatterns = [
    path("don-doc/", pressing_choice.pressing, name="pressing"),
    path("don-doc/moi/", pressing_choice.pressing_beginning, name="pressing-beginning"),
    path("don-doc/cac-dot/", pressing_choice.pressing_list, name="pressing-list"),
    path("don-doc/<int:pk>/", pressing.pressing_round, name="pressing-round"),
    path("don-doc/<int:pk>/phat-hanh/", pressing.pressing_issuance, name="pressing-issuance"),
    path("don-doc/<int:pk>/dung/", pressing.pressing_stop, name="pressing-stop"),
    path("don-doc/<int:pk>/bo/", pressing.pressing_discard, name="pressing-discard"),
    path("don-doc/<int:pk>/tien-do/", pressing.pressing_progress, name="pressing-progress"),
    path("don-doc/van-ban/<int:pk>/", pressing.letter_items, name="letter-items"),
]
