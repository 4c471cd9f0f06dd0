"""The name of the present edition of each group of tables."""

from django.db import models


class Edition(models.Model):
    """Which edition a group of tables is in; the token is never used twice, not even after undo."""

    class Group(models.TextChoices):
        ORG = "org", "Bộ máy, người và tài khoản"
        RULES = "rules", "Quy định và lịch làm việc"
        LISTS = "lists", "Danh sách đã lưu"

    group = models.CharField(max_length=20, choices=Group, primary_key=True)
    token = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.Group(self.group).label}: {self.token}"
