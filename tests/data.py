"""Where the tests find the shared data: real documents that are not ours to publish."""

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("NEWSMODEL_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")


def shared(path: str) -> Path:
    """A file or folder of the shared data; the test is skipped where it is absent, and fails in CI."""
    place = ROOT / path
    if not place.exists():
        message = f"no shared data at {place}: set NEWSMODEL_DATA to the folder that holds it"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return place
