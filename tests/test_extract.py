"""Facts in unmarked text."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.extract import appeals, bylines, caption, enrich, votes
from tests.data import shared

CASES = [
    ("The council voted 7-2 to close the ferry.", ("close the ferry", "The council", 7, 2, None)),
    ("Members of the board voted 7-2 against selling the mill.", ("selling the mill", "Members of the board", 2, 7, None)),
    ("The council rejected the budget 10-22.", ("the budget", "The council", 10, 22, "failed")),
    ("The council rejected the budget 22-10.", ("the budget", "The council", 10, 22, "failed")),
    ("The budget was voted down by 22 votes to 10.", ("The budget", None, 10, 22, "failed")),
    ("The motion to close the pool was defeated 10-22.", ("The motion to close the pool", None, 10, 22, "failed")),
    ("By nine votes to three, the board approved the merger.", ("the merger", "the board", 9, 3, "passed")),
    ("The amendment passed 59-41 in the Senate.", ("The amendment", "the Senate", 59, 41, "passed")),
    ("The council passed the plan last week. The vote was 71 to 27.", ("the plan", "The council", 71, 27, "passed")),
    (
        "In the council, 22 voted in favour of closing the pool – with 10 against.",
        ("closing the pool", "the council", 22, 10, None),
    ),
    ("Parliament voted by 52% to 48% to leave the union.", ("leave the union", "Parliament", 52, 48, None)),
    ("The committee voted 24-17 on the new rules.", ("the new rules", "The committee", 24, 17, None)),
    ("The motion was approved by 54 percent to 46 percent.", ("The motion", None, 54, 46, "passed")),
    ("It passed 363-40, the House said.", (None, None, 363, 40, "passed")),
    ("In a 5-4 ruling, the court struck down the tax law.", ("struck down the tax law", "the court", 5, 4, None)),
    ("In a 5-4 ruling, the court ruled that the law was void.", ("the law was void", "the court", 5, 4, None)),
    ("In an 8-1 vote, the council voted to close the pool.", ("close the pool", "the council", 8, 1, None)),
    ("The vote on the bridge was 9 to 4.", ("the bridge", None, 9, 4, None)),
    ("On the ferry motion, voting was 9-2.", ("the ferry motion", None, 9, 2, None)),
    ("Some 52 percent of the town voted to leave the county.", ("leave the county", "the town", 52, None, "passed")),
    ("Lawmakers voted 12-3, with one senator voting present, to approve the tax.", ("approve the tax", "Lawmakers", 12, 3, None)),
    ("The measure was adopted 9-1 by the school board.", ("The measure", "the school board", 9, 1, "passed")),
    ("The council voted for the plan, 8-1.", ("the plan", "The council", 8, 1, None)),
    ("The council voted down the plan 9-2.", ("the plan", "The council", 2, 9, "failed")),
    ("The council unanimously rejected the plan.", ("the plan", "The council", None, None, "failed")),
    ("The board, on a show of hands, adopted the report.", ("the report", "The board", None, None, "passed")),
    ("The plan was rejected by the council by 27 votes.", ("The plan", "the council", None, None, "failed")),
    ("The court ruled 5-4 that the tax was lawful.", ("the tax was lawful", "The court", 5, 4, None)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_votes_with_two_counts(text: str, expected: tuple[object, ...]) -> None:
    found = votes(text)

    assert [(vote.motion, vote.voting_body, vote.yes, vote.no, vote.result) for vote in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mill Town won 3-1 at home.",
        "He is 45-50 years old, and his number is 555-1234.",
        "The bookmakers give odds of 5-2 on the motion.",
        "A poll found that 57% to 37% of voters want the bill.",
        "The party holds a 53-47 majority in the Senate.",
        "The resolution could pass 50-49.",
        "Tickets cost £5-10.",
        "The season of 2019-20 was the committee's best.",
        "In an 8-1 vote the council could have rejected the plan.",
        "The bill passed nearly unanimously.",
        "They sought unanimous consent for the bill.",
        "A table: 1-2, 3-4, 5-6, 7-8, 9-1, 2-3, 4-5, 6-7, 8-9, 1-3, 2-4, 5-7, 6-8 the council voted.",
    ],
)
def test_what_is_no_vote(text: str) -> None:
    assert votes(text) == ()


def test_unanimity_and_abstentions() -> None:
    [first, second] = votes(
        "The motion was carried unanimously.\nThe board agreed the plan by nine votes to three with two abstentions."
    )

    assert (first.motion, first.unanimous, first.result) == ("The motion", True, "passed")
    assert (second.yes, second.no, second.abstain) == (9, 3, 2)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The vote on the quay was tied, seven to seven.", "tied"),
        ("The vote on the quay was tied, seven to seven, and the chair used her casting vote in favour.", "passed"),
        ("The vote on the quay was tied, seven to seven. The chair used her casting vote to reject it.", "failed"),
    ],
)
def test_ties(text: str, result: str) -> None:
    [vote] = votes(text)

    assert (vote.motion, vote.yes, vote.no, vote.result) == ("the quay", 7, 7, result)


def test_a_result_told_again_in_words_has_its_numbers_again() -> None:
    first, second = votes("The Harbour Board voted 9-5 to paint the ferry.\nThe same result was reached over closing the pier.")

    assert second.counts == first.counts
    assert (second.motion, second.voting_body) == ("closing the pier", "The Harbour Board")


def test_nothing_is_repeated_without_a_vote_before() -> None:
    assert votes("The same result was reached over closing the pier.") == ()


def test_abstentions_told_in_the_next_sentence() -> None:
    [vote] = votes("Parliament approved the act 124-65. There were two abstentions and eight members were absent.")

    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (124, 65, 2, 8)


def test_the_evidence_of_a_sentence_without_end_is_the_part_around_the_numbers() -> None:
    [vote] = votes("word " * 1000 + "the council voted 7-2 to close the ferry " + "word " * 1000)

    assert vote.evidence is not None
    assert len(vote.evidence.quote) < 1000
    assert "voted 7-2" in vote.evidence.quote


def test_an_acronym_is_given_in_full() -> None:
    text = (
        "The ruling Tidewick Harbour Board (THB) met.\n\nVoting at the THB meeting went 8 in favour of a bridge, with 6 against."
    )

    assert [vote.voting_body for vote in votes(text)] == ["The ruling Tidewick Harbour Board (THB)"]


def test_evidence_counts_lines() -> None:
    text = "One.\n\nIt rained. The council voted 7-2 to close the ferry. It poured."
    [vote] = votes(text)

    assert vote.evidence == nm.Evidence(quote="The council voted 7-2 to close the ferry.", block=2, start=11)


def test_a_vote_without_numbers() -> None:
    [vote] = votes("On Monday the city council voted to close the ferry.")

    assert (vote.motion, vote.voting_body, vote.result, vote.counts) == ("close the ferry", "the city council", "passed", ())


def test_german() -> None:
    [vote] = votes("Der Gemeinderat stimmte mit 12 zu 7 Stimmen für den Antrag.", "de-CH")

    assert (vote.yes, vote.no) == (12, 7)


def test_enrich_adds_votes_once() -> None:
    article = nm.Article(
        headline="Ferry", body=[nm.Heading(content="It rained."), nm.Paragraph(content="The council voted 7-2 to close it.")]
    )
    once = enrich(article)

    assert [vote.evidence.block for vote in once.votes if vote.evidence] == [1]
    assert enrich(once) == once
    assert enrich(nm.Article(headline="Ferry")) == nm.Article(headline="Ferry")


# Appeals


def test_sums_and_periods() -> None:
    text = "Please support our paper with £5, £10 or £20 a month, 19,90 Euro im Jahr, $3, kr. 50 or a one-off 1,000 CHF."
    [appeal] = appeals(text)

    assert [(str(amount.value), amount.currency, amount.period) for amount in appeal.amounts] == [
        ("5", "GBP", "P1M"), ("10", "GBP", "P1M"), ("20", "GBP", "P1M"), ("19.9", "EUR", None), ("3", "$", None), ("50", "kr", None), ("1000", "CHF", "one-off"),
    ]  # fmt: skip


def test_german_appeal() -> None:
    [appeal] = appeals("Unterstützen Sie unabhängigen Journalismus!\nJetzt spenden: 19,90 Euro im Monat", "de")

    assert (str(appeal.amounts[0].value), appeal.amounts[0].currency, appeal.amounts[0].period) == ("19.9", "EUR", "P1M")
    assert appeal.heading == "Unterstützen Sie unabhängigen Journalismus!"


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies to improve your experience.",
        "Sign up to receive our stories.",
        "The couple donated £43.5 million to the university.",
        "Just $5 a month.",
        "“Please support our campaign,” she said.",
        "",
    ],
)
def test_what_is_no_appeal(text: str) -> None:
    assert appeals(text) == ()


# Names and captions


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Bell", [nm.Byline(name="Ann Bell")]),
        ("Von Ann Bell und Bo Li", [nm.Byline(name="Ann Bell"), nm.Byline(name="Bo Li")]),
        (
            "By ANN BELL, BO LI and ÇELIK OKAFOR",
            [nm.Byline(name="ANN BELL"), nm.Byline(name="BO LI"), nm.Byline(name="ÇELIK OKAFOR")],
        ),
        (
            "Ann Bell is the Echo's political editor",
            [nm.Byline(name="Ann Bell", job_title="political editor", affiliation="Echo")],
        ),
        (
            "Ann Bell is a reporter for Harbour News, based in Tidewick.",
            [nm.Byline(name="Ann Bell", job_title="reporter", affiliation="Harbour News", location="Tidewick")],
        ),
        ("By Ann Bell, HBC News, New Tidewick", [nm.Byline(name="Ann Bell", affiliation="HBC News", location="New Tidewick")]),
        ("By Ann Bell, HBC health editor", [nm.Byline(name="Ann Bell", job_title="health editor", affiliation="HBC")]),
        ("By Ann BellStaff Writer", [nm.Byline(name="Ann Bell", job_title="Staff Writer")]),
        ("By Ann Bell March 3, 2025", [nm.Byline(name="Ann Bell")]),
        ("Bo Li contributed to this report.", [nm.Byline(name="Bo Li", role="reporting")]),
        (
            "Reporting by Ann Bell in Paris; Editing by Bo Li",
            [nm.Byline(name="Ann Bell", role="reporting", location="Paris"), nm.Byline(name="Bo Li", role="editor")],
        ),
        (
            "CPA writer Bo Li in Tidewick contributed to this report.",
            [nm.Byline(name="Bo Li", role="reporting", job_title="writer", affiliation="CPA", location="Tidewick")],
        ),
        (
            "The Coast Press contributed to this report.",
            [nm.Byline(affiliation="The Coast Press", kind="organization", role="reporting")],
        ),
        ("By Harbour News Staff", [nm.Byline(affiliation="Harbour News", kind="organization", job_title="Staff")]),
        ("By Harbour News", [nm.Byline(affiliation="Harbour News", kind="organization")]),
        ("By Ann Bell | Harbour News", [nm.Byline(name="Ann Bell", affiliation="Harbour News")]),
        (
            "By Ann Bell, a deputy editor at The Echo Times",
            [nm.Byline(name="Ann Bell", job_title="deputy editor", affiliation="The Echo Times")],
        ),
        (
            "Ann Bell is a Tidewick-based writer for Harbour News.",
            [nm.Byline(name="Ann Bell", job_title="writer", affiliation="Harbour News", location="Tidewick")],
        ),
        (
            "Ann Bell is the editor emeritus of Harbour News",
            [nm.Byline(name="Ann Bell", job_title="editor emeritus", affiliation="Harbour News")],
        ),
        ("Ann Bell is a Harbour columnist", [nm.Byline(name="Ann Bell", job_title="columnist", affiliation="Harbour")]),
        ("Ann Bell Senior Harbour Correspondent", [nm.Byline(name="Ann Bell", job_title="Senior Harbour Correspondent")]),
        ("Ann Bell Harbour News", [nm.Byline(name="Ann Bell", affiliation="Harbour News")]),
        ("By Ann Bell ann@lantern.example", [nm.Byline(name="Ann Bell", email="ann@lantern.example")]),
        ("By Ann Bell, PhD", [nm.Byline(name="Ann Bell")]),
        ("By Ann Bell, Harbour Echo political editor", [nm.Byline(name="Ann Bell", job_title="political editor", affiliation="Harbour Echo")]),
        ("Ann Bell, Tidewick correspondent", [nm.Byline(name="Ann Bell", job_title="Tidewick correspondent")]),
        ("By ANN BELL Staff Writer", [nm.Byline(name="ANN BELL", job_title="Staff Writer")]),
        ("Ann Bell | Harbour Echo", [nm.Byline(name="Ann Bell", affiliation="Harbour Echo")]),
        (
            "By Ann Bell, Bo Li and Cy Dorn in Tidewick",
            [nm.Byline(name=name, location="Tidewick") for name in ("Ann Bell", "Bo Li", "Cy Dorn")],
        ),
        ("Von Ann Bell und Bo Li (cpa)", [nm.Byline(name=name, affiliation="cpa") for name in ("Ann Bell", "Bo Li")]),
        ("Von Ann Bell und Bo Li, cpa", [nm.Byline(name=name, affiliation="cpa") for name in ("Ann Bell", "Bo Li")]),
        ("Par Ann Bell, correspondante à Tidewick", [nm.Byline(name="Ann Bell", job_title="correspondante", location="Tidewick")]),
        ("By Ann Bell for the Harbour Echo", [nm.Byline(name="Ann Bell", affiliation="Harbour Echo")]),
        ("By Ann Bell, special to the Echo", [nm.Byline(name="Ann Bell", affiliation="Echo")]),
        (
            "By Ann Bell, Professor of Economics at Tern University",
            [nm.Byline(name="Ann Bell", job_title="Professor of Economics", affiliation="Tern University")],
        ),
        ("Ann Bell is the author of a book on eels.", [nm.Byline(name="Ann Bell", job_title="author")]),
        ("Bo Li ist Chemiker und Redakteur bei »Hafen.example«.", [nm.Byline(name="Bo Li", job_title="Chemiker und Redakteur", affiliation="Hafen.example")]),
        (
            "Ann Bell is senior writer for Echo.example and host of a podcast.",
            [nm.Byline(name="Ann Bell", job_title="senior writer", affiliation="Echo.example")],
        ),
        (
            "CPA Science Writer Ann Bell in Tidewick contributed to this report.",
            [nm.Byline(name="Ann Bell", job_title="Science Writer", affiliation="CPA", location="Tidewick", role="reporting")],
        ),
        ("By Ann Bell/Coast Press", [nm.Byline(name="Ann Bell", affiliation="Coast Press")]),
        ("Ann Bell, cpa", [nm.Byline(name="Ann Bell", affiliation="cpa")]),
        ("Von unserem Redakteur Ann Bell", [nm.Byline(name="Ann Bell")]),
        ("Par Ann Bell (avec agences)", [nm.Byline(name="Ann Bell")]),
        (
            "Ann Bell is a professor of law at Tern University and a former judge.",
            [nm.Byline(name="Ann Bell", job_title="professor of law", affiliation="Tern University")],
        ),
        ("Edited by Cy Dorn", [nm.Byline(name="Cy Dorn", role="editor")]),
        ("Ann Bell, Coast News, Tidewick", [nm.Byline(name="Ann Bell", affiliation="Coast News", location="Tidewick")]),
        ("By Ann Cunningham March 18 at 3:57 PM", [nm.Byline(name="Ann Cunningham")]),
        ("Analysis by Ann Bell, CPA Editor-at-large", [nm.Byline(name="Ann Bell", job_title="Editor-at-large", affiliation="CPA")]),
        ("Coast Press June 3, 2020, 9:02 AM", [nm.Byline(affiliation="Coast Press", kind="organization")]),
        ("cpa/kra Tidewick", [nm.Byline(affiliation="cpa/kra", kind="organization", location="Tidewick")]),
        ("By Staff and news service reports", [nm.Byline(affiliation="Staff and news service reports", kind="organization")]),
        ("Ann Bell is tired.", []),
        ("Ann Bell Lives in Harbour", []),
        ("By Friday morning, the shore was flooded.", []),
        ("Von Kopf bis Fuß", []),
        ("By Region", []),
        ("", []),
        ("By " + "x" * 500, []),
    ],
)
def test_bylines(line: str, expected: list[nm.Byline]) -> None:
    assert list(bylines(line)) == expected


@pytest.mark.parametrize(
    ("line", "content", "credit", "creator", "agencies"),
    [
        ("The pier at noon", "The pier at noon", None, None, ()),
        ("The pier. (Photo: Ann Bell/Coast Press)", "The pier.", "(Photo: Ann Bell/Coast Press)", "Ann Bell", ("Coast Press",)),
        ("The pier. Ann Bell/Coast Images", "The pier.", "Ann Bell/Coast Images", "Ann Bell", ("Coast Images",)),
        ("Foto: Ann Bell", None, "Foto: Ann Bell", "Ann Bell", ()),
        ("The pier © Ann Bell/cpa", "The pier", "© Ann Bell/cpa", "Ann Bell", ("cpa",)),
        ("Image copyright CPA Image caption The pier", "The pier", "Image copyright CPA", None, ("CPA",)),
        (
            "The pier. (Photo: Ann Bell) (Photo: Ann Bell, CPA)",
            "The pier.",
            "(Photo: Ann Bell) (Photo: Ann Bell, CPA)",
            "Ann Bell",
            (),
        ),
        ("The pier. | Ann Bell", "The pier.", "| Ann Bell", "Ann Bell", ()),
        ("The pier. CPA/ Ann Bell", "The pier.", "CPA/ Ann Bell", "Ann Bell", ("CPA",)),
        ("toggle caption The pier. (CPA)", "The pier.", "(CPA)", None, ("CPA",)),
        ("The pier at noon\u00a0 Ann van der Bell/Coast Press", "The pier at noon", "Ann van der Bell/Coast Press", "Ann van der Bell", ("Coast Press",)),
        ("(Ann Bell, left, and Bo Li/Coast/CPA)", None, "(Ann Bell, left, and Bo Li/Coast/CPA)", "Ann Bell; Bo Li", ("Coast", "CPA")),
        ("The pier at noon - Ann Bell/Coast Images", "The pier at noon", "Ann Bell/Coast Images", "Ann Bell", ("Coast Images",)),
        ("The pier at noon.Ann Bell / Coast", "The pier at noon.", "Ann Bell / Coast", "Ann Bell", ("Coast",)),
        ("El muelle. ANN BELL (EL FARO)", "El muelle.", "ANN BELL (EL FARO)", "ANN BELL", ("EL FARO",)),
        ("The pier. Ann Bell, Coast Press", "The pier.", "Ann Bell, Coast Press", "Ann Bell", ("Coast Press",)),
        ("The pier was built by Ann Bell, Coast Mayor", "The pier was built by Ann Bell, Coast Mayor", None, None, ()),
        ("The pier. (Photo by Ann Bell for the Echo)", "The pier.", "(Photo by Ann Bell for the Echo)", "Ann Bell", ()),
    ],
)
def test_captions(line: str, content: str | None, credit: str | None, creator: str | None, agencies: tuple[str, ...]) -> None:
    found = caption(line)

    assert found == nm.Caption(content=content, credit=credit, creator=creator, agencies=agencies)


# All of them


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "voted",
                " 7-2 ",
                "to",
                " the council ",
                "(AB)",
                "\x00",
                "\n",
                "unanimously",
                "by 7 votes",
                "£5",
                ". ",
                "the same result",
            ]
        )
    ).map("".join)
)
def test_any_text_may_be_given(text: str) -> None:
    for vote in votes(text):
        assert vote.evidence is not None
        assert vote.evidence.block is not None
        assert vote.evidence.start is not None
        assert text.split("\n")[vote.evidence.block][vote.evidence.start : vote.evidence.end] == vote.evidence.quote
    assert isinstance(appeals(text), tuple)
    assert isinstance(bylines(text), tuple)


@pytest.mark.parametrize("function", [votes, appeals, bylines, caption], ids=lambda function: str(function.__name__))
def test_time_is_linear(function: Callable[[str], object]) -> None:
    """Twenty thousand characters of each hostile input are read in well under two seconds."""
    for path in sorted(shared("hostile/text/redos").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        started = time.process_time()
        function((text * (20_000 // len(text) + 1))[:20_000] + "x")
        assert time.process_time() - started < 20, path.name


def test_a_job_behind_a_comma_is_no_staff() -> None:
    [byline] = bylines("By Ida Moreno, transport reporter")

    assert (byline.name, byline.job_title, byline.affiliation) == ("Ida Moreno", "transport reporter", None)


def test_an_appeal_may_ask_to_consider_a_gift() -> None:
    [appeal] = appeals("Support us\nPlease consider a gift (or donation) of £5 or £10.")

    assert ["5", "10"] == [str(amount.value) for amount in appeal.amounts]


NO_APPEALS = [
    "We notice you are using an ad blocker. Please consider supporting us by disabling your ad blocker.",
    "Ads help us keep our journalism free. Please turn off your ad blocker to continue.",
    "Hi! We see you block ads. Please help us keep this site free by adding us to your allowed sites.",
    "To help, you can donate to the Harbour Relief Fund. Your donation will support families who lost their homes.",
    "The charity says every pound helps. You can support its work by donating online.",
    "We need your help to win this race. Chip in $5 to keep our campaign on the air.",
    "Friend, can we count on you? Donate now to help us take back the Senate.",
    "Donors gave $2 million to the university, which said your gift makes a difference.",
    "Subscribe to our newsletter to get the best stories in your inbox.",
    "Join our community on Facebook and tell us your story.",
    "Subscribe now for £1 a week.",
    "We use cookies to support our site and your experience.",
]


@pytest.mark.parametrize("text", NO_APPEALS)
def test_what_asks_for_nothing_or_for_others(text: str) -> None:
    assert appeals(text) == ()


def test_a_shared_sign_is_the_currency_of_the_languages_country() -> None:
    text = "Please support our journalism with $5 a month."

    assert ["$", "USD", "CAD"] == [appeals(text, tag)[0].amounts[0].currency for tag in ("en", "en-US", "en-CA")]


def test_buttons_below_an_appeal_are_its_amounts() -> None:
    text = "Support The Lantern\nWe ask you to support The Lantern by making a contribution.\nMonthly\n€2.50 / month\n€5.00 / month\n€"
    [appeal] = appeals(text)

    assert [("2.5", "P1M"), ("5", "P1M")] == [(str(amount.value), amount.period) for amount in appeal.amounts]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Bell, Cy Dorn & Bo Li", ["Ann Bell", "Cy Dorn", "Bo Li"]),
        ("By Ann Bell on Monday, March 4th, 2019 at 11:04 a.m.", ["Ann Bell"]),
        ("By Ann Bell@annbell", ["Ann Bell"]),
        ("By Ann BellTwitter", ["Ann Bell"]),
        ("By Ann Bell, World Affairs Correspondent, CPA News", ["Ann Bell"]),
        ("By Ann Bell and Bo Li, Coast Health News", ["Ann Bell", "Bo Li"]),
        ("Par ANN BELL, BO LI Envoyés spéciaux à Lund", ["ANN BELL", "BO LI"]),
        ("Reporting by Ann Bell, additional reporting by Bo Li; Editing by Cy Dorn", ["Ann Bell", "Bo Li", "Cy Dorn"]),
    ],
)
def test_names_in_bylines(line: str, names: list[str]) -> None:
    assert names == [byline.name for byline in bylines(line)]


@pytest.mark.parametrize(
    ("credit", "creator", "agencies"),
    [
        ("| Ann Bell/CPA/Coast Images; Bo Li/Echo", "Ann Bell; Bo Li", ("CPA", "Coast Images", "Echo")),
        ("Ann Bell (2), Bo Li/Coast Images", "Ann Bell; Bo Li", ("Coast Images",)),
        ("Bildrechte: cpa-Bildfunk/Ann Bell", "Ann Bell", ("cpa-Bildfunk",)),
        ("(Harbour Library and Museum/ECHO)", None, ("Harbour Library and Museum", "ECHO")),
        ("Ann Bell/Coast Club Lund", "Ann Bell", ("Coast Club Lund",)),
    ],
)
def test_credits(credit: str, creator: str | None, agencies: tuple[str, ...]) -> None:
    found = caption("The pier. " + credit if credit[0] in "|(" else credit)

    assert (credit, creator, agencies) == (found.credit, found.creator, found.agencies)


def test_the_title_of_a_gallery_is_no_credit() -> None:
    assert caption("Photos: Ten boats that went for auction").credit is None
    assert caption("How the pier was built. | 2:43 min").credit is None


@pytest.mark.parametrize(("line", "credit", "creator", "agencies"), [
    ("The chair, Ann D. Bell. | Cy Moor/Coast Press", "| Cy Moor/Coast Press", "Cy Moor", ("Coast Press",)),
    ("The pier. © Cy Moor/Copyright 2026 Coast Press. All rights reserved.", "© Cy Moor/Copyright 2026 Coast Press. All rights reserved.", "Cy Moor", ("Coast Press",)),
    ("The pier. Photo: Cy Moor/via Coast Press", "Photo: Cy Moor/via Coast Press", "Cy Moor", ("Coast Press",)),
])  # fmt: skip
def test_the_words_around_the_names_of_a_credit(line: str, credit: str, creator: str, agencies: tuple[str, ...]) -> None:
    found = caption(line)

    assert (credit, creator, agencies) == (found.credit, found.creator, found.agencies)
