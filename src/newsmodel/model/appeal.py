"""Appeals to readers for money, and the sums they name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.making import quickly

if TYPE_CHECKING:
    from attrs import Attribute

AppealKind = Literal["donation", "membership", "subscription"]


_amount = values.decimal(0)


def _positive(instance: object, attribute: Attribute[Any], value: Decimal) -> None:
    _amount(instance, attribute, value)
    if value == 0:
        raise values.refuse(instance, attribute, "an amount above zero", value)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class SuggestedAmount:
    """A sum that an appeal suggests."""

    value: Decimal = field(converter=values.plain_decimal, validator=_positive)
    currency: str = field(validator=values.currency)
    """ISO 4217 (`GBP`), or the symbol as published where several currencies share it (`$`)."""
    period: str | None = field(default=None, validator=optional(values.period))
    """`P1M` for a month, `P13W` for 13 weeks (ISO 8601), `one-off`, or `None` where nothing is said."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class DonationAppeal:
    """A request to readers to give, to join or to subscribe in support."""

    kind: AppealKind = field(default="donation", validator=values.one_of(AppealKind))
    heading: str | None = field(default=None, validator=optional(values.line))
    paragraphs: tuple[str, ...] = field(default=(), converter=values.many, validator=values.each(values.line))
    amounts: tuple[SuggestedAmount, ...] = field(
        default=(), converter=values.many, validator=values.each(values.a(SuggestedAmount))
    )
    beneficiary: str | None = field(default=None, validator=optional(values.line))
    """Who receives the money."""
    call_to_action: str | None = field(default=None, validator=optional(values.line))
    """What readers are asked to do, in the source's words; or the words on the button."""
    url: str | None = field(
        default=None,
        validator=[
            optional(values.url),
            values.at_least_one_of("heading", "paragraphs", "amounts", "beneficiary", "call_to_action", "url"),
        ],
    )
