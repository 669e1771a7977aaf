"""Concepts, people, rights, links and labels as schema.org's things, each written and read side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve

from newsmodel.syntax.schema_org._nodes import Node, Value, is_absolute
from newsmodel.syntax.times import written_time
from newsmodel.model import Byline, Concept, Coordinates, Label, Link, Number, Rights
from newsmodel.model.richtext import rich_plain_text
from newsmodel.model.values import MAX_NESTING

Thing: TypeAlias = "dict[str, Any]"

ORGANIZATIONS = frozenset(
    "Organization NewsMediaOrganization Corporation GovernmentOrganization NGO EducationalOrganization PoliticalParty "
    "SportsOrganization SportsTeam PerformingGroup MusicGroup".split()
)
PLACES = frozenset("Place City Country State AdministrativeArea Landform CivicStructure".split())
TYPES = ORGANIZATIONS | PLACES | frozenset("Person Event SportsEvent Product CreativeWork Intangible".split())
"""What a concept may be in schema.org's words; any other type becomes the one that the property expects."""


def thing(kind: str, **properties: Any) -> Thing:
    """A node of a type, with those of the properties that hold something."""
    found: Thing = {"@type": kind}
    for name, value in properties.items():
        if value or value == 0:
            found[name] = value
    return found


def held(**properties: Any) -> Thing:
    """The properties that hold something."""
    return {name: value for name, value in properties.items() if value or value == 0}


def written_number(value: Number) -> int | float | str:
    """A number; where JSON's floating point would change it, as text."""
    if isinstance(value, int) or value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else f"{value:f}"


# Concepts


def written_concept(concept: Concept, default: str) -> Thing:
    """A concept as a thing, of its own type or of the one that the property expects."""
    kind = concept.type if concept.type in TYPES else default
    broader = [written_concept(one, default) for one in concept.broader]
    position = None
    if concept.position is not None and kind in PLACES:
        latitude, longitude = written_number(concept.position.latitude), written_number(concept.position.longitude)
        position = thing("GeoCoordinates", latitude=latitude, longitude=longitude)
    return thing(
        kind, name=concept.name, identifier=concept.code, url=concept.uri, sameAs=list(concept.same_as), geo=position,
        containedInPlace=broader if kind in PLACES else [], parentOrganization=broader if kind in ORGANIZATIONS else [],
    )  # fmt: skip


def read_concept(value: Value, default: str, level: int = 1) -> Concept | None:
    """A thing as a concept; text is a name, or an address."""
    node = value.node()
    if node is None:
        text = value.line()
        return None if text is None else Concept(uri=text) if is_absolute(text) else Concept(name=text)
    kind = next((one for one in node.types if one not in ("Thing", "DefinedTerm", default)), None)
    broader = [
        one
        for part in (node.values("containedInPlace", "parentOrganization") if level < MAX_NESTING else [])
        if (one := read_concept(part, default, level + 1)) is not None
    ]
    identifier = node.one("identifier", "termCode")
    inner = None if identifier is None else identifier.node()
    code = inner.line("value") if inner is not None else identifier.line() if identifier is not None else None
    name, uri = node.line("name", "legalName"), node.url("url")
    return node.build(
        Concept, name=name, code=code, uri=uri or node.name, type=kind, same_as=node.lines("sameAs"), broader=broader,
        position=_read_position(node),
    )  # fmt: skip


def _read_position(node: Node) -> Coordinates | None:
    geo = node.node("geo")
    if geo is None:
        return None
    latitude, longitude = geo.one("latitude"), geo.one("longitude")
    if latitude is None or longitude is None:
        return None
    one, other = latitude.number(), longitude.number()
    return None if one is None or other is None else geo.build(Coordinates, latitude=Decimal(one), longitude=Decimal(other))


def read_concepts(values: Iterable[Value], default: str) -> Iterator[Concept]:
    """Things as concepts."""
    for value in values:
        concept = read_concept(value, default)
        if concept is not None:
            yield concept


# People

AUTHORS = (None, "author", "reporting", "writing")
"""Roles of those whom search engines look for as `author`; it reads back as no role."""
ROLES = {"editor": "editor", "translator": "translator", "contributor": "contributor"}
"""By property: the role that it stands for."""


def written_people(bylines: Iterable[Byline]) -> Thing:
    """The properties that name people; who did something that schema.org has no property for is a contributor in a `Role`."""
    people: dict[str, list[Thing]] = {"author": [], "editor": [], "translator": [], "contributor": []}
    for byline in bylines:
        who = _written_person(byline)
        if byline.role in AUTHORS:
            people["author"].append(who)
        elif byline.role in ROLES:
            people[byline.role].append(who)
        else:
            people["contributor"].append(thing("Role", roleName=byline.role, contributor=who))
    return held(**people)


def _written_person(byline: Byline) -> Thing:
    if not byline.name:  # a person without a name is none to schema.org: the affiliation speaks
        byline = evolve(byline, name=byline.affiliation or "", affiliation=None, kind="organization", job_title=None)
    place = None if byline.location is None else thing("Place", name=byline.location)
    common = held(email=byline.email, identifier=byline.id, url=byline.url, sameAs=list(byline.same_as))
    if byline.kind == "organization":
        return thing("Organization", name=byline.name, location=place, **common)
    affiliation = None if byline.affiliation is None else thing("Organization", name=byline.affiliation)
    return thing("Person", name=byline.name, jobTitle=byline.job_title, affiliation=affiliation, workLocation=place, **common)


