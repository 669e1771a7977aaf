"""Take one story through every format that writes, and see that it comes back."""

import newsmodel as nm

article = nm.Article(
    headline="Night bus to Saltmarsh is saved",
    language="en",
    bylines=[nm.Byline(name="Ida Moreno", job_title="transport reporter")],
    body=[
        nm.Paragraph(content="The night bus to Saltmarsh keeps running."),
        nm.Quote(blocks=[nm.Paragraph(content="People have no other way home.")], attribution="Tomas Reed"),
    ],
    votes=[nm.Vote(motion="extend the contract", counts=[nm.Count(option="yes", value=11), nm.Count(option="no", value=6)])],
)
original = nm.dumps(article, format="json")

for codec in nm.codecs():
    if isinstance(codec, nm.Writer):
        there = nm.convert(original, source="json", target=codec.name)
        back = nm.convert(there.data, target="json")
        outcome = "equal" if back.data == original else f"{len(there.losses)} losses, all of them reported"
        print(f"{codec.name:10} recognised as {nm.recognise(there.data):10} {outcome}")
