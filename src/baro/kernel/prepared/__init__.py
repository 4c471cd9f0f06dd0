"""Statements that are worked out once: built by Django the first time, prepared by the server.

Most of what a short statement costs is building it here and planning it there. What is asked or
written in every act is built once for each process and planned once for each connection.
"""

from baro.kernel.prepared.asking import prepared
from baro.kernel.prepared.cursors import run
from baro.kernel.prepared.errors import CannotBePrepared
from baro.kernel.prepared.writing import change, insert, insert_facts

__all__ = ["CannotBePrepared", "change", "insert", "insert_facts", "prepared", "run"]
