"""German."""

from newsmodel.extract.languages._table import Language

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split()
    )
} | {"ein": 1, "eine": 1, "einer": 1, "dreißig": 30, "vierzig": 40, "fünfzig": 50}

TABLE = Language(
    code="de",
    numbers=_NUMBERS,
    abbreviations=frozenset(
        "dr prof st nr ca bzw usw z b d h u a jan feb mär apr jun jul aug sep okt nov dez mio mrd abs art".split()
    ),
    between="zu|gegen|Stimmen zu|Stimmen gegen|Ja- zu",
    vote_unit="Stimmen|Ja-Stimmen|Abgeordneten?|Delegierten?|Mitgliedern?",
    percent="%|Prozent",
    vote=r"stimmt?en?|stimmte|abgestimmt|Abstimmung|Stimmen|votierten?|Referendum|Volksabstimmung|Enthaltung(?:en)?|Beschluss",
    voted="stimmten?|votierten?|stimmt",
    passed="angenommen|beschlossen|gebilligt|verabschiedet|zugestimmt|gutgeheissen|gutgeheißen|bestätigt|hiessen|hießen|billigte|billigten|beschloss",
    failed="abgelehnt|verworfen|gescheitert|zurückgewiesen|scheiterte|lehnten|lehnte|durchgefallen",
    ruled="entschied|entschieden|urteilte",
    favour="dafür|Ja-Stimmen|Ja|Fürstimmen",
    against="dagegen|Nein-Stimmen|Gegenstimmen?|Nein",
    abstained="Enthaltung(?:en)?|enthielten sich|enthielt sich",
    absent="abwesend|fehlten|Abwesende",
    unanimous="einstimmig(?:e[mnrs]?)?|einhellig|ohne Gegenstimmen?|ohne Gegenrede",
    tied="Stimmengleichheit|Patt",
    casting="Stichentscheid|ausschlaggebende Stimme",
    same="(?:genau )?(?:das gleiche|dasselbe|mit demselben|mit dem gleichen) (?:Ergebnis|Resultat|Stimmenverhältnis)",
    margin="mit einer (?:breiten |knappen )?Mehrheit von|mit einem Vorsprung von",
    no_votes="Umfragen?|Umfragewerte|Sitzen?|Quoten?|Prozentpunkte|Spiel|Saison|Tore?|Kandidat(?:en|in)?|Gegenkandidat(?:en|in)?|Stichwahl|Wahlbeteiligung",
    bodies=(
        "Bundestag|Bundesrat|Nationalrat|Ständerat|Landtag|Kantonsrat|Gemeinderat|Stadtrat|Kreistag|Parlament|Ausschuss|Ausschuß|Kommission|Rat|"
        "Vorstand|Aufsichtsrat|Versammlung|Hauptversammlung|Delegierten|Delegierte|Abgeordneten|Abgeordnete|Mitglieder|Aktionäre|Aktionärinnen|"
        "Gericht|Geschworenen|Richter|Parteitag|Synode|Stimmberechtigten|Wähler|Bürger|Senat|Gewerkschaft|Bürgerschaft|Verwaltungsrat"
    ),
    motions="Antrag|Gesetz|Gesetzentwurf|Entwurf|Vorlage|Initiative|Änderungsantrag|Abänderungsantrag|Haushalt|Budget|Resolution|Plan|Vorschlag",
    inside=frozenset("der die das des von für und zu".split()),
    articles=frozenset("der die das den dem des ein eine einen einem einer".split()),
    opener="für|gegen|über|dafür|dem|den|der|einem|einer",
    topic="bei|zu|über",
    stop="der|die|das|mit|nach|aber|wobei|nachdem|obwohl|weil",
    days="am (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|gestern|heute|anschliessend|anschließend",
    ask=(
        r"(?:jetzt |bitte )?spenden|(?:mit|durch) (?:einer|eine|Ihrer|deiner|Ihre|deine|Eurer) (?:\w{1,15} )?Spende|unterstütz(?:en Sie|e|t|st) (?:\w{1,15} ){0,3}?"
        r"(?:uns|unsere?n?|mich|du|diese|unabhängigen|den|bitte)|Unterstützen Sie|unterstütze auch du|spendenfinanziert|(?:jede|Ihre|deine|Eure|über) (?:\w{1,12} )?Spenden?|"
        r"Mitglied (?:\w{1,12} )?werden|werden Sie (?:\w{1,12} )?(?:Mitglied|Abonnent|Förderer)|Supporter werden|(?:Ihre|Eure|deine) (?:Hilfe|Unterstützung)|"
        r"mit (?:Ihrem|deinem|einem) (?:\w{1,15} )?Beitrag|freuen (?:\w{1,8} ){1,4}über (?:\w{1,8} )?Spenden?|unterstützt"
    ),
    give=r"spend\w{1,8}|unterstütz\w{1,8}|mitglied\w{0,10}|abonn\w{2,10}|beitrag|helfen",
    own="wir|uns|unsere?[nmrs]?|mich",
    reader="Sie|Ihre?[nmrs]?|Ihnen|du|dir|deine?[nmrs]?|ihr|eure?[nmrs]?",
    work="journalismus|recherchen?|redaktion|artikel|arbeit|zeitung|nachrichten|medien",
    no_appeal="cookies?|newsletter abonnieren|werbeblocker|adblocker|datenschutzerklärung|schätzte|sagte",
    donation=r"spend\w{1,8}|paypal|überweisung",
    membership=r"mitglied\w{0,10}|supporter|förderer",
    subscription=r"abonn\w{2,10}|abo",
    periods={
        "tag": "P1D",
        "woche": "P1W",
        "wöchentlich": "P1W",
        "monat": "P1M",
        "monatlich": "P1M",
        "quartal": "P3M",
        "jahr": "P1Y",
        "jährlich": "P1Y",
        "einmalig": "one-off",
    },
    per="im|pro|je|in der|/|den|jeden",
    by="(?:ein(?:e|en)? (?:kommentar|analyse|bericht|interview|gastbeitrag) )?von:?|text:|interview:",
    joined="und|&|mit",
    roles=(
        "redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|volontär(?:in)?|journalist(?:in)?|autor(?:in)?|kolumnist(?:in)?|chefredakteur(?:in)?|"
        "herausgeber(?:in)?|leiter(?:in)?|chemiker(?:in)?"
    ),
    is_a="ist",
    of="bei der|bei|der|des|beim|für",
    based="in|aus",
    staff="redaktion|agenturen",
    contributed="",
    helped="mitarbeit:|mit informationen von",
    months=tuple(
        "januar februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep okt nov dez".split()
    ),
    weekdays=tuple("montag dienstag mittwoch donnerstag freitag samstag sonntag".split()),
    credit="(?:symbol|archiv)?(?:foto|bild|fotos|bilder)(?: von)?|quelle|bildrechte|bildquelle|grafik|illustration",
)
