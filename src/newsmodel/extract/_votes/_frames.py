"""The clause around a result: who voted on what, and which number is whose."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from newsmodel.extract._bodies import bodies
from newsmodel.extract._votes._tallies import Tally
from newsmodel.extract._words import WINDOW, alternatives, number_pattern, whole_words
from newsmodel.extract.languages import Language, table
from newsmodel.model import Count, VoteResult

Kind = Literal["voted", "passed", "failed", "ruled"]
LONGEST = 220
"""A motion of more characters is no motion, but a clause whose end was not seen."""
NEAR = 70
"""How far from the verb its result may stand, in characters, when the motion follows the result."""


@frozen(kw_only=True)
class Frame:
    """What a clause says of a vote."""

    motion: str | None = None
    body: str | None = None
    result: VoteResult | None = None
    order: Literal["as told", "no first", "larger yes", "larger no"] = "as told"
    leans: bool = False
    """Whether the clause says nothing but the numbers: what was voted on stands in the sentence before."""
    at: int = 0

    def over(self, later: Frame) -> Frame:
        """The frame of a sentence, with what a later one adds."""
        return evolve(
            self,
            motion=later.motion or self.motion,
            body=later.body or self.body,
            result=later.result or self.result,
            order=later.order if later.result else self.order,
            leans=False,
        )

    def oriented(self, counts: tuple[Count, ...]) -> tuple[Count, ...]:
        """The counts with their right options; those that are not yes or no stay."""
        sides = {count.option: count for count in counts}
        if len(sides) != len(counts) or not ("yes" in sides and "no" in sides):
            return counts
        first, second = sides["yes"], sides["no"]
        large, small = (first, second) if first.value >= second.value else (second, first)
        yes, no = {
            "as told": (first, second), "no first": (second, first), "larger yes": (large, small), "larger no": (small, large),
        }[self.order]  # fmt: skip
        rest = tuple(count for count in counts if count.option not in ("yes", "no"))
        return (evolve(yes, option="yes"), evolve(no, option="no"), *rest)


@frozen
class _Verb:
    kind: Kind
    start: int
    end: int


class Reader:
    """The clause patterns of one language."""

    def __init__(self, words: Language) -> None:
        self.words = words
        value = number_pattern(words.code)
        groups: tuple[tuple[Kind, str], ...] = (
            ("failed", words.failed),
            ("passed", words.passed),
            ("ruled", words.ruled),
            ("voted", words.voted),
        )
        self.verb = re.compile("|".join(rf"(?<!\w)(?P<{kind}>{alternatives(pattern)})(?!\w)" for kind, pattern in groups), re.I)
        self.noun_before = re.compile(
            r"(?:(?<!\w)(?:a|an|the|this|that|final|party-line|voice|no|yes|confirmation|committee|override|popular|of|[\w-]+’s|[\w-]+'s)|[-–])[ \u00a0]?\Z",
            re.I,
        )
        self.modal = re.compile(
            r"(?<!\w)(?:could|would|will|may|might|should|can|must|shall|if|unless|to|needs?|whether|expected|likely|before|hopes?|won[’']t|not|never)"
            r"(?: (?:be|have|also|not|then|only|again|it|they|parliament|[\w-]+ly))? ?\Z",
            re.I,
        )
        self.opening = re.compile(
            rf"(?:[\s,]*with [^,]{{1,60}},)?(?: ?[-–—])?[\s,]*(?:(?:votes?|margin|majority|vote)[\s,]+)?(?:{alternatives(words.days)}[\s,]+){{0,3}}(?P<opener>{alternatives(words.opener)})[ \u00a0]",
            re.I,
        )
        self.led_in = re.compile(
            rf"(?<!\w)[\s,(–—-]*(?:{alternatives(words.days)}[\s,]*)*"
            r"(?:(?:by|on|in|with|along|to|mit|par|por|through|after|following)(?: |\Z))?"
            r"(?:(?:a|an|the|same|votes?|margin|majority|tally|count|of|was|party-line|narrow|split|by|whopping|lopsided|wide|vast|final|close|just|overwhelming|margins|was approved)(?: |\Z|,))*[\s(]*\Z",
            re.I,
        )
        self.stop = re.compile(
            rf"[;:]|[\s\u00a0][–—-][\s\u00a0]?|,[\s\u00a0](?:{alternatives(words.stop)}|and[ \u00a0]\w+ly)(?!\w)|[ \u00a0](?:that|which)[ \u00a0](?:could|would|had|have|has|was|were|will)(?!\w)|[ \u00a0]and[ \u00a0](?:now|then)(?!\w)|[\s\u00a0](?:after|but|while|although|despite|following|amid|because|when|tras|nachdem)(?!\w)"
            rf"|[\s\u00a0](?:by|in|on|with|mit)[\s\u00a0](?:a |an |the )?(?:\w+[- ]){{0,2}}(?:vote|majority|margin|(?:{value})(?:[-–]| votes?| to (?:{value})))(?!\w)|[.!?][\"”’')\]]*\Z",
            re.I,
        )
        self.clause = re.compile(
            r"[;:]|[\s\u00a0][–—-][\s\u00a0]?|,[\s\u00a0](?:but|and|which|who|as|after|when|because|while|then|so|where|since)(?!\w)|"
            r"(?<!\w)(?:after|when|as|that|which|who|because|but|while|said|says|reported)[\s\u00a0]",
            re.I,
        )
        self.topic_end = re.compile(
            r"[ \u00a0](?:it|the (?:vote|result|tally)|voting|this)[ \u00a0](?:was|were|went)(?!\w)|[ \u00a0](?:was|were|went)(?!\w)|,[ \u00a0]|[ \u00a0][–—-]",
            re.I,
        )
        self.topic = re.compile(
            rf"(?:(?:and|but|meanwhile|und|et|y),?[ \u00a0])?(?P<word>{alternatives(words.topic)})[ \u00a0](?P<motion>.{{2,160}})",
            re.I | re.S,
        )
        self.it_was = re.compile(
            r"[ \u00a0](?:it|the (?:vote|result|tally|count|margin)|voting|this|das ergebnis|le résultat)[ \u00a0](?:was|were|went|ended|stood at|lautete|fut)[ \u00a0]?.{0,12}\Z",
            re.I | re.S,
        )
        self.vote_on = re.compile(
            r"(?:votes?|voting|ballot|abstimmung|vote|votación)[ \u00a0](?:on|for|over|to|über|sur|sobre)[ \u00a0](?P<motion>[^.;]{2,160}?)[ \u00a0](?:was|were|went|ended|finished|endete)[ \u00a0]",
            re.I,
        )
        self.vote_was = re.compile(
            r"(?<!\w)(?:the|final|that)?[ \u00a0]?(?:votes?|voting|tally|count|result|roll call|division|margin)[ \u00a0](?:[\w ,]{0,30}[ \u00a0])?(?:was|were|went|stood at|ended)[ \u00a0:]{0,2}[\w ]{0,12}\Z",
            re.I,
        )
        self.passive_by = re.compile(
            r"[\s,]*(?:votes?[\s,]*)?(?:(?:on|in|at)?[ \u00a0]?[\w-]{0,12}[\s,]+)?(?:by|in|at|von|vom|par|por)[ \u00a0]", re.I
        )
        self.side = re.compile(rf"[ \u00a0]{alternatives(words.against, words.favour)}(?!\w)", re.I)
        self.named = re.compile(
            r"(?:\A|(?<=[\s\u00a0]))(?P<name>(?:[Tt]he )?[A-ZÄÖÜ][\w’'&.-]{0,30}(?: [A-ZÄÖÜ][\w’'&.-]{0,30}){0,4})"
            r"(?:[ \u00a0](?:has|have|had|on \w+|also|then))?[ \u00a0]\Z"
        )
        self.pronoun = re.compile(r"(?:which|who|that|it|they|this|both|he|she)\Z", re.I)
        self.vote = whole_words(words.vote)
        self.casting = whole_words(words.casting)
        self.tied = whole_words(words.tied)
        self.bodies = whole_words(words.bodies)
        self.motions = whole_words(words.motions)
        self.never = whole_words(words.no_votes)
        self.days = re.compile(rf"(?:[\s,]|{alternatives(words.days)})*\Z", re.I)
        self.lead_days = re.compile(rf"(?:[\s,]*{alternatives(words.days)}(?!\w))+[\s,]*", re.I)
        self.trail_days = re.compile(rf"(?:[ \u00a0]{alternatives(words.days)}){{1,3}}\Z", re.I)
        self.against = re.compile(r"against|gegen|contre|en contra(?: de)?", re.I)

    # One result

    def frame(self, text: str, tally: Tally, low: int, high: int, known: dict[str, str], *, series: bool) -> Frame | None:
        """What the clause around a tally says; `None` where it reports no vote.

        Args:
            text: the sentence.
            tally: the result in it.
            low: where the result before it ends, or 0.
            high: where the next one begins, or the end.
            known: acronyms and what they stand for.
            series: whether another vote was reported just before, so that less has to be said of this one.
        """
        near = text[max(0, tally.start - WINDOW) : tally.end + WINDOW]
        if not self._is_vote(near, tally) and not (series and self._goes_on(text, tally)):
            return None
        found = self._clause(text, tally, low, high, known)
        if found is None:
            return None
        if tally.sided:
            found = evolve(found, order="as told")
        return found

    def _is_vote(self, near: str, tally: Tally) -> bool:
        """Whether words beside the numbers say that somebody votes."""
        if self.never.search(near):
            return False
        if tally.kind == "one":
            return True
        if tally.kind in ("same", "sides") or (tally.votes_named and (self.verb.search(near) or self.motions.search(near))):
            return True
        named = self.vote.search(near) is not None
        if tally.kind == "tied":
            return named and re.search(self.words.casting or "(?!)", near, re.I) is not None
        if self.vote_on.search(near):
            return True
        verb = self.verb.search(near) is not None
        body = self.bodies.search(near) is not None
        motion = self.motions.search(near) is not None
        if tally.kind in ("unanimous", "margin"):
            return verb and (body or motion)
        return (named and (verb or body or motion or "vot" in near.lower())) or (verb and (body or motion)) or (body and motion)

    def _goes_on(self, text: str, tally: Tally) -> bool:
        """Whether a sentence goes on with results: `for the second ban it was 20 to 12 against`."""
        window = text[max(0, tally.start - WINDOW) : tally.start]
        sided = self.side.match(text, tally.end) is not None
        return (
            tally.kind == "pair"
            and (sided or self.it_was.search(window) is not None)
            and self.never.search(text[:WINDOW]) is None
        )

    def _clause(self, text: str, tally: Tally, low: int, high: int, known: dict[str, str]) -> Frame | None:
        floor = max(0, tally.start - WINDOW)
        ceiling = min(len(text), tally.end + WINDOW)
        after = text[tally.end : min(high, ceiling)]
        before_low = max(low, floor)
        verb = self._verb_before(text, before_low, tally.start) or (
            self._verb_before(text, floor, tally.start) if low > floor else None
        )
        if tally.sided or tally.kind == "same":
            return self._sided(text, tally, after, verb, known)
        if (
            self.vote_on.search(text[before_low : tally.start])
            or self.vote_was.search(text[before_low : tally.start])
            or self.it_was.search(text[before_low : tally.start])
        ):
            return self._told(text, tally, before_low, after, known)
        if verb is not None:
            if self.modal.search(text[max(0, verb.start - 30) : verb.start]):
                return None
            return self._with_verb(text, tally, verb, after, known)
        later = self._verb_after(text, tally.end, min(high, ceiling))
        if later is not None:
            return self._verb_behind(text, later, known)
        opened = self._opened(after)
        if opened is not None:
            return Frame(
                motion=opened[1],
                body=self._body_near(text, tally, known),
                order="no first" if opened[0] else "as told",
                leans=opened[1] is None,
            )
        return Frame(body=self._body_near(text, tally, known), leans=True)

    def _sided(self, text: str, tally: Tally, after: str, verb: _Verb | None, known: dict[str, str]) -> Frame | None:
        """`22 in favour of banning X, with 10 against`; `the same result over X`."""
        inside = text[tally.start : tally.end]
        match = re.search(r"(?:in favou?r of|votes? for|for)[ \u00a0]", inside, re.I)
        motion = self.cut(inside[match.end() :], least=6) if match else None
        if tally.kind == "one":
            return Frame(
                motion=self.cut(re.sub(r"\A[ \u00a0]*of[ \u00a0]", "", after)),
                body=self._body_near(text, evolve(tally, start=tally.end), known),
            )
        if motion is None:
            opened = re.search(rf"(?<!\w)(?:{self.words.opener})[ \u00a0]", after[:60], re.I)
            motion = self.cut(after[opened.end() :]) if opened else None
        if motion is None and (topic := self.topic.match(text)) and topic.end("word") < tally.start:
            motion = self._topic(text, tally.start)
        frame = None
        if motion is None and verb is not None:
            frame = self._with_verb(text, tally, verb, after, known)
        return frame or Frame(motion=motion, body=self._body_near(text, tally, known), leans=motion is None)

    def _told(self, text: str, tally: Tally, low: int, after: str, known: dict[str, str]) -> Frame:
        """`And for the ban it was 20 to 12`; `the vote on the bill was 71-27`; `the vote was 71-27`."""
        motion = self._topic(text, tally.start)
        if motion is None:
            match = self.vote_on.search(text[low : tally.start])
            motion = match["motion"] if match else None
        if motion is None and (opened := self._opened(after)) and opened[1] and not opened[0]:
            motion = opened[1]
        return Frame(motion=motion, body=self._body_near(text, tally, known), leans=motion is None)

    def _topic(self, text: str, end: int) -> str | None:
        """The phrase that a sentence begins with, as its topic: `With the harbour group – … – voting was 23-9`."""
        match = self.topic.match(text[:end])
        if match is None:
            return None
        ended = self.topic_end.search(match["motion"])
        return match["motion"][: ended.start()].strip() if ended else None

    def _opened(self, after: str) -> tuple[bool, str | None] | None:
        """A motion behind the result: whether it is introduced by `against`, and the motion."""
        match = self.opening.match(after)
        if match is None:
            return None
        return self.against.fullmatch(match["opener"]) is not None, self.cut(after[match.end() :])

    def _with_verb(self, text: str, tally: Tally, verb: _Verb, after: str, known: dict[str, str]) -> Frame | None:
        between = text[verb.end : tally.start]
        content = self._content(between)
        body = self._subject_body(text, verb, known)
        if verb.kind in ("voted", "ruled"):
            opened = self._opened(after) if len(content or "") < NEAR else None
            if content is not None and (inner := self._opened(" " + content)):
                return self._voted(inner, body, text, tally, known)
            if opened is not None:
                return self._voted(opened, body, text, tally, known)
            motion = self.cut(content) if content else None
            if verb.kind == "ruled" and content:
                motion = self.cut(text[verb.start : tally.start])
            body = body or self._body_near(text, tally, known)
            if motion is None and body is None:
                return None
            return Frame(motion=motion, body=body, leans=motion is None)
        result: VoteResult = "passed" if verb.kind == "passed" else "failed"
        order: Literal["larger yes", "larger no"] = "larger yes" if verb.kind == "passed" else "larger no"
        agent = self.passive_by.match(content or "")
        if content and agent and (voters := bodies(content[agent.end() :], self.words.code, known)):
            return Frame(motion=self._subject(text, verb), body=voters[0][2], result=result, order=order)
        if content:
            motion = self.cut(content)
        else:
            motion = self._subject(text, verb)
            if motion is None or self.pronoun.match(motion):
                return Frame(body=self._behind(text, tally.end, known), result=result, order=order, leans=True)
            body = self._behind(text, tally.end, known) or (None if motion and body and body in motion else body)
            opened = self._opened(after)
            if body is not None and opened is not None and opened[1] and self._is_body(motion, known):
                motion = opened[1]
        return Frame(motion=motion, body=body or self._behind(text, tally.end, known), result=result, order=order)

    def _voted(self, opened: tuple[bool, str | None], body: str | None, text: str, tally: Tally, known: dict[str, str]) -> Frame:
        return Frame(
            motion=opened[1], body=body or self._behind(text, tally.end, known), order="no first" if opened[0] else "as told"
        )

    def _verb_behind(self, text: str, verb: _Verb, known: dict[str, str]) -> Frame | None:
        """`In a 5-4 ruling, the court struck down the law`; `by a vote of 5-2, the council rejected the plan`."""
        if self.modal.search(text[max(0, verb.start - 30) : verb.start]):
            return None
        rest = (
            self.lead_days.sub("", text[verb.end : verb.end + WINDOW], count=1)
            if self.lead_days.match(text, verb.end)
            else text[verb.end : verb.end + WINDOW]
        )
        body = self._subject_body(text, verb, known)
        if verb.kind == "voted":
            opened = self._opened(rest)
            if opened is None:
                return None
            return Frame(motion=opened[1], body=body, order="no first" if opened[0] else "as told")
        if verb.kind == "ruled":
            said = re.match(r"[ \u00a0]that[ \u00a0]", rest)
            return Frame(
                motion=self.cut(rest[said.end() :]) if said else self.cut(text[verb.start : verb.end + WINDOW]), body=body
            )
        motion = self.cut(rest)
        if verb.kind == "passed":
            return Frame(motion=motion, body=body, result="passed", order="larger yes")
        return Frame(motion=motion, body=body, result="failed", order="larger no")

    def cast(self, text: str) -> VoteResult | None:
        """How the vote that broke a tie went, where the sentence says it."""
        match = self.casting.search(text)
        if match is None:
            return None
        rest = text[match.end() : match.end() + WINDOW // 2]
        if self.against.search(rest) or re.search(
            rf"(?<!\w){alternatives(self.words.failed, self.words.reject)}(?!\w)", rest, re.I
        ):
            return "failed"
        favoured = rf"(?<!\w){alternatives(self.words.favour, self.words.passed, self.words.approve)}(?!\w)"
        return "passed" if re.search(favoured, rest, re.I) else None

    # No numbers

    def plain(self, text: str, known: dict[str, str], *, led: bool = False) -> Frame | None:
        """A vote told without numbers: `the council voted to close the ferry`.

        Args:
            text: the sentence.
            known: acronyms and what they stand for.
            led: whether the numbers follow in the next sentence, so that any verb of success or failure will do.
        """
        head = text[: 2 * WINDOW]
        if self.never.search(head):
            return None
        for match in self.verb.finditer(head):
            verb = _Verb(match.lastgroup, match.start(), match.end())  # type: ignore[arg-type]  # the groups are named by kind
            if verb.kind == "ruled" or (
                not led and match[0].lower() not in ("voted", "stimmten", "votaron", "votó", "rejected", "approved", "adopted")
            ):
                continue
            if self.modal.search(head[max(0, verb.start - 30) : verb.start]):
                continue
            frame = self._plain_at(head, verb, known, led=led)
            if frame is not None:
                return frame
        return None

    def _plain_at(self, text: str, verb: _Verb, known: dict[str, str], *, led: bool) -> Frame | None:
        rest = text[verb.end :]
        body = self._subject_body(text, verb, known)
        if verb.kind == "voted":
            opened = self._opened(rest)
            if (
                body is None
                or opened is None
                or not opened[1]
                or (opened[1].lower().startswith(("do ", "the ", "a ")) and opened[0])
            ):
                return None
            if re.match(r"[\s,]*(?:\w+[ \u00a0])?(?:to|in favou?r of|dafür)[ \u00a0]", rest) is None:
                return None
            return Frame(motion=opened[1], body=body, result="failed" if opened[0] else "passed", at=verb.start)
        motion = self.cut(rest)
        head = " ".join((motion or "").split(" ")[:6])
        if body is None or motion is None or self.motions.search(head) is None or not (led or self.vote.search(text)):
            return None
        if verb.kind == "passed":
            return Frame(motion=motion, body=body, result="passed", order="larger yes", at=verb.start)
        return Frame(motion=motion, body=body, result="failed", order="larger no", at=verb.start)

    # Parts of a clause

    def _verb_before(self, text: str, low: int, end: int) -> _Verb | None:
        found = None
        for match in self.verb.finditer(text, low, end):
            if (
                match.lastgroup == "voted"
                and match[0].lower() != "voted"
                and self.noun_before.search(text[max(0, match.start() - 16) : match.start()])
            ):
                continue
            if (
                match.lastgroup == "voted"
                and match[0].lower() in ("vote", "voting")
                and not text[match.end() : match.end() + 3].lower().startswith(" by")
            ):
                continue
            found = _Verb(match.lastgroup, match.start(), match.end())  # type: ignore[arg-type]  # the groups are named by kind
        return found

    def _verb_after(self, text: str, start: int, end: int) -> _Verb | None:
        for match in self.verb.finditer(text, start, min(end, start + WINDOW // 2)):
            if match.lastgroup == "voted" and match[0].lower() in ("vote", "votes", "voting"):
                continue
            return _Verb(match.lastgroup, match.start(), match.end())  # type: ignore[arg-type]  # the groups are named by kind
        return None

    def _content(self, between: str) -> str | None:
        """What stands between a verb and its result, without the words that lead in the result."""
        match = self.led_in.search(between[-60:])
        offset = max(0, len(between) - 60)
        kept = between[: offset + match.start()] if match else between
        kept = self.lead_days.sub("", kept, count=1) if self.lead_days.match(kept) else kept
        kept = kept.strip(" \u00a0,(–—-")
        return kept if re.search(r"\w", kept) else None

    def _subject(self, text: str, verb: _Verb) -> str | None:
        """The phrase before a verb: from the start of its clause, without the verb's own small words."""
        low = max(0, verb.start - LONGEST)
        clause = text[low : verb.start]
        start = 0
        for match in self.clause.finditer(clause):
            if re.search(r"\w", clause[match.end() :]) and not re.fullmatch(
                r"\s*(?:was|were|has been|is|had been|then|have been)\s*", clause[match.end() :]
            ):
                start = match.end()
        phrase = re.sub(
            r"(?:[\s,]|(?<!\w)(?:was|were|has|have|had|been|be|is|are|also|then|later|ultimately|eventually|narrowly|easily|wurde|ist|a été|fue|finally|comfortably|overwhelmingly)(?!\w))+\Z",
            "",
            clause[start:][-LONGEST:],
        )
        phrase = phrase.strip(' \u00a0,“"')
        return phrase or None

    def _subject_body(self, text: str, verb: _Verb, known: dict[str, str]) -> str | None:
        """The voters before a verb: those that stand nearest to it."""
        low = max(0, verb.start - LONGEST)
        found = [phrase for start, end, phrase in bodies(text[low : verb.start], self.words.code, known)]
        if found or verb.kind != "voted":
            return found[-1] if found else None
        match = self.named.search(text[low : verb.start])
        return match["name"] if match else None

    def _behind(self, text: str, end: int, known: dict[str, str]) -> str | None:
        """The voters behind a result: `passed 59-41 in the Senate`."""
        match = self.passive_by.match(text, end)
        if match is None:
            return None
        found = bodies(text[match.end() : match.end() + 100], self.words.code, known)
        return found[0][2] if found and found[0][0] <= 5 else None

    def _body_near(self, text: str, tally: Tally, known: dict[str, str]) -> str | None:
        low = max(0, tally.start - LONGEST)
        found = bodies(text[low : tally.start], self.words.code, known)
        if found:
            return found[-1][2]
        behind = bodies(text[tally.end : tally.end + 120], self.words.code, known)
        return behind[0][2] if behind else None

    def _is_body(self, phrase: str | None, known: dict[str, str]) -> bool:
        return phrase is not None and bool(bodies(phrase, self.words.code, known))

    def cut(self, text: str, least: int = 1) -> str | None:
        """A motion from its start to the end that the clause gives it."""
        text = text[: 2 * LONGEST]
        end = len(text)
        for match in self.stop.finditer(text):
            if match.start() >= least:
                end = match.start()
                break
        found = self.trail_days.sub("", text[:end].rstrip(" \u00a0,.(–—-")[-LONGEST * 2 :]).strip(" \u00a0,.(–—-")
        return found if re.search(r"\w", found) else None


@cache
def reader(language: str) -> Reader:
    """The reader for a language tag."""
    return Reader(table(language))
