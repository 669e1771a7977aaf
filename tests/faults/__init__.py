"""Runs of the command that are broken on purpose, and what is left of them: `make faults`."""
