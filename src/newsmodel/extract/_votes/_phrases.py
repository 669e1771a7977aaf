"""The phrases of a sentence: who votes, what is put to them, and where each ends."""

from __future__ import annotations

import re

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._numbers import quantity
from newsmodel.extract._votes._sides import closing

REACH = 12
"""How many words a name may have."""
LONGEST = 60
"""A motion of more words is no motion, but a clause whose end was not seen."""
LIST = 14
"""How many words further on a list must end, to go on over a comma."""

_QUOTES = frozenset('"“”„«»‘')


# Who votes


def bodies(lexed: Lexed, low: int, high: int, known: dict[str, str]) -> list[tuple[int, int, str]]:
    """The phrases between two tokens that name who votes: where each begins and ends, and its words, an acronym in full."""
    found: list[tuple[int, int, str]] = []
    heads = lexed.marks.get("body", {})
    for index in range(max(0, low), min(high, len(lexed))):
        if found and index < found[-1][1]:
            continue
        if index in heads and _is_body(lexed, index, heads[index]):
            start, end = max(low, name_start(lexed, index)), name_end(lexed, heads[index])
            end = min(_complement(lexed, index, end) or end, high)
            if found and start == found[-1][1]:
                start = found.pop()[0]
            if (
                found
                and start == found[-1][1] + 1
                and lexed.at("of", start - 1)
                and (_is_part(lexed, found[-1]) or not _is_article(lexed, start))
            ):
                start = found.pop()[0]
            if found and start < found[-1][1]:
                joined = lexed.at("conjunction", found[-1][1])
                start = found[-1][1] + 1 if joined else found.pop()[0]
            found.append((start, end, _in_full(_POSSESSIVE.sub("", lexed.span(start, end)), known)))
        elif lexed.tokens[index].text in known:
            found.append((index, index + 1, known[lexed.tokens[index].text]))
    return found


def _is_part(lexed: Lexed, body: tuple[int, int, str]) -> bool:
    """Whether a body is one of the larger one behind it: `the board` `of the agency`, `members` `of the union`."""
    return body[1] - body[0] <= 2 and not lexed.at("proper", body[1] - 1)


def _is_article(lexed: Lexed, index: int) -> bool:
    return lexed.low(index) in lexed.words.articles or lexed.low(index) == "l'" or lexed.tokens[index].is_name


def _is_body(lexed: Lexed, start: int, end: int) -> bool:
    """Whether a head is one here: `House`, not `house`; not the first part of `council tax` or `court case`."""
    if end - start == 1 and lexed.at("proper", start) and not lexed.tokens[start].is_name:
        return start > 0 and lexed.tokens[start - 1].value is not None and lexed.low(start).endswith("s")
    if lexed.low(start - 1) in {"to", "'s"} and lexed.low(start - 1) == "to" and not lexed.tokens[start].is_name:
        return not lexed.at("proper", start)
    return not lexed.at("motion", end) or lexed.low(start).endswith("s") or lexed.tokens[start].is_name


def name_start(lexed: Lexed, head: int) -> int:
    """Where the name phrase begins whose head is at a token: names, small words between them, modifiers, an article."""
    start = head
    for index in range(head - 1, max(-1, head - REACH - 1), -1):
        token = lexed.tokens[index]
        if token.low in lexed.words.articles or token.low == "l'":
            return index
        if lexed.is_dash(index) and lexed.is_glued(index) and lexed.is_glued(index + 1):
            continue
        if token.low in lexed.words.inside and lexed.is_name_at(index - 1):
            continue
        if token.low in _ORDINAL_ENDINGS and lexed.is_glued(index) and lexed.tokens[index - 1].value is not None:
            continue
        if token.value is not None and lexed.low(index + 1) in _ORDINAL_ENDINGS:
            start = index
            continue
        if token.value is not None and not (lexed.is_dash(index + 1) and lexed.is_glued(index + 1)):
            break
        known = lexed.is_name_at(index) or lexed.at("modifier", index) == index + 1 or _binds(lexed, index)
        if not (known or (_is_plain(lexed, index) and _begins_phrase(lexed, index - 1))):
            break
        start = index
    return start


_ORDINAL_ENDINGS = frozenset("st nd rd th".split())


def _begins_phrase(lexed: Lexed, index: int) -> bool:
    """Whether an article or an owner stands at a token: `the`, `the bank's`."""
    return lexed.low(index) in lexed.words.articles or lexed.low(index).endswith(("'s", "’s"))


