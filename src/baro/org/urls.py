"""Addresses of this module."""

from django.urls import path

from baro.org import views

app_name = "org"
urlpatterns = [
    path("don-vi/", views.unit_list, name="unit-list"),
    path("don-vi/<str:code>/", views.unit, name="unit"),
    path("nguoi/<int:pk>/", views.person, name="person"),
]
