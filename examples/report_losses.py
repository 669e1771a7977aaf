"""Write a story in a format that cannot say all of it, and get the exact account of what is missing."""

import newsmodel as nm

article = nm.Article(
    headline="Night bus to Saltmarsh is saved",
    urgency=3,
    slug="night-bus",
    subjects=[nm.Concept(name="Public transport", code="desk:transport")],
    body=[nm.Paragraph(content="The night bus to Saltmarsh keeps running, the council of Port Lorne decided on Tuesday.")],
)
codec = nm.codec("text")
assert isinstance(codec, nm.Writer)
written = codec.write(article)

print(written.data.decode())
for loss in written.losses:
    print(f"{loss.path}: {loss.reason}")

# The losses are exact: taken out of the article, they leave what is read back.
print("exact:", nm.patch(article, written.losses) == codec.read(written.data).article)
