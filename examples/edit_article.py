"""Change an article that cannot change: new ones are made of its parts."""

from typing import Any

import newsmodel as nm
from newsmodel import walk

article = nm.Article(
    headline="Night bus to saltmarsh is saved",
    body=[
        nm.Paragraph(content=("The night bus keeps running. ", nm.Span(text="Read the plan", href="http://plan.example/n1"), ".")),
        nm.Aside(blocks=[nm.Paragraph(content="Related: ferries")], role="related"),
    ],
)

# One field: `evolve` gives a new article, and the old one stays as it was.
corrected = nm.evolve(article, headline="Night bus to Saltmarsh is saved")
print(article.headline, "->", corrected.headline)


# Any part, wherever it stands: `transform` asks about each object, the innermost first. `None` takes it out.
def tidy(part: Any) -> Any:
    if isinstance(part, nm.Aside) and part.role == "related":
        return None
    if isinstance(part, nm.Span) and part.href and part.href.startswith("http:"):
        return nm.evolve(part, href=part.href.replace("http:", "https:", 1))
    return part


tidied = walk.transform(corrected, tidy)
for path, part in walk.visit(tidied.body):
    if isinstance(part, nm.Span):
        print(path, part.href)
print(len(article.body), "blocks before,", len(tidied.body), "after")

# What is not valid does not come into being.
try:
    nm.evolve(article, urgency=12)
except nm.InvalidValue as error:
    print(error)
