"""The form of a table of words."""

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class Language:
    """The words that the rules look for.

    A field of alternatives is a regular expression without groups, for whole words and without regard to case unless
    the field says otherwise; it repeats nothing without bound, so that every search stays linear. An empty one stands
    for nothing.
    """

    code: str
    """ISO 639-1."""
    numbers: dict[str, int]
    """Number words, in lower case."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence, in lower case and without it."""

    # Votes
    between: str
    """What stands between the two numbers of a result, beside dashes: `to`."""
    vote_unit: str
    """What is counted, after a number: `votes`."""
    percent: str
    """A share, after a number: `per cent`."""
    vote: str
    """Words that say that people vote: `voted`, `ballot`."""
    voted: str
    """The verb that has the result after it, and then the motion: `voted 7-2 to …`."""
    passed: str
    """Verbs of success, with the motion as the object, or as the subject."""
    failed: str
    """Verbs of failure, likewise."""
    ruled: str
    """Verbs of courts, whose first number is the majority for what follows."""
    favour: str
    """Behind a number, the side that is for the motion: `in favour`."""
    against: str
    """Behind a number, the other side."""
    abstained: str
    absent: str
    unanimous: str
    no_unanimity: str = ""
    """Behind it, what makes it no vote: `unanimous consent`."""
    tied: str = ""
    casting: str = ""
    """The vote that breaks a tie."""
    approve: str = ""
    """Verbs of success as they stand after `to`: `approve`."""
    reject: str = ""
    same: str = ""
    """Words that repeat a result that was given before: `the same result`."""
    margin: str = ""
    """Before a number of votes that is a difference: `by a majority of`."""
    no_votes: str = ""
    """Words that make numbers something else than votes cast: polls, seats, scores, odds, plans."""
    bodies: str = ""
    """What people who vote together are called: `council`, `MPs`."""
    motions: str = ""
    """What is put to a vote: `bill`, `amendment`."""
    inside: frozenset[str] = frozenset()
    """Small words that belong to a name when it goes on after them: `of`, `the`."""
    articles: frozenset[str] = frozenset()
    opener: str = ""
    """Words before the motion, after the result or the verb: `to`, `in favour of`, `against`, `that`."""
    topic: str = ""
    """Words before the motion at the start of a sentence: `with`, `on`."""
    stop: str = ""
    """Words that end a motion after a comma or a space: `with`, `after`."""
    days: str = ""
    """Words of time that stand between a verb and its object."""

    # Appeals
    ask: str = ""
    """Words that ask readers for money; a whole phrase each."""
    give: str = ""
    """Words of giving, joining and subscribing, which count with `you`, `we` or journalism beside them."""
    own: str = ""
    """Words by which a newsroom speaks of itself."""
    reader: str = ""
    """Words by which it addresses its readers."""
    work: str = ""
    """What the money is for: `journalism`."""
    no_appeal: str = ""
    """Words that make such a text something else: cookies, newsletters, advertisement blockers."""
    donation: str = ""
    membership: str = ""
    subscription: str = ""
    periods: dict[str, str] = field(factory=dict)
    """Words of a period in lower case, to ISO 8601 or `one-off`."""
    per: str = ""
    """Between an amount and its period: `a`, `per`."""

    # Bylines and captions
    by: str = ""
    """Words before the names: `By`, `Written by`. With regard to case but for the first letter."""
    joined: str = ""
    """Words between two names: `and`."""
    roles: str = ""
    """Last words of a job: `editor`, `correspondent`."""
    is_a: str = ""
    """Between a name and its job in a sentence: `is the`."""
    of: str = ""
    """Between a job and the one it is done for: `of`, `at the`."""
    based: str = ""
    """Before a place: `based in`."""
    staff: str = ""
    """Words for those without a name: `staff`."""
    contributed: str = ""
    """After the names of those who helped: `contributed to this report`."""
    helped: str = ""
    """Before them: `reporting by`."""
    months: tuple[str, ...] = ()
    """Names and short forms of the months, in lower case."""
    weekdays: tuple[str, ...] = ()
    credit: str = ""
    """Words before a picture's credit: `Photo`, `Credit`."""
