"""Archives: from many documents to a typed table and back, on one core, on all of them, or on a cluster.

One function does the work, `kernel`: a batch of documents in, a batch of articles out, both in Arrow. What feeds it are sources
(folders, ZIP, tar, JSON Lines, messages, WARC, Parquet), what runs it engines (a pool of processes, Dask, Spark), what it fills sinks
(Parquet, JSON Lines, ZIP, files in any format). `convert` puts them together. Needs the extra `newsmodel[arrow]`.
"""

from typing import TYPE_CHECKING

from newsmodel._lazy import lazily

if TYPE_CHECKING:
    from newsmodel.archive.documents import Document, batches
    from newsmodel.archive._kernel import Recipe, kernel
    from newsmodel.archive.job import Stopped, convert
    from newsmodel.archive.journal import JobRefused
    from newsmodel.archive.report import Progress, Report
    from newsmodel.archive.schema import DOCUMENTS, SCHEMA, VERSION
    from newsmodel.archive.tables import articles, from_arrow, to_arrow
    from newsmodel.archive.views import query
else:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "newsmodel.archive.documents": "Document batches",
            "newsmodel.archive._kernel": "Recipe kernel",
            "newsmodel.archive.job": "Stopped convert",
            "newsmodel.archive.journal": "JobRefused",
            "newsmodel.archive.report": "Progress Report",
            "newsmodel.archive.schema": "DOCUMENTS SCHEMA VERSION",
            "newsmodel.archive.tables": "articles from_arrow to_arrow",
            "newsmodel.archive.views": "query",
        },
        modules="documents job journal places report schema sinks stats tables views",
    )

__all__ = [
    "DOCUMENTS", "SCHEMA", "VERSION", "Document", "JobRefused", "Progress", "Recipe", "Report", "Stopped", "articles", "batches", "convert",
    "from_arrow", "kernel", "query", "to_arrow",
]  # fmt: skip
