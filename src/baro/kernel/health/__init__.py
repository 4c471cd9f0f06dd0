"""Whether this installation is well: for the administrator, and for a process monitor."""
