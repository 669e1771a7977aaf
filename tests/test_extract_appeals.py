"""Appeals to readers for money, all of it invented: what they ask, for whom, how much and how often, and what is none."""

import pytest

from newsmodel.extract import appeal_cues, appeals

Case = tuple[str, str, str, str | None, str | None, list[tuple[str, str, str | None]]]
"""Language, lines, kind, beneficiary, call to action, and amounts with currency and period."""

CASES: list[Case] = [
    (
        "en-GB", "Support the Harbour Echo\nThe Echo has no owner but its readers. Please consider making a gift of £3 a month.\nGive now",
        "donation", "Harbour Echo", "Give now", [("3", "GBP", "P1M")],
    ),
    (
        "en-US", "Our reporting is free for all because readers like you pay for it. If you can, become a supporter from just $2 a week.",
        "membership", None, "become a supporter", [("2", "USD", "P1W")],
    ),
    (
        "en", "Help us keep local news alive. Join 4,000 members for €60 a year or €6 a month.",
        "membership", None, "Join 4,000 members", [("60", "EUR", "P1Y"), ("6", "EUR", "P1M")],
    ),
    (
        "en", "Subscribe to the Echo for just 99p a week and support local journalism.",
        "subscription", "Echo", "Subscribe to the Echo", [("0.99", "GBP", "P1W")],
    ),
    (
        "en", "The Tern Review is a nonprofit newsroom. To keep us going, please donate today.",
        "donation", "The Tern Review", "please donate today.", [],
    ),
    (
        "en", "Readers fund The Wharf. Will you chip in €25, €50, or €100 right now?",
        "donation", None, "Will you chip in", [("25", "EUR", None), ("50", "EUR", None), ("100", "EUR", None)],
    ),
    (
        "en", "We have no paywall. Support the Guardian of Tern from as little as £1: it only takes a minute.",
        "donation", "Guardian of Tern", "Support the Guardian of Tern", [("1", "GBP", None)],
    ),
    ("en", "The Tern Times is a nonprofit. Donate at terntimes.example/donate.", "donation", "The Tern Times", "Donate", []),
    ("en", "Thanks for reading! If you found this useful, buy me a coffee at coffee.example/tern", "donation", None, "buy me a coffee", []),
    (
        "en", "One-time\nMonthly\n£10\n£25\n£3 / month\nSupport our newsroom with whatever you can afford.",
        "donation", None, "Support our newsroom with whatever you can afford.",
        [("10", "GBP", "one-off"), ("25", "GBP", "one-off"), ("3", "GBP", "P1M")],
    ),
    (
        "de", "Unabhängiger Journalismus kostet Geld. Unterstützen Sie den Hafenboten mit 5 Euro im Monat oder einmalig 50 Euro.",
        "donation", "Hafenboten", "Unterstützen Sie den Hafenboten", [("5", "EUR", "P1M"), ("50", "EUR", "one-off")],
    ),
    (
        "de", "Der Hafenbote wird von seinen Lesern getragen. Jetzt spenden: https://hafenbote.example/spenden",
        "donation", "Hafenbote", "Jetzt spenden", [],
    ),
    (
        "fr", "Soutenez le Courrier du Port avec un don de 10 € par mois. Votre soutien garantit notre indépendance.",
        "donation", "Courrier du Port", "Soutenez le Courrier du Port avec un don", [("10", "EUR", "P1M")],
    ),
    (
        "es", "Hazte socio de El Faro por 8 € al mes y apoya el periodismo independiente.",
        "membership", "El Faro", "Hazte socio de El Faro", [("8", "EUR", "P1M")],
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1][:40])
def test_an_appeal_is_read(case: Case) -> None:
    language, text, *expected = case

    [found] = appeals(text, language)

    amounts = [(str(amount.value), amount.currency, amount.period) for amount in found.amounts]
    assert expected == [found.kind, found.beneficiary, found.call_to_action, amounts]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Please support our newsroom at https://echo.example/give.", "https://echo.example/give"),
        ("Please support our newsroom at echo.example/give today.", "echo.example/give"),
        ("Please support our newsroom.\npay.example/TheEcho", "pay.example/TheEcho"),
        ("Please support our newsroom, echo.example, or write to give@echo.example/desk.", None),
    ],
)
def test_the_address_is_kept_as_it_is_printed(text: str, url: str | None) -> None:
    [found] = appeals(text)

    assert url == found.url


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe for £4.99 a month and get unlimited access on any device.",
        "The charity raised £20,000 for the lifeboat, and donors gave £5 each.",
        "Sign up to our newsletter for the best of the harbour every morning.",
        "Please support the relief fund for the victims of the flood with a donation of £10, the mayor said.",
        "We use cookies to support our site. You can change your preferences.",
        "The museum asked members to give $50 a year for its new hall.",
        "If you have boats to spare, consider donating them to our clubs.",
        "You are adblocking.\nAdvertising helps to fund our journalism.\nPlease turn off your ad blocker for our site.\nThank you for your support.",
        "“Please donate to my campaign today,” the candidate wrote in an email to supporters.",
        "Donate blood today at the clinic, the hospital said.",
        "The senator asked supporters to chip in $25 before midnight.",
        "Members of the museum pay £40 a year.",
        "Sign in to your account to read more.",
        "The appeal for the flood victims has raised €2m; you can donate on the council's website.",
        "Support for the government fell to 38 per cent.",
    ],
)
def test_what_is_no_appeal(text: str) -> None:
    assert appeals(text) == ()


def test_the_words_that_make_an_appeal() -> None:
    assert (("ask", "Please support"), ("give", "support"), ("own", "our"), ("work", "newsroom")) == appeal_cues("Please support our newsroom.")
    assert ("none", "cookies") in appeal_cues("We use cookies to support our site.")
    assert () == appeal_cues("It rained all day.")
