"""Addresses of the ledger."""

from django.urls import path

from baro.work import views

app_name = "work"
urlpatterns = [path("", views.inbox, name="inbox")]
