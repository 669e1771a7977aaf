"""How the command ends: its exit codes."""

DONE, FAILED, INTERRUPTED = 0, 1, 130
SAME, DIFFERENT, TROUBLE = 0, 1, 2
"""How `diff` ends, as diff(1) does (POSIX.1-2017)."""
