"""The shell command `newsmodel`: commands, and no logic of their own. Needs the extra `newsmodel[cli]`."""

from __future__ import annotations

import sys

EXTRAS = {
    "click": "cli", "rich": "cli", "pyarrow": "arrow", "distributed": "dask", "pyspark": "spark", "duckdb": "query", "warcio": "warc", "fsspec": "remote",
}  # fmt: skip
"""Which extra installs a library that a command needs."""


def main() -> int:
    """Run the command with the arguments of the process.

    Returns:
        The exit code: 0 done, 1 some input failed, 2 the command was not understood, 130 interrupted. Of `diff`:
        0 no difference, 1 differences, 2 trouble.
    """
    try:
        # Imported here, so that a missing extra and an early Ctrl-C end in one line and an exit code.
        from newsmodel.cli.commands import run  # noqa: PLC0415  # the reason is the line above

        return run()
    except ModuleNotFoundError as error:
        module = (error.name or "").partition(".")[0]
        if module not in EXTRAS:
            raise
        print(f"newsmodel: {module} is missing; install it with: pip install 'newsmodel[{EXTRAS[module]}]'", file=sys.stderr)  # noqa: T201  # click may be what is missing
        return 1
    except KeyboardInterrupt:
        return 130
