"""An archive measured: what there is, when, by whom, how votes went, and what was lost; as numbers, and as a page to look at.

Needs the extra `newsmodel[query]`.
"""

from newsmodel.archive.stats._measures import Group, Histogram, Ranking, Stats, Timeline, measured
from newsmodel.archive.stats._page import page

__all__ = ["Group", "Histogram", "Ranking", "Stats", "Timeline", "measured", "page"]
