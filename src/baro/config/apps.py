"""Registers the composition room with Django, for its management commands."""

from django.apps import AppConfig


class CompositionConfig(AppConfig):
    name = "baro.config"
    label = "config"
    verbose_name = "Cấu hình"
