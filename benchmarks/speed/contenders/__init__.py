"""One module for each library, or each limit.

To enter another:

    # contenders/by_fastjson.py
    @contender("json-read", "fastjson")
    def read(case: Case) -> Attempt:
        fastjson = import_module("fastjson")                      # not there: the contender is refused, with that reason
        return Attempt(partial(fastjson.load, case.data), same_article(case))

The rows are in `contest`. An `Attempt` is what is timed and a check of its result; whatever is prepared before is not timed. Name the
library in `peers.txt`, and it takes part in the next run.
"""

from importlib import import_module
from pathlib import Path

for _path in sorted(Path(__file__).parent.glob("by_*.py")):
    import_module(f"{__name__}.{_path.stem}")
