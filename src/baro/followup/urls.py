"""Addresses of the pages of `followup`."""

from django.urls import path

from baro.followup.views import (
    committees,
    ladder,
    leaders_item,
    leaders_list,
    pressing,
    pressing_choice,
    reminders,
    sessions,
)

app_name = "followup"
urlpatterns = [
    path("ban-chi-dao/", committees.committee_list, name="committee-list"),
    path("ban-chi-dao/moi/", committees.committee_founding, name="committee-founding"),
    path("ban-chi-dao/<int:pk>/", committees.committee, name="committee"),
    path("ban-chi-dao/<int:pk>/sua/", committees.committee_change, name="committee-change"),
    path("ban-chi-dao/<int:pk>/ky-hop/", committees.committee_session, name="committee-session"),
    path("ky-hop/<int:pk>/", sessions.session, name="session"),
    path("ky-hop/<int:pk>/trinh-chieu/", sessions.session_screen, name="session-screen"),
    path("ky-hop/<int:pk>/word/", sessions.session_paper, {"form": "docx"}, "session-word"),
    path("ky-hop/<int:pk>/pdf/", sessions.session_paper, {"form": "pdf"}, "session-pdf"),
    path("ky-hop/<int:pk>/chot/", sessions.session_holding, name="session-holding"),
    path("ky-hop/<int:pk>/ket-luan/", sessions.session_conclusion, name="session-conclusion"),
    path("don-doc/", pressing_choice.pressing, name="pressing"),
    path("don-doc/moi/", pressing_choice.pressing_beginning, name="pressing-beginning"),
    path("don-doc/cac-dot/", pressing_choice.pressing_list, name="pressing-list"),
    path("don-doc/<int:pk>/", pressing.pressing_round, name="pressing-round"),
    path("don-doc/<int:pk>/phat-hanh/", pressing.pressing_issuance, name="pressing-issuance"),
    path("don-doc/<int:pk>/dung/", pressing.pressing_stop, name="pressing-stop"),
    path("don-doc/<int:pk>/bo/", pressing.pressing_discard, name="pressing-discard"),
    path("don-doc/<int:pk>/tien-do/", pressing.pressing_progress, name="pressing-progress"),
    path("don-doc/van-ban/<int:pk>/", pressing.letter_items, name="letter-items"),
    path("thang-nhac/", ladder.ladder, name="ladder"),
    path("thang-nhac/them/", ladder.rung_creation, name="rung-creation"),
    path("thang-nhac/doi-chieu/", ladder.ladder_comparison, name="ladder-comparison"),
    path("thang-nhac/<int:number>/", ladder.rung, name="rung"),
    path("thang-nhac/<int:number>/bo/", ladder.rung_ending, name="rung-ending"),
    path("thang-nhac/thay-doi/<int:pk>/rut/", ladder.rung_calling_off, name="rung-calling-off"),
    path("trinh-lanh-dao/", leaders_list.leaders_list, name="leaders-list"),
    path("trinh-lanh-dao/in/", leaders_list.leaders_list_print, name="leaders-list-print"),
    path("trinh-lanh-dao/excel/", leaders_list.leaders_list_excel, name="leaders-list-excel"),
    path(
        "trinh-lanh-dao/giao-ban/",
        leaders_list.leaders_list_briefing,
        name="leaders-list-briefing",
    ),
    path("trinh-lanh-dao/<int:pk>/", leaders_item.leaders_item, name="leaders-item"),
    path("nhiem-vu/<int:pk>/nhac-viec/", reminders.task_reminders, name="task-reminders"),
]
