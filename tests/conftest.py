"""How hard the laws are tried: Hypothesis profiles, one of which `NEWSMODEL_PROFILE` names."""

import os

import pytest
from hypothesis import HealthCheck, settings

# No deadline in any profile: a slow machine is no fault of the code, and the time limits of reading have tests of their own.
# No complaint about slow generation either, for the same reason.
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples in every run, so that a failure belongs to the change that is tested and not to luck; `deep` is the search.
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=200, derandomize=True)
settings.register_profile("deep", parent=settings.get_profile("dev"), max_examples=10_000, print_blob=True)

IN_CI = os.environ.get("CI") == "true"
settings.load_profile(os.environ.get("NEWSMODEL_PROFILE") or ("ci" if IN_CI else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes what examples print, and the loss table, as what is expected from now on; read the diff before."""
    parser.addoption("--accept", action="store_true", help="take the present output as the expected one")
