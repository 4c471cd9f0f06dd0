"""Registers this module with Django."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "baro.kernel"
    label = "kernel"
    verbose_name = "Nền tảng"
