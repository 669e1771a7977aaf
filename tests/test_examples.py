"""The examples print what stands beside them."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.strategies import articles

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


def test_there_are_examples() -> None:
    assert len(SCRIPTS) >= 4


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_stands_beside_it(script: Path, request: pytest.FixtureRequest) -> None:
    expected = script.with_suffix(".out")
    environment = {**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}

    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=False, env=environment)

    assert (0, b"") == (done.returncode, done.stderr)
    if request.config.getoption("--accept"):
        expected.write_bytes(done.stdout)
    assert expected.read_text("utf-8") == done.stdout.decode()


class TestTicker:
    """The codec that the example writes keeps the laws that all codecs keep."""

    ticker: nm.Writer = runpy.run_path(str(EXAMPLES / "write_a_codec.py"))["Ticker"]()

    @given(articles())
    def test_losses_are_honest(self, article: nm.Article) -> None:
        written = self.ticker.write(article)

        assert nm.patch(article, written.losses) == self.ticker.read(written.data).article