def read_people(node: Node) -> tuple[Byline, ...]:
    """Everybody whom a work names as its author, editor, translator, contributor or creator; a creator not twice."""
    found: list[Byline] = []
    names: set[str] = set()
    for name in ("author", *ROLES, "creator"):
        for value in node.values(name):
            byline = _read_person(value, name, ROLES.get(name))
            if byline is not None and not (name == "creator" and byline.name in names):
                found.append(byline)
                names.add(byline.name)
    return tuple(found)


def _read_person(value: Value, name: str, role: str | None) -> Byline | None:
    node = value.node()
    if node is None:
        text = value.line()
        return None if text is None else Byline(name=text, role=role)
    if "Role" in node.types and (inner := node.one(name)) is not None:
        role = node.line("roleName") or role
        value, node = inner, inner.node()
        if node is None:
            return _read_person(value, name, role)
    kind = "organization" if not ORGANIZATIONS.isdisjoint(node.types) else "person"
    parts = [part for part in (node.line("givenName"), node.line("familyName")) if part]
    who = node.line("name") or " ".join(parts)
    affiliation = node.label("affiliation", "worksFor")
    address = node.url("url")
    identifier = node.line("identifier") or (node.name if node.name != address else None)
    if not who and affiliation is None and address is None and node.name is not None:
        node.document.lost(node.place, f"nothing in the document says who {node.name} is")
        return None
    return node.build(
        Byline, name=who, kind=kind, role=role, job_title=node.label("jobTitle"), affiliation=affiliation,
        location=node.label("workLocation", "location", "homeLocation"), email=node.line("email"), id=identifier, url=address,
        same_as=node.urls("sameAs"),
    )  # fmt: skip


# Rights


def written_rights(rights: Rights | None) -> Thing:
    """The properties of a work that say whose it is and what may be done with it."""
    if rights is None:
        return {}
    terms = [
        thing("CreativeWork", text=rich_plain_text(term.content), inLanguage=term.language) for term in rights.terms
    ]
    return held(
        copyrightHolder=None if rights.holder is None else written_concept(rights.holder, "Organization"),
        copyrightYear=rights.year,
        copyrightNotice=[rich_plain_text(notice.content) for notice in rights.notices],
        usageInfo=terms,
        license=rights.url,
    )


def read_rights(node: Node) -> Rights | None:
    """The rights in a work; `None` where it says nothing of them."""
    holder = node.one("copyrightHolder")
    terms = [Label(content=[text], language=language) for text, language in _read_terms(node)]
    fields = {
        "holder": None if holder is None else read_concept(holder, "Organization"),
        "year": node.whole("copyrightYear", low=1, high=9999),
        "notices": [Label(content=[text]) for value in node.values("copyrightNotice") if (text := value.text())],
        "terms": terms,
        "url": node.url("license"),
    }
    return node.build(Rights, **fields) if any(fields.values()) else None


def _read_terms(node: Node) -> Iterator[tuple[str, str | None]]:
    for value in node.values("usageInfo"):
        work = value.node()
        terms = value if work is None else work.one("text", "name", "url")
        text = None if terms is None else terms.text()
        if text is not None:
            yield text, None if work is None else work.language()


# Links

RELATIONS = {"isBasedOn": "isBasedOn", "derivedFrom": "isBasedOn", "citation": "citation"}
"""By relation: the property of a work. `derivedFrom` reads back as `isBasedOn`."""
RELATED = ("seeAlso", "related")
"""Relations that are a `relatedLink` of the page; both read back as `seeAlso`."""


def written_links(links: Iterable[Link]) -> Thing:
    """The properties of a work that point to other works."""
    works: dict[str, list[Thing]] = {}
    for link in links:
        if (name := RELATIONS.get(link.rel)) is not None:
            work = thing(
                "CreativeWork", url=link.href, name=link.title, encodingFormat=link.type, inLanguage=link.language,
                version=link.version,
            )  # fmt: skip
            works.setdefault(name, []).append(work)
    return works


def read_links(node: Node) -> Iterator[Link]:
    """The works that a work is based on or cites, and where it is discussed."""
    for name in ("isBasedOn", "citation", "discussionUrl"):
        rel = "discussion" if name == "discussionUrl" else name
        for value in node.values(name):
            work = value.node()
            if work is None:
                address = value.url()
                link = None if address is None else Link(rel=rel, href=address)
            else:
                link = work.build(
                    Link, rel=rel, href=work.url("url") or work.name, title=work.line("name", "headline"),
                    type=work.line("encodingFormat"), language=work.language(), version=work.line("version"),
                )  # fmt: skip
            if link is not None:
                yield link


# Corrections and background

COMMENTS = {"correction": "CorrectionComment", "backstory": "CreativeWork"}
"""By property, which is the role of the note as well: the type of its value."""


def written_notes(notes: Iterable[Label]) -> Thing:
    """The notes that schema.org has a property for."""
    found: dict[str, list[Thing]] = {}
    for note in notes:
        if note.role in COMMENTS:
            date = None if note.date is None else written_time(note.date)
            text = rich_plain_text(note.content)
            found.setdefault(note.role, []).append(
                thing(COMMENTS[note.role], text=text, inLanguage=note.language, datePublished=date)
            )
    return found


def read_notes(node: Node) -> Iterator[Label]:
    """What is said of a work's mistakes and of how it came about."""
    for name in COMMENTS:
        for value in node.values(name):
            comment = value.node()
            content = value.rich() if comment is None else comment.rich("text", "description", "name")
            if content is None:
                continue
            if comment is None:
                yield Label(content=content, role=name)
            else:
                yield Label(content=content, role=name, language=comment.language(), date=comment.time("datePublished"))