def _binds(lexed: Lexed, index: int) -> bool:
    """Whether a small word belongs to the name behind it: `the party's`, `12-member`."""
    low = lexed.low(index)
    if low.endswith(("'s", "s'", "-member", "-person", "-strong", "-judge", "-led", "-held", "-dominated", "-controlled")):
        return True
    glued = lexed.is_dash(index + 1) and lexed.is_glued(index + 1)
    return (lexed.tokens[index].value is not None and glued) or low in {"member", "person"}


def name_end(lexed: Lexed, end: int) -> int:
    """The end of a name that goes on after its head: `Council` `of the North`, `Board` `(THB)`."""
    if lexed.low(end) == "(" and lexed.low(end + 2) == ")" and lexed.tokens[end + 1].text.isupper():
        return end + 3
    if not lexed.at("of", end):
        return end
    index = end + 1
    while lexed.low(index) in lexed.words.articles or lexed.low(index) == "l'":
        index += 1
    first = index
    while index < min(len(lexed), first + 5) and lexed.is_name_at(index):
        index += 1
    return index if index > first else end


def _complement(lexed: Lexed, head: int, end: int) -> int:
    """Where the place ends that says which people vote, right before their verb: `voters` `in Tern County` `approved`; 0 for none."""
    if not lexed.at("within", end) or not (lexed.low(head).endswith("s") or lexed.at("of", end) or lexed.words.votes.verb_final):
        return 0
    index = end + 1
    while index < min(len(lexed), end + LONG_PLACE) and _is_plain(lexed, index):
        index += 1
    verb = any(lexed.at(kind, index) for kind in ("voted", "passed", "failed", "ruled", "split", "aux", "adverb"))
    verb = verb and not lexed.at("bound", index)
    return index if verb and index > end + 1 else 0


LONG_PLACE = 8
"""Before so many tokens the place ends that says which people vote."""


def _is_plain(lexed: Lexed, index: int) -> bool:
    """Whether a token is a word that plays no part of its own in a clause: an article, a name, a noun or adjective."""
    token = lexed.tokens[index]
    if (
        token.low in lexed.words.articles
        or token.is_name
        or lexed.at("of", index)
        or (token.low in {"'", "’"} and lexed.is_glued(index))
    ):
        return True
    parts = (
        "voted",
        "passed",
        "failed",
        "ruled",
        "split",
        "aux",
        "adverb",
        "clause",
        "modal",
        "place",
        "stop",
        "topic",
        "lead_in",
    )
    return token.is_word and token.value is None and not any(lexed.at(kind, index) for kind in parts)


