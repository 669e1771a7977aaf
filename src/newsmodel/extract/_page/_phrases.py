"""What pages say around and between the text of an article, in the languages of the web: data, as patterns.

Each list is of whole phrases, and searched for in text in lower case: that is much quicker than a search without regard to
case. A pattern repeats nothing without bound, so that a search is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def _any(text: str, *, start: bool = False, end: bool = False, whole: bool = False) -> re.Pattern[str]:
    """A pattern of phrases, one a line or separated by ` | `; with `whole`, no letter follows: `di` is not the start of `die`."""
    phrases = [phrase.strip() for line in text.splitlines() for phrase in line.split(" | ") if phrase.strip()]
    body = "(?:" + "|".join(_by_first_letter(phrases)) + ")"
    return re.compile((r"\A\W{0,4}" if start else r"(?<!\w)") + body + (r"\W{0,3}\Z" if end else r"(?!\w)" if whole else ""))


def _by_first_letter(phrases: Iterable[str]) -> Iterator[str]:
    """The same phrases in groups, so that a search tries at each word only those that begin with its letter."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        letter = phrase[0] if phrase[0].isalpha() and phrase[1:2] not in ("?", "*", "{") else ""
        groups.setdefault(letter, []).append(phrase[len(letter) :])
    yield from groups.pop("", ())
    for letter, rest in groups.items():
        yield f"{letter}(?:{'|'.join(rest)})"


RELATED = _any(r"""
    read (?:more|also|next|on|our)(?!\w) | read\s?: | more (?:on this|from|stories|coverage|news)(?!\w) | also (?:read|on|see)(?!\w) | related(?!\w) | see (?:also|more)(?!\w) | see:
    watch(?:\s?:| now| the video| more| below) | recommended | don.t miss(?!\w) | most (?:read|popular)(?!\w) | listen\s?: | more:\s | what to read | up next | you may also | you might also | trending(?!\w) | keep reading | explore more
    lesen sie | lies auch | mehr (?:zum|dazu|lesen|über|aus|news|zu)(?!\w) | auch interessant | das könnte | weiterlesen | siehe auch | hintergrund: | zum thema | weitere (?:artikel|themen|nachrichten) | passend dazu | empfehlung der redaktion | lesetipp | mehr\s?: | jetzt lesen
    lees (?:ook|meer|verder) | bekijk ook | luister ook
    lire (?:aussi|également|la suite) | à lire(?!\w) | voir aussi | lisez aussi | sur le même (?:sujet|thème)
    lea (?:también|más) | lee (?:también|más) | le puede interesar | te puede interesar | ver más | más información: | sigue leyendo | también te | noticias? relacionadas?
    leggi (?:anche|tutto) | guarda anche | per approfondire | approfondisci
    läs (?:också|mer|även|vidare) | les (?:også|mer) | læs (?:også|mere) | lue (?:myös|lisää) | katso myös
    devamını | ayrıca oku | ilgili haber | czytaj (?:też|także|więcej|dalej) | zobacz (?:też|także|również) | čtěte | přečtěte | leia (?:também|mais) | veja também | saiba mais
    читайте (?:также|ещё|еще) | смотрите также | читайте: | читайте далее | 関連記事 | あわせて読みたい | 相关阅读 | 相关新闻 | 延伸閱讀 | 관련\s?기사 | اقرأ أيضا
    """, start=True)  # fmt: skip
"""At the start of a short block: it leads to another article."""

ARROW = re.compile(r"\A[\s(\[]{0,3}(?:▶|►|▸|>>|»|→|➜|➡|⇒|■ )")

APPEAL = _any(r"""
    subscribe (?:to|now|today|here|for|and) | sign up (?:for|to|now|here|today|and) | newsletters?(?!\w) | become a (?:member|subscriber|supporter|patron)
    support (?:our|independent|quality|us|this) (?:journal|work|news|report)? | donate(?!\w) | make a (?:donation|contribution) | click here to(?!\w) | follow us(?!\w) | follow \w+ on(?!\w)
    download (?:the|our) (?:\w+ )?app | uygulamasını indir | téléchargez (?:notre|l.) ?app | descarg(?:a|ue) (?:nuestra|la) app | (?:hier )?geht es zur .{0,30}app(?!\w) | app (?:jetzt )?herunterladen | scarica l.app | like us on | join (?:our|the conversation) | all rights reserved | share this | print (?:this )?article | email the (?:writer|author)
    an error has occurred | thank(?:s| you) for (?:signing|subscribing|reading) | contact (?:us|the author|the writer)(?!\w) | reprints | get the latest | get .{2,40} (?:delivered|in your inbox|to your inbox) | your inbox
    (?:follow|track) any (?:responses|comments) to this | responses? (?:to this entry )?(?:are|is) currently closed | alle antworten zu diesem eintrag | (?:kommentare|antworten) (?:und|per) (?:pings?|rss)
    comments? (?:are|have been) (?:closed|disabled) | this (?:content|video|feature) (?:is|was) (?:not available|provided|created|hosted) | enable (?:javascript|cookies) | already a subscriber | log in (?:to|or) | sign in (?:to|or) | create (?:an|your) account | read our (?:privacy|terms)
    send (?:us )?(?:a )?(?:news )?tips? to | have a (?:news )?tip | start your (?:day|free trial) | free trial | unlimited access | subscribers? only | to continue reading | continue reading (?:your|with|this)
    jetzt (?:abonnieren|testen|anmelden|spenden|registrieren|kostenlos) | abonnieren sie | hier (?:geht es zu|klicken|anmelden|abonnieren) | externe[rn] inhalt | empfohlene[rn]? (?:redaktionelle[rn]? )?inhalt | datenschutz(?:erklärung|hinweis|bestimmungen|einstellungen) | personenbezogene daten (?:können|werden|an) | (?:mit|nach|ohne|ihre|deine[rn]?|ihrer) zustimmung(?!\w) | ihrer einwilligung
    dieser artikel (?:erschien|wurde|ist zuerst) | artikel (?:merken|teilen|drucken|vorlesen) | anmeldung zum | folgen sie uns | whatsapp-kanal | e-paper | probeabo | unterstützen sie
    suscr[ií]b(?:ase|ete|irse|e a) | regístrate | síguenos | hazte socio | s.abonner | abonnez-vous | faites un don | inscrivez-vous | (?:réservée? aux|déjà|contenu|article) abonnée?s?(?!\w) | recevez | suivez-nous | iscriviti | abbonati | seguici | abonelik
    abonnér | abonner(?:e|a)(?!\w) | prenumerera | tilaa | meld je aan | schrijf je in | zapisz się | subskrybuj | подпис(?:ывайтесь|аться|ка) | この記事は | 会員限定 | 有料会員 | 無料会員 | 無断転載 | 저작권 | 무단\s?전재 | ⓒ
    """)  # fmt: skip
"""In a short block, or a longer one with links: it asks for something, or speaks of the page."""

CONSENT = _any(r"""
    externe[rn]? (?:redaktionelle[rn]? )?inhalte? | externen inhalt | drittplattformen | an dieser stelle finden sie | um diesen inhalt | inhalt(?:e)? (?:anzeigen|laden) | erst nach (?:ihrer|deiner) zustimmung
    to (?:display|view|show|see) this (?:content|embed|video|post) | this content is (?:hosted|provided|blocked|not available) | (?:accept|allow|enable) (?:all )?(?:cookies|javascript) | your cookie (?:settings|preferences) | consent to (?:the use|cookies|view)
    please (?:enable|turn on|activate) javascript | your browser does not support | javascript (?:is disabled|aktivieren) | bitte aktivieren sie | ad ?block(?:er|ing) | this video (?:has failed|is not available|cannot be)
    ein klick für (?:den|mehr) datenschutz | (?:drittanbieter|anbieter)n? (?:erst )?(?:geladen|übertragen) | wir respektieren (?:deine|ihre) privatsphäre | we respect your privacy | content from an? external (?:site|source|provider|platform) | (?:daten|inhalte?) (?:von|an) drittanbieter
    ce contenu (?:est bloqué|n.a pas pu) | acceptez? les cookies | vos préférences (?:de|en matière de) cookies | este contenido (?:está|no está) | acept(?:a|ar) las cookies | accetta i cookie | deze inhoud | cookies accepteren | innehållet (?:visas|är)
    """)  # fmt: skip
"""In a block of any usual length: something of another site that is not shown."""

NOTICE = _any(r"""
    advertisement | advertisement - scroll to continue | (?:story|article) continues (?:below|after).{0,40} | scroll (?:down )?to continue.{0,30} | continue reading | loading\.{0,3} | sponsored(?: content)? | promoted | ad
    anzeige | werbung | artikel lesen | mehr anzeigen | publicité | publicidad | pubblicità | advertentie | annonse | annons | reklam | reklama | mainos | реклама | 広告 | 廣告 | 广告 | 광고
    sharing is caring | \d{1,2}:\d\d(?::\d\d)? ?(?:min(?:uten|utes)?|std|h|sek|sec)\.? | share | share article | share this (?:article|story|page) | tweet | copy link | link copied!? | print | comments? | \d{1,4} comments? | teilen | drucken | merken | kommentare? | partager | compartir | condividi | dela | del | jaa | paylaş | play | watch | listen | pause | close | view gallery | (?:view|see|show|open|open the|enlarge)(?: all)?(?: \d{1,3})? (?:images?|photos?|pictures?|image in full ?screen|gallery) | show more | show less | image \d+ of \d+ | \d{1,2} ?/ ?\d{1,2} | next | previous | back to top | top
    """, start=True, end=True)  # fmt: skip
"""Whole blocks that are a label of the page."""

BYLINE = _any(r"""
    by | von | par | por | di | av | af | door | text | words by | written by | story by | reporting by | stand | aktualisiert | updated | published | publié(?: le)? | mis à jour | publicado | actualizado | pubblicato | veröffentlicht | posted | last (?:updated|modified) | first published | photos? | foto | image | quelle | source | bild | gepubliceerd | publicerad | uppdaterad | publisert | oppdatert | julkaistu | опубликовано
    """, start=True, whole=True)  # fmt: skip
"""At the start of a short block above the text: who wrote it, and when."""

MAKER = re.compile(r"\A(?:(?i:by|von|par|por|di|av|door|af)(?:\s|\s?:\s?)|(?i:autor(?:in)?|author|auteur|autore|text|texte|texto|testo|tekst|words|текст|автор)\s?:\s?)(?:[^\W\d_a-zß-ÿ][\w.’'-]{0,30}\s?){1,4}(?:\W|\d|\Z)")
"""A byline: a word for it and a name."""

WRITTEN_BY = frozenset("written by|author|verfasst von|autor|geschrieben von|écrit par|auteur|escrito por|scritto da|geschreven door|skriven av|skrevet av|yazan".split("|"))
"""Labels of a Twitter card whose value names who wrote it."""

DATE = re.compile(
    r"\W{0,3}(?:\w{1,12},? )?\d{1,4}(?:[./\- ]|\.\s)+(?:de )?(?:\w{3,12}|\d{1,2})[./\- ,]{1,3}(?:de )?\d{2,4}(?:\D{0,12}\d{1,2}[:.h]\d\d\D{0,16})?\Z"
    r"|\W{0,3}(?:\w{3,12}\.? )\d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:\D{0,12}\d{1,2}[:.h]\d\d\D{0,16})?\Z"
    r"|\d{4}-\d\d-\d\d(?:T.{0,30})?\Z|\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: (?:Uhr|GMT|CET|ET|EST|EDT|PT|BST))?\Z"
    r"|\d{4}年\d{1,2}月\d{1,2}日.{0,20}\Z|\d{1,2} (?:minutes?|hours?|days?|min|hrs?) (?:ago|read)\Z|vor \d{1,2} \w{3,8}\Z|\d{1,3} ?(?:min|sec|sek)\.?\Z|\d{1,2} (?:min|Min\.)(?:uten)? (?:read|lesezeit|de lecture)?\Z",
    re.IGNORECASE,
)

_PICTURE = "photo|foto|bild|image|picture"
CREDITED = re.compile(rf"\A\W{{0,2}}(?:©|\(c\)|(?:{_PICTURE})(?:s|er|credits?|rechte|nachweis|quelle)?(?: credits?| by)?\s?:)\s?\w")
"""A short block that says whose a picture is. The source of a text begins otherwise, and is text."""

CREDITED_BESIDE = re.compile(
    rf"\W{{0,2}}(?:{_PICTURE}|credit|quelle|source|fotograf|crédit|copyright|zdroj|illustration)\w{{0,8}}(?: credit| by)?\s?[:©/]|\W{{0,2}}©", re.IGNORECASE
)
"""A line of its own beside a picture that says the same: there, a source is the picture's too."""

GIVING = re.compile(r"donat|donir|spend|unterstütz|support|soutien|souten|apoy|sostien|sosten|steun")
"""In a text that may ask for money."""

PLEA = _any(r"""
    independent (?:journalism|reporting) (?:needs|depends|relies|is funded) | unabhängige[rn]? journalismus (?:braucht|kostet|ist auf) | journalisme indépendant (?:a besoin|dépend|vit)
    periodismo independiente (?:necesita|depende) | giornalismo indipendente (?:ha bisogno|dipende) | onafhankelijke journalistiek (?:kost|heeft)
    """)  # fmt: skip
"""In a block of any usual length: why readers should pay."""

SUSPECT = re.compile(r"(?<!\w)(?:" + "|".join(pattern.pattern.removeprefix(r"(?<!\w)") for pattern in (APPEAL, PLEA, CONSENT)) + ")")
"""Any of these three: one search, and most blocks are not looked at thrice."""

TELLTALE = (
    "content", "cookie", "inhalt", "anbieter", "javascript", "this video", "this post", "this embed", "consent to", "your browser", "ad block", "adblock", "zustimmung",
    "datenschutz", "drittplattformen", "an dieser stelle", "aktivieren sie", "wir respektieren", "we respect", "ce contenu", "este contenido", "deze inhoud", "innehållet",
    "independ", "indipendente", "indépendant", "unabhängig", "onafhankelijk",
)  # fmt: skip
"""In every block that a plea or a consent is found in stands one of these: plain words are found sooner than phrases."""

DATED = re.compile(r"\A(?:stand|(?:zuletzt )?aktualisiert|(?:last )?updated|(?:last )?modified|published|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad)\s?:?\s(?:(?:am|on|le|il|el|op|den)\s)?")
"""Before a date: what was done then."""

PLAYS = re.compile(r"(?:\||\d{4}|\() ?\d{1,3}:\d\d(?::\d\d)? ?(?:min|minutes?|minuten|std|mins)\W{0,2}\Z")
"""At the end of a block: how long a recording plays, and that it was about one."""

PAYWALL = _any(r"""
    subscribe to (?:continue|read|unlock|keep) | to (?:continue|keep) reading | already a (?:subscriber|member) | this (?:article|story|content) is (?:for|only|exclusive|reserved) .{0,30}(?:subscribers|members)
    exclusive(?:ly)? (?:for|to) (?:our )?(?:subscribers|members) | create a free account to | register (?:now )?to (?:read|continue) | you have .{0,20}free articles
    weiterlesen mit | jetzt weiterlesen | lesen sie (?:diesen|den ganzen) artikel mit | bereits abonnent | sie haben bereits ein abo | nur für abonnenten | exklusiv für abonnenten | um weiterzulesen
    réservé aux abonnés | cet article est réservé | pour lire la suite | déjà abonné | il vous reste | contenido exclusivo | solo para suscriptores | ya eres suscriptor | per continuare a leggere | sei già abbonato
    この記事は会員限定 | 有料会員限定 | 残り\d{1,6}文字 | 続きを読む
    """)  # fmt: skip
"""The text ends here for those who do not pay."""
