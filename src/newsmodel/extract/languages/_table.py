"""The form of a table of words."""

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class VoteWords:
    """The words by which a language tells of votes.

    Each field is a list of phrases with commas between, in any case. `vot/e/ed` is short for `vote, voted`, and a first
    ending may be empty: `bill//s`. A phrase that begins with a hyphen is the last part of a compound: `-gesetz`. All
    fields but the first few may stay empty; then the rules that need them do not fire.
    """

    voted: str
    """The verb that has a result beside it and the motion behind it: `voted 7-2 to …`."""
    passed: str
    """Verbs of success, with the motion as object or subject."""
    failed: str
    """Verbs of failure, likewise."""
    favour: str
    """Beside a number, the side for the motion."""
    against: str
    """Beside a number, the side against it."""
    unit: str
    """What is counted, behind a number: `votes`, `members`."""
    vote: str
    """Any word that says that people vote: `ballot`, `referendum`."""
    body: str
    """What people who vote together are called: `council`, `MPs`."""
    motion: str
    """What is put to a vote: `bill`, `merger`."""
    bare: str = ""
    """Of the words for the sides, those that are so right behind a number only, as they are prepositions as well: `for`."""
    proper: str = ""
    """Of these, those that are one only with a capital letter: `House`."""
    between: str = ""
    """What stands between two numbers of a result, beside a dash: `to`."""
    colon: bool = False
    """Whether a colon may stand between them: `12:7 Stimmen`."""
    verb_final: bool = False
    """Whether the verb, or its last part, may stand at the end of the clause, behind object and result."""
    apiece: str = ""
    """Behind one number, that both sides have it: `six all`."""
    span: str = ""
    """Before two numbers, that they are a range: `from`, `between`."""
    percent: str = ""
    abstained: str = ""
    absent: str = ""
    unanimous: str = ""
    not_unanimous: str = ""
    """Before or behind that, what takes it back: `nearly`, `consent`."""
    ruled: str = ""
    """Verbs of courts and juries, whose first number is the majority for what follows."""
    split: str = ""
    """Verbs of a body that divides: `split 5-4`; what follows `on` is the motion, the result is not told."""
    tied: str = ""
    casting: str = ""
    """The vote that breaks a tie."""
    vetoed: str = ""
    vetoers: str = ""
    """Before `vetoed`, those whose veto ends a vote: the permanent members of the Security Council."""
    council: str = ""
    """Where such a veto ends a vote: `Security Council`."""
    sure: str = ""
    """Verbs so much of votes that numbers right behind them are one: `adopted 7-2`."""
    every: str = ""
    """Before a number of voters, that they are all there are."""
    past: str = ""
    """Forms of `voted`, `passed` and `failed` that tell, without numbers, of a vote that was held."""
    strong: str = ""
    """Of the bodies, those that decide by voting, so that their approval is a vote."""
    few: str = ""
    """Before a body's name, that not the body but some of it voted: `several`."""
    reject: str = ""
    """The base forms of verbs of failure."""
    opener_for: str = ""
    """Of the openers, those that say that the side told is for the motion."""
    margin: str = ""
    """Before a number, that it is a difference: `by a majority of`."""
    same: str = ""
    """That a result is that of the vote before: `the same margin`."""
    follow: str = ""
    """That a body did what another did: `followed suit`."""
    yes_side: str = ""
    """Those who want the motion, as the winners or losers of a referendum: `the Yes side`."""
    no_side: str = ""
    turnout: str = ""
    """Before a share, that it is of those who took part."""
    respectively: str = ""
    result_noun: str = ""
    """Behind or before a result, what it is called: `vote`, `ruling`."""
    told: str = ""
    """Between that noun and the numbers: `was`, `stood at`."""
    it: str = ""
    """Words for a vote or motion told before, as a subject: `it`, `the vote`."""
    opener: str = ""
    """Before the motion, behind the result or the verb: `to`, `in favour of`, `that`."""
    opener_against: str = ""
    lead_in: str = ""
    """Words that begin a phrase before the subject, beside prepositions: `meeting`, `despite`."""
    topic: str = ""
    """Before the motion, at the start of a sentence: `on`, `as for`."""
    clause: str = ""
    """Words that begin another clause: `after`, `but`, `which`."""
    relative: str = ""
    """Of these, those that stand for what is before them: `which`."""
    stop: str = ""
    """Behind a comma, words that end a motion."""
    late_stop: str = ""
    """Words that end it without one."""
    lead: str = ""
    """Words that may stand between a verb or its object and the result: `by`, `a`, `vote of`, `narrow`."""
    place: str = ""
    """Before a body that follows the verb: `in`, `by`."""
    aux: str = ""
    """Auxiliary verbs: `was`, `has been`."""
    state: str = ""
    """Before `split`, that it is how a body is made up, not how it voted: `is split 6-5`."""
    holding: str = ""
    """Behind the numbers, that they say who sits where: `a 53-47 majority`."""
    poll: str = ""
    """Words by which a text speaks of a poll; shares beside it, and in the sentences around, are no votes."""
    cast: str = ""
    """Words that a share of votes cannot do without: `voters`, `ballots`."""
    contest: str = ""
    """Verbs of success and failure that are of matches and elections as well: `won`."""
    condition: str = ""
    """Words that make a clause an if."""
    intends: str = ""
    """Before an infinitive, that it is only expected."""
    having: str = ""
    """Of these, those of the active voice: `has`."""
    modal: str = ""
    """Before a verb, that nothing happened yet, or did not: `could`, `if`, `to`."""
    noun_sign: str = ""
    """Before `vote`, that it is a noun: `a`, `final`."""
    adverb: str = ""
    """Words of time and manner that may stand anywhere: `on Monday`, `narrowly`."""
    particle: str = ""
    """Verb particles at the end of a clause: `ab`, `zu`."""
    modifier: str = ""
    """Small words before a body's name that belong to it: `city`, `full`."""
    pronoun: str = ""
    """Subjects and objects that stand for something told before: `it`, `which`."""
    person: str = ""
    """Those that stand for people: `him`."""
    that: str = ""
    """Before what a court says: `that`."""
    of: str = ""
    """Between a whole and those it is of: `of`."""
    conjunction: str = ""
    accompany: str = ""
    """Before those who abstained or dissented: `with`."""
    concerning: str = ""
    """Before what a government was defeated on: `on`, `over`."""
    own: str = ""
    """Before a motion, that it is the government's or a known one: `its`, `the`."""
    needs: str = ""
    """That a number of votes is demanded: `needed`, `short of`."""
    share: str = ""
    """Fractions that may be demanded: `two-thirds majority`."""
    short: str = ""
    """That a result did not reach what was demanded: `fell short`."""
    government: str = ""
    """Who may be defeated in a vote without being the motion: `the government`."""
    never: str = ""
    """Words that make the numbers of a sentence something else than votes cast: polls, seats, odds."""
    game: str = ""
    """Words that do so unless the numbers are called votes: scores, prices, ages."""
    until: str = ""
    """Before a date, that it is not the day of the vote."""


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

    capital_abbreviations: bool = False
    """Whether those of three letters or more are so with a capital only: `Ill.`, but not `ill.`"""
    ordinals: bool = False
    """Whether a full stop makes a number an ordinal: `12. März`."""

    votes: VoteWords
    inside: frozenset[str] = frozenset()
    """Small words that belong to a name when it goes on after them: `of`, `the`."""
    articles: frozenset[str] = frozenset()

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
    elsewhere: str = ""
    """Words of newsletters and social networks, which make it something else unless it speaks of giving."""
    blocker: str = ""
    """Of these, the pleas against advertisement blockers, which appeal if they name a price."""
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