def _in_full(phrase: str, known: dict[str, str]) -> str:
    """The fullest form of a phrase that holds an acronym, or that is `the board` where just one known name is a board's."""
    for acronym, full in known.items():
        if re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", phrase):
            return full
    bare = re.fullmatch(r"(?:the|der|die|das|le|la|el) (?P<head>[a-zß-ÿ]{3,30})", phrase, re.IGNORECASE)
    named = {full for full in known.values() if bare and re.search(rf"(?<!\w){bare['head']}(?!\w)", full, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else phrase


def acronyms(lexed: Lexed, found: dict[str, str]) -> None:
    """Add the full phrase in which each acronym of a sentence is introduced: `the ruling Harbour Board (HB)`."""
    for index in range(1, len(lexed) - 2):
        text = lexed.tokens[index + 1].text
        if lexed.low(index) != "(" or lexed.low(index + 2) != ")" or not (2 <= len(text) <= 10 and text.isupper()):
            continue
        start = name_start(lexed, index - 1)
        initials = iter([token.text[0] for token in lexed.tokens[start:index] if token.is_name])
        if text not in found and all(letter in initials for letter in text if letter.isalpha()):
            found[text] = lexed.span(start, index + 3)


# What is put to the vote


def cut(lexed: Lexed, low: int, high: int, least: int = 0) -> tuple[int, int] | None:
    """A motion from its first token to the end that the clause gives it, without quotes, days and loose marks around it."""
    end = low
    high = min(high, len(lexed), low + LONGEST)
    while end < high and not (
        end >= low + max(1, least) and not _bracket_inside(lexed, end, high) and _ends_motion(lexed, low, end, high)
    ):
        end = _bracket_inside(lexed, end, high) or end + 1
    return trimmed(lexed, low, end)


def _bracket_inside(lexed: Lexed, index: int, high: int) -> int:
    """Where a short bracket ends that stands inside a phrase: `a procedural` `(cloture)` `motion`; 0 for none."""
    end = closing(lexed, index)
    inside = 0 < end < high and lexed.tokens[end].is_word
    return end if inside and not any(lexed.at(kind, end) for kind in ("late_stop", "clause", "aux", "voted")) else 0


def _ends_motion(lexed: Lexed, low: int, index: int, high: int) -> bool:
    word = lexed.low(index)
    if word == ",":
        return not _goes_on(lexed, low, index, high)
    if word in {".", "!", "?", "…"} and index + 1 >= high:
        return True
    if lexed.is_break(index) or lexed.at("late_stop", index):
        return True
    if (
        lexed.at("conjunction", index)
        and (share := quantity(lexed, index + 1)) is not None
        and (
            share.percent
            or any(
                lexed.at(kind, end)
                for kind in ("against", "favour", "abstained")
                for end in (share.end, share.end + 1, closing(lexed, share.end))
            )
        )
    ):
        return True
    margin = lexed.at("margin", index)
    if margin and (number := quantity(lexed, margin)) is not None and lexed.at("between", number.end):
        return True
    return bool(lexed.at("respectively", index))


def _goes_on(lexed: Lexed, low: int, comma: int, high: int) -> bool:
    """Whether a phrase goes on over a comma: in a list that ends in `and`, or behind an apposition."""
    behind = comma + 1
    if lexed.at("conjunction", behind):
        word = lexed.low(behind + 1)
        if lexed.has("follow", behind, behind + 8):
            return False
        if word.endswith("ing") and not lexed.low(low).endswith("ing"):
            return False
        return not (
            lexed.at("adverb", behind + 1) or lexed.at("stop", behind + 1) or lexed.at("late_stop", behind) or word.endswith("ly")
        )
    if lexed.at("stop", behind) or lexed.at("clause", behind) or lexed.at("adverb", behind) or lexed.at("voted", behind):
        return False
    limit = min(high, behind + LIST)
    for index in range(behind, limit):
        if lexed.is_break(index) or lexed.at("clause", index) or lexed.at("aux", index):
            return False
        if lexed.at("conjunction", index) and lexed.low(index - 1) == ",":
            return True
        if (
            lexed.at("conjunction", index)
            and (index - comma <= 4 or _all_names(lexed, behind, index))
            and not lexed.tokens[behind].low.endswith("ing")
        ):
            return True
        if (
            lexed.low(index) == ","
            and index > behind
            and lexed.low(index + 1) in _RESUMES
            and (lexed.low(behind) in lexed.words.articles or lexed.is_name_at(behind))
        ):
            return True
    return False


def _all_names(lexed: Lexed, low: int, high: int) -> bool:
    """Whether only names stand between two tokens, with commas and slashes between: a list of parties or people."""
    return all(lexed.tokens[i].is_name or lexed.low(i) in {",", "/", "-"} for i in range(low, high))


_POSSESSIVE = re.compile(r"['’]s\Z")
_RESUMES = frozenset("for to of in from as that".split())


def trimmed(lexed: Lexed, low: int, high: int) -> tuple[int, int] | None:
    """A phrase without the marks, days and adverbs at its edges; `None` where no word is left."""
    while high > low:
        adverb = lexed.ends_at("adverb", high)
        if adverb is not None and adverb > low:
            high = adverb
        elif (high - 1 > low and _is_loose(lexed, high - 1)) or (
            not lexed.tokens[high - 1].is_word and lexed.tokens[high - 1].value is None and lexed.low(high - 1) not in _CLOSING
        ):
            high -= 1
        else:
            break
    while (
        low < high
        and not lexed.tokens[low].is_word
        and lexed.tokens[low].value is None
        and lexed.low(low) not in {"$", "£", "€", "“", "‘", '"', "«", "„"}
    ):
        low += 1
    return (low, high) if any(lexed.tokens[i].is_word for i in range(low, high)) else None


def _is_loose(lexed: Lexed, index: int) -> bool:
    """Whether a last word belongs to no phrase: a particle of the verb, an `and` before the next result."""
    return lexed.at("particle", index) == index + 1 or (lexed.at("conjunction", index) == index + 1 and index + 1 < len(lexed))


_CLOSING = frozenset('”"»’%')


def motion_phrase(lexed: Lexed, low: int, high: int, *, last: bool = False) -> tuple[int, int] | None:
    """The first phrase (or the last) between two tokens with a head that can be put to a vote, from its article on."""
    head = lexed.last("motion", low, high) if last else lexed.first("motion", low, high)
    if head is None:
        return None
    start = head[0]
    for index in range(head[0] - 1, max(low, head[0] - 10) - 1, -1):
        token = lexed.tokens[index]
        if token.low in lexed.words.articles or token.low.endswith(("'s", "s'")) or token.low == "l'":
            start = index
            if token.low in lexed.words.articles or not lexed.is_name_at(index):
                break
            continue
        if not token.is_word and not (lexed.is_dash(index) and lexed.is_glued(index)):
            break
        if any(lexed.at(kind, index) for kind in _OUTSIDE) and not token.is_name:
            break
        if any(lexed.at(kind, index) for kind in ("voted", "passed", "failed", "ruled")) and not lexed.at("motion", index):
            break
        start = index
    while start < head[0] and lexed.low(start) in lexed.words.inside - lexed.words.articles:
        start += 1
    finite = lexed.first("aux", head[1], high)
    found = cut(lexed, start, high if finite is None else finite[0], least=head[1] - start)
    while (
        found is not None
        and found[1] > head[1]
        and (lexed.low(found[1] - 1) in lexed.words.articles or lexed.at("place", found[1] - 1) == found[1])
    ):
        found = found[0], found[1] - 1
    return found


_OUTSIDE = ("clause", "place", "topic", "aux", "adverb", "opener", "opener_against", "stop", "lead")


# Where a clause begins


def clause_start(lexed: Lexed, low: int, verb: int) -> int:
    """Where the clause of a verb begins; an insertion that a comma or dash closes before the verb is stepped over."""
    index = verb
    while index > low and (lexed.at("aux", index - 1) or _ends_adverb(lexed, index, low)):
        index -= 1
    if index > low and _closes(lexed, index - 1):
        opened = _opening(lexed, low, index - 1)
        if opened is not None:
            index = opened
    start = low
    for place in range(index - 1, low - 1, -1):
        if lexed.is_break(place):
            start = place + 1
            break
        if lexed.low(place) == "," and (lexed.at("clause", place + 1) or lexed.at("conjunction", place + 1)) and place + 1 < verb:
            start = place + 1 + (lexed.at("conjunction", place + 1))
            break
        if lexed.at("clause", place) and not _bound(lexed, place):
            start = place
            break
    return _without_lead_in(lexed, start, index)


def _bound(lexed: Lexed, place: int) -> bool:
    """Whether a word that can begin a clause does not here: `so` and `that` inside a phrase."""
    return lexed.low(place) in {"said", "says", "reported", "before", "since", "as"} and lexed.low(place + 1) in {"by", "to", ""}


def _ends_adverb(lexed: Lexed, end: int, low: int) -> bool:
    start = lexed.ends_at("adverb", end)
    return start is not None and start >= low


def _closes(lexed: Lexed, index: int) -> bool:
    return lexed.low(index) in {",", ")"} or (lexed.is_dash(index) and lexed.is_break(index))


def _opening(lexed: Lexed, low: int, closing: int) -> int | None:
    """Where the insertion begins that a mark closes."""
    mark = lexed.low(closing)
    wanted = {"(": True} if mark == ")" else {mark: True}
    fallback = None
    for index in range(closing - 1, max(low, closing - 50) - 1, -1):
        if lexed.low(index) not in wanted:
            continue
        if mark != "," or lexed.at("clause", index + 1) or lexed.at("relative", index + 1):
            return index if index > low else None
        fallback = index if fallback is None else fallback
    return fallback if fallback is not None and fallback > low and _inserted(lexed, low, fallback, closing) else None


def _inserted(lexed: Lexed, low: int, start: int, end: int) -> bool:
    """Whether words between two commas are an insertion: the clause before them has its subject already."""
    return (
        not (lexed.at("place", low) or lexed.at("topic", low) or lexed.at("adverb", low) or lexed.at("clause", low))
        and end > start
    )


def _without_lead_in(lexed: Lexed, start: int, end: int) -> int:
    """The start of a subject behind what leads in its clause: `On Monday,` `in a rare session,` `the council`."""
    lead = (
        lexed.at("place", start)
        or lexed.at("topic", start)
        or lexed.at("adverb", start)
        or lexed.at("clause", start)
        or lexed.at("stop", start)
        or lexed.at("lead_in", start)
    )
    if lead and not lexed.at("relative", start):
        commas = [index for index in range(start, end) if lexed.low(index) == "," and index + 1 < end]
        if commas:
            return commas[-1] + 1
        opening = lexed.at("clause", start)
        start = opening if opening and opening < end else start
        while start < end and (adverb := lexed.at("adverb", start)) and adverb < end:
            start = adverb
    return start
