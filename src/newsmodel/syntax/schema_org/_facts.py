"""Votes and appeals as schema.org says them.

schema.org's `VoteAction` is one voter's act and has no place for a count. A vote is here the `Event` that the article is
about, and its outcome a `Dataset` that has the event for its subject, a `PropertyValue` for each number. An appeal is a
`potentialAction` of the reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, get_args

from newsmodel.errors import shown
from newsmodel.syntax.schema_org._nodes import Node, Value
from newsmodel.syntax.schema_org._things import Thing, held, thing, written_number
from newsmodel.syntax.times import written_time
from newsmodel.model import AppealKind, Count, DonationAppeal, Evidence, SuggestedAmount, Vote, VoteOption, VoteResult
from newsmodel.model.richtext import rich_plain_text

# Votes


def written_vote(vote: Vote) -> Thing:
    """A vote as an event with its outcome."""
    figures = [
        thing("PropertyValue", propertyID=count.option, value=written_number(count.value), unitText=count.unit)
        for count in vote.counts
    ]
    stated = held(result=vote.result, unanimous=vote.unanimous or None, margin=vote.margin, requirement=vote.requirement)
    figures += [thing("PropertyValue", propertyID=name, value=value) for name, value in stated.items()]
    outcome = thing("Dataset", name=vote.motion, variableMeasured=figures, isBasedOn=_written_evidence(vote.evidence))
    return thing(
        "Event",
        name=vote.motion,
        organizer=None if vote.voting_body is None else thing("Organization", name=vote.voting_body),
        startDate=None if vote.held is None else written_time(vote.held),
        subjectOf=outcome,
    )


def _written_evidence(evidence: Evidence | None) -> Thing | None:
    return None if evidence is None else thing("Quotation", text=evidence.quote, position=evidence.block)


def is_vote(node: Node) -> bool:
    """Whether an event is a vote: its outcome was counted or stated."""
    outcome = _outcome(node)
    known = (*get_args(VoteOption), "result", "unanimous", "margin", "requirement")
    return outcome is not None and any(_property(value)[1] in known for value in outcome.values("variableMeasured"))


def _outcome(node: Node) -> Node | None:
    if "Event" not in node.types:
        return None
    found = node.node("subjectOf")
    return found if found is not None and "Dataset" in found.types else None


def _property(value: Value) -> tuple[Node | None, str | None]:
    node = value.node()
    return node, None if node is None else node.line("propertyID", "name")


def read_vote(node: Node) -> Vote | None:
    """The vote that an event is."""
    outcome = _outcome(node)
    assert outcome is not None
    counts: list[Count] = []
    stated: dict[str, Any] = {}
    for value in outcome.values("variableMeasured"):
        figure, name = _property(value)
        number = None if figure is None else figure.one("value")
        if figure is None or number is None:
            continue
        if name in get_args(VoteOption):
            count = figure.build(Count, option=name, value=number.number(), unit=figure.line("unitText") or "votes")
            counts += [] if count is None else [count]
        elif name == "result":
            stated["result"] = _result(number)
        elif name == "unanimous":
            stated["unanimous"] = number.flag() or False
        elif name == "margin":
            stated["margin"] = number.whole()
        elif name == "requirement":
            stated["requirement"] = number.line()
    motion = node.line("name")
    if outcome.line("name") != motion:
        outcome.document.lost(outcome.place, "the name of the outcome is not that of the vote, which counts")
    quotation = outcome.node("isBasedOn")
    evidence = None if quotation is None else _read_evidence(quotation)
    return node.build(
        Vote, motion=motion, voting_body=node.label("organizer"), counts=counts, held=node.time("startDate"), evidence=evidence,
        **stated,
    )  # fmt: skip


def _result(value: Value) -> str | None:
    word = value.line()
    if word is None or word in get_args(VoteResult):
        return word
    value.document.lost(value.place, f"expected one of {', '.join(get_args(VoteResult))}, found {shown(word)}")
    return None


def _read_evidence(node: Node) -> Evidence | None:
    content = node.rich("text")
    if content is None:
        return None
    return Evidence(quote=rich_plain_text(content), block=node.whole("position"))


# Appeals

ACTIONS: dict[AppealKind, str] = {"donation": "DonateAction", "membership": "JoinAction", "subscription": "SubscribeAction"}
ONE_OFF = "one-off"
_KINDS = {action: kind for kind, action in ACTIONS.items()}


def written_appeal(appeal: DonationAppeal) -> Thing:
    """An appeal as what readers can do: its sums are prices of the act, or of what is offered for them."""
    prices = [
        thing(
            "UnitPriceSpecification", price=written_number(amount.value), priceCurrency=amount.currency,
            **({"unitText": ONE_OFF} if amount.period == ONE_OFF else {"billingDuration": amount.period}),
        )
        for amount in appeal.amounts
    ]  # fmt: skip
    who = None if appeal.beneficiary is None else thing("Organization", name=appeal.beneficiary)
    target = held(urlTemplate=appeal.url, name=appeal.call_to_action)
    # Only a gift has a recipient and a price of its own in schema.org; to join and to subscribe have a provider and an offer.
    if appeal.kind == "donation":
        own = held(recipient=who, priceSpecification=prices)
    else:
        own = held(provider=who, object=thing("Offer", priceSpecification=prices) if prices else None)
    return thing(
        ACTIONS[appeal.kind], name=appeal.heading, description="\n".join(appeal.paragraphs),
        target=thing("EntryPoint", **target) if target else None, **own,
    )  # fmt: skip


def read_appeals(values: Iterable[Value]) -> Iterable[DonationAppeal]:
    """The actions that give money; others (to search, to read, to comment) are none and stay unread."""
    for value in values:
        if isinstance(value.raw, dict):
            kind = next((_KINDS[one] for one in value.document.node(value.place, value.raw).types if one in _KINDS), None)
            node = None if kind is None else value.node()
            appeal = None if node is None or kind is None else _read_appeal(node, kind)
            if appeal is not None:
                yield appeal


def _read_appeal(node: Node, kind: AppealKind) -> DonationAppeal | None:
    description = node.rich("description")
    lines = [] if description is None else [line.strip(" ") for line in rich_plain_text(description).split("\n")]
    offer = node.node("object")
    prices = [*node.values("priceSpecification"), *([] if offer is None else offer.values("priceSpecification"))]
    found = [_read_amount(inner) for price in prices if (inner := price.node()) is not None]
    if not prices and node.one("price") is not None:
        found = [_read_amount(node)]
    target = node.one("target")
    point = None if target is None else target.node()
    if point is not None:
        url, call = point.url("urlTemplate", "url"), point.line("name")
    else:
        url, call = (None if target is None else target.url()), None
    return node.build(
        DonationAppeal, kind=kind, heading=node.line("name"), paragraphs=[line for line in lines if line],
        amounts=[amount for amount in found if amount is not None], beneficiary=node.label("recipient", "provider"),
        call_to_action=call, url=url or node.url("url"),
    )  # fmt: skip


def _read_amount(node: Node) -> SuggestedAmount | None:
    price, currency = node.one("price"), node.line("priceCurrency")
    number = None if price is None else price.number()
    if number is None:
        return None
    period = node.line("billingDuration") or node.line("unitText")
    return node.build(SuggestedAmount, value=Decimal(number), currency=currency, period=period)
