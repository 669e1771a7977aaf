"""What the names that publishers give to elements (`class`, `id`) tell of them: data, and one look-up.

A name is taken apart into words: `article-body__relatedLinks` is *article*, *body*, *related*, *links*. A rule is a word, or
two or three words that follow each other. The words are those that web pages of all countries share; none is one
publisher's own.
"""

from __future__ import annotations

import re
from functools import lru_cache


def _rules(text: str) -> frozenset[str]:
    """Rules, separated by white space; the words of one are joined by hyphens."""
    return frozenset(text.split())


_FURNITURE = _rules("""
    nav navbar navigation menu submenu breadcrumb breadcrumbs footer sidebar side-bar skip-link skiplink
    related relateds interesting-articles recommend recommended recommendation recommendations recommends recirc recirculation readmore read-more
    more-on more-from more-stories more-news more-articles more-links more-like see-also also-read also-like read-also
    next-article prev-article previous-article further-reading inline-link inline-links link-list linklist
    newsletter newsletters news-letter reaction affiliate affiliates next-prev prev-next third-party third-party-services subscribe subscription subscriptions subscriber signup sign-up promo promos promotion promobox
    advert adverts advertisement advertising advertorial ad ads adslot ad-slot adbox adunit ad-unit adsense adcontainer adwrapper dfp gpt
    sponsor sponsored sponsorship banner banners outbrain taboola
    social socials social-share share shares sharing sharebar share-bar sharebuttons sharedaddy addthis addtoany follow follows followus
    comment comments commenting commentlist disqus livefyre respond reply replies discussion reactions
    tag tags taglist tag-list keywords topics topic-list topiclist categories post-tags
    author-bio author-box authorbox author-info author-card author-details author-block author-profile author-description about-author author-content author-text author-note writer-bio contributor-bio
    biography bio byline bylines dateline timestamp datetime pubdate pub-date publish-date published-date date-published article-date
    post-date entry-date meta metadata article-meta articlemeta article-info article-footer article-tools entry-meta entry-footer post-meta
    post-footer postmeta
    gallery slideshow carousel slider swiper lightbox
    widget widgets popular trending most-read mostread most-viewed most-popular mostpopular bestseller latest
    teaser teasers teaserlist story-teaser article-teaser
    donate donation donations contribute contribution contributions support-us appeal
    cookie cookies consent gdpr privacy cmp modal popup pop-up overlay
    toolbar tools print-only noprint no-print sr-only visually-hidden visuallyhidden screen-reader screenreader hidden-text invisible
    embed-consent embed-privacy correction-form disclaimer copyright player podcast podcasts audio audioplayer listen
    video-player video-title video-meta video-description login log-in register registration premium-box cta call-to-action
    zergnet revcontent mgid plista ligatus yarpp heateor mc4wp mailchimp optin opt-in email-signup inline-signup trinity-audio read-aloud ttsplayer
    onetrust didomi usercentrics cookiebot borlabs iubenda cmplz native-ad nativead partner-content app-promo app-download app-banner google-news
    jump-links jumplinks anchor-nav on-this-page in-this-article keep-reading may-like up-next next-up read-next readnext most-commented
    top-stories topstories editors-picks editor-picks more-in more-about more-by latest-news latest-posts recent-posts popular-posts
    post-navigation post-nav nav-links entry-utility article-actions story-tools storytools back-to-top report-error report-an-error
    whatsapp-channel telegram-channel crowdfunding
    kommentare kommentarer commentaires comentarios commenti reacties yorumlar komentarze toc-container toc-list toc-title toc-wrapper toc-box ez-toc table-of-contents inhaltsverzeichnis
    anzeige werbung publicite publicidad pubblicita advertentie reklam annonse mainos teilen partager compartir condividi
    lire-aussi lee-tambien lea-tambien leggi-anche lees-ook mehr-zum-thema meistgelesen mas-leidas lo-mas-leido plus-lus mest-last relacionadas relacionados
    correlati verwandte autorenbox autorinfo autor-info suscripcion abonnement
    pagination pager paging feedback rating ratings voting poll quiz survey crossword
    jp-relatedposts wp-polls print-link
    """)  # fmt: skip
