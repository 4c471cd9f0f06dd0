"""Addresses of the ledger."""

from django.urls import path

from baro.work import comment_views, feed_views, views

app_name = "work"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("lich/<str:secret>.ics", feed_views.calendar, name="calendar"),
    path("tai-khoan/lich/", feed_views.calendar_feeds, name="calendar-feeds"),
    path(
        "tai-khoan/lich/<int:pk>/thu-hoi/",
        feed_views.calendar_revocation,
        name="calendar-revocation",
    ),
    path("viec/<int:pk>/trao-doi/", comment_views.item_comments, name="item-comments"),
    path(
        "viec/<int:pk>/trao-doi/nguoi/",
        comment_views.item_comment_people,
        name="item-comment-people",
    ),
    path("viec/<int:pk>/theo-doi/", comment_views.item_watch, name="item-watch"),
    path("y-kien/<int:pk>/sua/", comment_views.comment_edit, name="comment-edit"),
    path("y-kien/<int:pk>/rut-lai/", comment_views.comment_removal, name="comment-removal"),
    path("y-kien/tep/<int:pk>/", comment_views.comment_file, name="comment-file"),
]
