"""The schemes of the IPTC's catalogue: which alias of a QCode stands for which vocabulary.

Source: IPTC, catalogue of G2 standards, version 41; aliases and URIs alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from newsmodel.formats._reading import Element, local
from newsmodel.model.values import is_url

_NEWSCODES = "http://cv.iptc.org/newscodes/"
_PATHS = """
    acdc=audiocodec altidrole=altidrole aoprop=aoproperty app=application aspfacet=asportfacet aspfacetvalue=asportfacetvalue
    authoritystatus=authoritystatus catinat=catinature chprop=characteristicsproperty cinat=cinature ciprol=contactinfopartrole
    colin=colourindicator colsp=colorspace conf=confidence cpnat=cpnature cpprole=contentprodpartyrole
    cptnoterole=conceptnoterole crel=conceptrelation ctech=commtech ctrol=contributorrole cwarn=contentwarning
    digsrctype=digitalsourcetype dimensionunit=dimensionunit drol=descriptionrole dummy=dummy ecirol=eventcontactinforole
    edconf=eventdateconfirm encd=encoding entityprop=entityproperty eocstat=eventoccurstatus eorol=eventorganiserrole
    eprol=eventparticipantrole eregrol=eventregrole erol=edrole fisymtype=financialinstrumentsymboltype frmt=format gen=generic
    genre=genre hashscope=hashscope hashtype=hashtype hatarget=hopactiontarget hopaction=hopaction howextr=howextracted
    howpr=howpresent ikos=ikos imgregrole=imageregionrole imgregtype=imageregiontype impt=importance irel=itemrelation
    irep=itemrepresentation isrol=infosourcerole ivqu=videoqualifier lbtyp=labeltype loctyp=location
    loutorient=layoutorientation lrol=languagerole medtop=mediatopic medtype=mediatype1 mtyp=mediatype
    ncostat=newscoveragestatus ninat=ninature nityp=newsitemtype nmsig=newsmsgsignal not=notation nprod=newsproduct
    nprov=newsprovider nprt=namepart nrol=namerole oito=ofinterestto pgrmod=pkggroupmode plinat=plinature prio=priority
    prodgenre=productgenre prop=property prov=provider pst1=status1 rcalctype=rcalctype rel=relevance riaspect=riaspect
    rightsprop=rightsproperty riscope=riscope rnd=rendition role1=role1 rscaleunit=rscaleunit rtype=ratertype scn=scene
    sev=severity sig=signal sov=videoscaling squ=subjectqualifier stat=pubstatusg2 subj=subjectcode timeunit=timeunit tone=tone
    tpctyp=topictype trustindicator=trustindicator urgy=urgency useracttype=useractiontype valfmt=valueformat vcdc=videocodec
    videodef=videodefinition why=whypresent wldreg=worldregion
"""
"""Vocabularies of the IPTC: the alias, and the path below its address."""

IPTC: Mapping[str, str] = MappingProxyType(
    {
        **{alias: f"{_NEWSCODES}{path}/" for alias, path in (pair.split("=") for pair in _PATHS.split())},
        "a1312cat": "http://cvx.iptc.org/anpa1312-category/",
        "a1312prio": "http://cvx.iptc.org/anpa1312-priority/",
        "a1312svc": "http://cvx.iptc.org/anpa1312-servicelevel/",
        "a1312vers": "http://cvx.iptc.org/anpa1312-version/",
        "bcp47": "http://cvx.iptc.org/bcp47/",
        "cptdefrole": "http://cv.iptc.org/newscodes/conceptdefinitionrole",
        "cusip": "http://cvx.iptc.org/cusip/",
        "dbpedia": "http://dbpedia.org/resource/",
        "ednoterole": "http://cv.iptc.org/newscodes/ednoterole",
        "figi": "http://cvx.iptc.org/figi/",
        "freebase": "http://www.freebase.com",
        "geonames": "http://sws.geonames.org/",
        "geonameshttps": "https://sws.geonames.org/",
        "gics": "http://cvx.iptc.org/gics/",
        "googletopicsv1": "http://cvx.iptc.org/googletopicsv1/",
        "googletopicsv2": "http://cvx.iptc.org/googletopicsv2/",
        "iabadproduct10": "http://cvx.iptc.org/iabadproduct10/",
        "iabadproduct20": "http://cvx.iptc.org/iabadproduct20/",
        "iabaudience10": "http://cvx.iptc.org/iabaudience10/",
        "iabcontent20": "http://cvx.iptc.org/iabcontent20/",
        "iabcontent21": "http://cvx.iptc.org/iabcontent21/",
        "iabcontent22": "http://cvx.iptc.org/iabcontent22/",
        "iabcontent30": "http://cvx.iptc.org/iabcontent30/",
        "isin": "http://cvx.iptc.org/isin/",
        "iso3166-1a2": "http://cvx.iptc.org/iso3166-1a2/",
        "iso3166-1a3": "http://cvx.iptc.org/iso3166-1a3/",
        "iso3166-2": "http://cvx.iptc.org/iso3166-2/",
        "iso4217a": "http://cvx.iptc.org/iso4217a/",
        "iso4217n": "http://cvx.iptc.org/iso4217n/",
        "mb-artist": "http://musicbrainz.org/artist/",
        "mb-label": "http://musicbrainz.org/label/",
        "mb-recording": "http://musicbrainz.org/recording/",
        "mb-release": "http://musicbrainz.org/release/",
        "mb-releasegroup": "http://musicbrainz.org/release-group/",
        "mb-work": "http://musicbrainz.org/work/",
        "mic": "http://cvx.iptc.org/iso10383-mic/",
        "parasport": "http://cvx.iptc.org/parasport/",
        "plus": "http://ns.useplus.org/ldf/vocab/",
        "secst": "http://cvx.iptc.org/secst/",
        "sedol": "http://cvx.iptc.org/sedol/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "ticker": "http://cvx.iptc.org/ticker/",
        "tidm": "http://cvx.iptc.org/tidm/",
        "wikidata": "http://www.wikidata.org/entity/",
    }
)
"""By alias, the URI that goes before a code."""


def as_catalog(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """A catalogue of aliases as pairs, which are hashable and can be sent to other processes."""
    return tuple(sorted(dict(value).items()))


def declared(item: Element) -> dict[str, str]:
    """The schemes that an item, or the message around it, declares in catalogues of its own."""
    found: dict[str, str] = {}
    holder: Element | None = item
    while holder is not None:
        for child in holder:
            if local(child.tag) in ("catalog", "header"):
                _collect(child, found)
        holder = holder.getparent()
    return found


def _collect(node: Element, found: dict[str, str]) -> None:
    for child in node:
        if local(child.tag) == "catalog":
            _collect(child, found)
        elif local(child.tag) == "scheme" and child.get("alias") and child.get("uri"):
            found.setdefault(child.get("alias"), child.get("uri"))


def resolved(code: str | None, catalog: Mapping[str, str]) -> str | None:
    """The URI that a QCode stands for; `None` where it is none, or its alias is not known."""
    alias, colon, term = (code or "").partition(":")
    start = catalog.get(alias)
    return None if not colon or not term or start is None else _address(start + term)


@lru_cache(maxsize=4096)
def _address(value: str) -> str | None:
    """`value` where it is a URL; the terms of vocabularies come again and again."""
    return value if is_url(value) else None