"""Parts of a page that are no part of its article."""

_SOFT = _rules("""
    gallery slideshow carousel slider swiper lightbox widget widgets teaser banner banners promo promos player media meta metadata bio tools
    toolbar modal overlay popup latest topics topic-list tags tag categories listen audio podcast podcasts feedback categories sponsored sponsor
    donate donation contribute support-us appeal register log-in login subscribe subscription subscriber abonnement suscripcion cta call-to-action author-card hidden-text
    story-teaser article-teaser readmore read-more datetime social share shares voting poll survey rating ratings disclaimer copyright trending popular
    """)  # fmt: skip
"""Those of them that some publishers call whole articles."""

_GALLERY = _rules("gallery slideshow carousel slider swiper lightbox player video-player audioplayer widget")
"""Those of them whose pictures may be the article's."""

_COMMENTS = _rules("kommentare kommentarer commentaires comentarios commenti reacties yorumlar komentarze comment comments commenting commentlist disqus livefyre respond reply replies discussion recommend recommended related")
"""Those of them that are never the article, however long they are."""

_BODY = _rules("""
    articlebody article-body article-content article-text articletext articlecontent story-body storybody story-content story-text
    entry-content post-content post-body postbody body-text bodytext body-copy bodycopy body-content content-body article-paragraph
    article-paragraphs paragraph rich-text richtext
    """)
"""Names of the text itself: an element with one is no furniture, whatever else it is called."""

_STANDFIRST = _rules("""
    standfirst stand-first dek deck subtitle sub-title subhead sub-head subheading sub-heading subheadline sub-headline
    lead lede intro introduction excerpt summary abstract vorspann ingress chapo chapeau entradilla bajada sommario occhiello
    article-description article-summary teaser-text teasertext article-lead article-intro article-subtitle article-subheadline
    """)

_KICKER = _rules("kicker overline dachzeile spitzmarke eyebrow topline roofline antetitulo surtitre occhiello rubric rubrik strapline")

_CAPTION = _rules("""
    caption captions figcaption figure-caption image-caption img-caption photo-caption media-caption picture-caption wp-caption-text
    cutline legend image-description img-description image-text bildunterschrift bildtext didascalia pie-foto bildtexte legende
    media-info media-subtitle media-subtitle-text infotext media-text media-description picture-description photo-description image-info
    wp-caption-text gallery-caption slide-caption lead-caption picture-text picturetext photo-text bild-text caption-text credit-caption
    """)

_CREDIT = _rules("""
    credit credits photo-credit image-credit img-credit picture-credit media-credit copyright copyrights source sources photographer
    photograph photo-by image-source photo-source image-author picture-author photo-author author urheber quelle bildquelle rights attribution
    owner agency byline image-byline fotograf auteur autor fonte foto-autor media-rights bildrechte foto-credit img-source distributor licence license lizenz
    """)

_FIGURE = _rules("figure image img picture photo media photos images bild foto wp-caption hero-image lead-image")

_FACTBOX = _rules("factbox fact-box factsbox facts-box infobox info-box faktabox fakta-box faktaruta faktenbox fakten-box sidebox boxout box-out explainer-box")

_PULL_QUOTE = _rules("pullquote pull-quote pulledquote pulled-quote quote-pull pull")

_BYLINE = _rules("byline bylines authorline author-line author authors article-author author-name authorname writer by-line autor autoren auteur autore contributor contributors")
_BYLINE_NOT = _rules("bio biography comment comments related footer image photo credit caption avatar")

_CROSSHEAD = _rules("""
    crosshead cross-head crossheading intertitle intertitre inter-title interline onlineinterline zwischentitel zwischenueberschrift ladillo
    subheading sub-heading mellemrubrik mellomtittel mellanrubrik valiotsikko titoletto paragraph-title paragraph-heading section-title
    """)  # fmt: skip

_TAGS = _rules("tags tag-list taglist article-tags post-tags entry-tags tag-links tags-links keywords topic-list topiclist article-topics topics-list themen schlagworte etiquetas")

_EMBED = _rules("""
    twitter-tweet tweet twitter-video instagram-media tiktok-embed fb-post fb-video facebook-post bluesky-embed mastodon-embed reddit-embed
    reddit-card telegram-post threads-post embed-tweet
    """)

