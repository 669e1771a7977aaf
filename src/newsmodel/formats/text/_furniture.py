"""The lines of a page that are no part of its article: menus, buttons, notices, pointers to other pages."""

from __future__ import annotations

import re

LONGEST = 90
"""A line of more characters is furniture only where it speaks of cookies or rights."""

_EDGES = " \u00a0:»›>→…|•·*+-–—[]()"
_WORDS = frozenset(
    """
    click here | tap here | read more | more | menu | search | share | subscribe | subscribe now | log in | login | sign in | register | home | skip to content |
    skip to main content | advertisement | advertising | ad | sponsored | comments | comment | leave a comment | print | email | e-mail | facebook | twitter | whatsapp | linkedin |
    telegram | instagram | copy link | related | related stories | related articles | related topics | more on this story | you may also like | recommended | most read | most viewed |
    most popular | trending | back to top | top stories | next | previous | next article | previous article | accept | accept all | accept all cookies | reject all | manage cookies |
    cookie settings | cookie policy | privacy policy | terms of use | terms and conditions | contact us | about us | newsletter | newsletters | sign up | close | continue | listen | save |
    bookmark | gift article | follow us | share this | share this article | share article | share this story | e-paper | e-edition | digital edition | text size | loading | breaking news | live |
    weiterlesen | mehr | menü | suche | teilen | anmelden | abonnieren | anzeige | werbung | kommentare | drucken | startseite | mehr zum thema | lesen sie auch | nach oben | zum inhalt springen |
    lire aussi | partager | publicité | s'abonner | se connecter | accueil | imprimer | commentaires | à lire aussi | leer más | compartir | publicidad | suscríbete | iniciar sesión | comentarios |
    lea también | inicio
    """.replace("\n", " ").split("|")
)
_SET = frozenset(word.strip() for word in _WORDS)
_PATTERN = re.compile(
    r"read (?:more|also|next|on|this (?:week|month)['’]s)(?!\w)|read (?:our|the) (?:latest|digital|full edition|e-?paper|print)|(?:click|tap) (?:here|to|for)(?!\w)|"
    r"share (?:this|on|via|with|to|by)(?!\w)|follow (?:us|@|\w+ on)(?!\w)?|(?:print|email|save) this(?!\w)|"
    r"subscribe (?:to|for|from|now|today|here)(?!\w)|sign up (?:for|to|here|now)(?!\w)|(?:log|sign) in (?:to|or|with)(?!\w)|join the (?:conversation|discussion)|"
    r"view (?:comments|all|gallery)|show (?:comments|more)|see (?:also|more)(?!\w)|watch:|listen:|related:|more:|see also:|also read:|don['’]t miss:|up next:|"
    r"download (?:our|the) app|get (?:our|the) (?:app|newsletter)|skip to (?:the )?(?:main )?(?:content|navigation)|[0-9]{1,5} (?:comments?|shares?|min(?:ute)?s? read)\Z|"
    r"(?:estimated )?reading time|(?:lesen|sehen) sie (?:auch|mehr)|mehr (?:zum thema|dazu)|lire (?:aussi|la suite)|à lire(?!\w)|(?:lea|leer|ver) (?:también|más)(?!\w)|teilen auf|partager sur|compartir en",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:the |today['’]s )?latest(?: [\w’'&.-]+){1,4}\Z|(?:today['’]s|this week['’]s) (?:paper|edition|issue)\Z", re.IGNORECASE
)
_NOTICE = re.compile(
    r"(?:we|this (?:web)?site|our (?:web)?site|the site)(?: and our (?:\w+ )?partners)? (?:also )?(?:uses?|places?|store)(?: \w+){0,3} cookies|cookies? (?:help|are used|enable)|"
    r"(?:accept|consent to)(?: \w+){0,4} cookies|(?:diese (?:web)?seite|wir) (?:verwenden?|nutz(?:t|en)) cookies|ce site utilise des cookies|este sitio (?:web )?utiliza cookies|"
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|copyright(?: ©)?|\(c\))[ \u00a0]{0,2}(?:[12][0-9]{3}|\w)", re.IGNORECASE)
_OPENER = re.compile(
    r"(?:read more|more|related(?: (?:stories|articles|topics|links))?|more on this(?: story)?|see also|most read|you (?:may|might) also like|recommended|mehr zum thema|lesen sie auch|"
    r"lire aussi|à lire aussi|lea también|leer más)\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\Z")
_LINKS = re.compile(r"(?:[^|•·›>/]{1,25}[ \u00a0][|•·›>/][ \u00a0]){2,12}[^|•·›>/]{1,40}\Z")


def is_furniture(line: str, *, in_head: bool = False) -> bool:
    """Whether a line is no part of an article.

    Args:
        line: the line.
        in_head: whether it stands before the text begins, where less is needed to tell.
    """
    bare = line.strip(_EDGES)
    if not bare or bare.casefold() in _SET:
        return True
    if len(line) <= 600 and _NOTICE.search(line):
        return True
    if len(line) > LONGEST:
        return False
    if _RIGHTS.match(bare):
        return True
    if _PATTERN.match(bare) and (_SENTENCE.search(bare) is None or ":" in bare[:30]):
        return True
    return in_head and (_HEAD.match(bare) is not None or _LINKS.match(bare) is not None)


def opens_links(line: str) -> bool:
    """Whether a line stands above a list of other stories."""
    return _OPENER.match(line.strip(_EDGES)) is not None


def is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do."""
    return _SENTENCE.search(line) is not None