_PAYWALL = _rules("paywall paywalled regwall premium-content subscriber-only subscribers-only metered-paywall pay-wall gated piano-paywall")

_NO_PICTURE = _rules("icon icons avatar logo logos emoji spacer pixel tracking badge sprite thumb-author author-image author-photo")

_LAYOUT = frozenset("grid layout with has without".split())
"""Words of a name that is about how parts stand together: `has-sidebar`, `comments-grid`."""
_WORD = re.compile(r"[0-9]?[a-z]+(?:[0-9]+[a-z]+)*")
"""A word without the number at its end; one behind a number keeps a digit, and so is no word of a rule."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BEGINS = re.compile("(related|newsletter|comment(?!ar|e)|recommended|breadcrumb|infobox|factbox|image|img|picture)[a-z]{3}")
"""How words begin that are several, written together: `relatedarticles`; a `commentary` is an article."""
_ENDS = re.compile("[a-z]{3}(bild|image|photo|foto)$")
FILED = ("tag-", "category-", "post_", "format-", "taxonomy-", "section-")
"""How names begin that say where a post is filed, on the box of the post itself (microformats' `hentry`)."""
LONGEST = 400
"""So many characters of an element's names are looked at."""


FURNITURE, COMMENTS, BODY, STANDFIRST, KICKER, CAPTION, CREDIT = (1 << bit for bit in range(7))
FIGURE, FACTBOX, PULL_QUOTE, BYLINE, BYLINE_NOT, EMBED, PAYWALL, NO_PICTURE, GALLERY, SOFT, TAGS, CROSSHEAD = (1 << bit for bit in range(7, 19))
"""What names may say; a number holds several at once, since a page has thousands of names."""
_LISTS = {
    FURNITURE: _FURNITURE, COMMENTS: _COMMENTS, BODY: _BODY, STANDFIRST: _STANDFIRST, KICKER: _KICKER, CAPTION: _CAPTION, CREDIT: _CREDIT,
    FIGURE: _FIGURE, FACTBOX: _FACTBOX, PULL_QUOTE: _PULL_QUOTE, BYLINE: _BYLINE, BYLINE_NOT: _BYLINE_NOT, EMBED: _EMBED,
    PAYWALL: _PAYWALL, NO_PICTURE: _NO_PICTURE, GALLERY: _GALLERY, SOFT: _SOFT, TAGS: _TAGS, CROSSHEAD: _CROSSHEAD,
}  # fmt: skip
_RULES = {rule: sum(bit for bit, rules in _LISTS.items() if rule in rules) for rules_of in _LISTS.values() for rule in rules_of}
_FIRSTS = frozenset(rule.partition("-")[0] for rule in _RULES if "-" in rule)
"""The words with which the rules of several words begin."""
_DIGITS = "0123456789"


@lru_cache(maxsize=16384)
def said(names: str) -> int:
    """What these names, separated by white space, say."""
    found = 0
    filed = "hentry" in names or "status-publish" in names
    for name in names[:LONGEST].split():
        if not (filed and name.startswith(FILED)):
            found |= _said_by(name.rstrip(_DIGITS))  # `menu-item-4711` says what its neighbours say
    return found


def _said_by_word(word: str) -> int:
    """What one word says; some names are words that are written together."""
    found = _RULES.get(word)
    if found is None:
        part = _BEGINS.match(word) or _ENDS.search(word)
        found = 0 if part is None else _RULES[part[1]]
    return found


@lru_cache(maxsize=65536)
def _said_by(name: str) -> int:
    """What one name says: its words, and each two and three that follow each other."""
    if name.isalpha() and name.islower():
        return _said_by_word(name)
    words = _WORD.findall(name if name.islower() else _CAMEL.sub("-", name).lower())
    found = 0
    for index, word in enumerate(words):
        found |= _said_by_word(word)
        if word in _FIRSTS:
            for end in (index + 2, index + 3):
                if end <= len(words):
                    found |= _RULES.get("-".join(words[index:end]), 0)
    return found & ~(FURNITURE | COMMENTS | SOFT) if found & FURNITURE and not _LAYOUT.isdisjoint(words) else found
