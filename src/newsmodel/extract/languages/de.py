"""German."""

from newsmodel.extract.languages._table import Language, VoteWords

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split()
    )
} | {"ein": 1, "eine": 1, "einer": 1, "dreißig": 30, "vierzig": 40, "fünfzig": 50}

_WEEK = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split()
_TIMES = ", ".join(
    f"{before}{day}{after}"
    for day in _WEEK
    for before in ("am ", "am späten ", "vergangenen ")
    for after in ("", "abend", "nachmittag", "morgen")
)

VOTES = VoteWords(
    voted="stimmte//n, stimmt/en, votierte//n, votiert/en, sprach sich, sprachen sich, entschied sich, entschieden sich, hat abgestimmt, haben abgestimmt, gestimmt, abgestimmt",
    passed=(
        "billigt, genehmigt, beschließt, beschliesst, nimmt, angenommen, beschlossen, gebilligt, verabschiedet, zugestimmt, gutgeheissen, gutgeheißen, bestätigt, hiess, hiessen, hieß, hießen, billigte//n, beschloss, beschlossen, nahm, nahmen, verabschiedete//n, genehmigt, genehmigte//n, "
        "gebilligt, befürwortet, befürwortete//n, ratifiziert, ratifizierte//n, bewilligt, bewilligte//n, passierte, durchgewinkt, stimmte zu, stimmten zu, gewählt, empfohlen, bestätigte//n, überstand, überstanden, verurteilt"
    ),
    failed=(
        "lehnt, lehnen, abgelehnt, verworfen, gescheitert, zurückgewiesen, scheiterte//n, lehnte//n, durchgefallen, verwarf, verwarfen, abgeschmettert, abgewiesen, wies zurück, wiesen zurück, wies, wiesen, gekippt, kippte//n, "
        "unterlag, unterlagen, niedergestimmt, überstimmt, verfehlte//n, verweigerte//n, schmetterte//n, versenkt/e/en, fiel durch, fand keine mehrheit, fanden keine mehrheit, freigesprochen"
    ),
    ruled="entschied, entschieden, urteilte//n, verurteilt, verurteilte//n, freigesprochen, erklärte//n, hob, hoben, empfahl, empfahlen, sprach, sprachen",
    split="gespalten, geteilt, patt",
    favour="dafür, ja-stimmen, ja, fürstimmen, für, zustimmung, ja-voten, zugunsten, pro-stimmen, ja-anteil, stimmen dafür, befürworter, stimmten dafür, stimmten zu, stimmten für, votierten für, votierten dafür, sagten ja, stimmten mit ja, befürworteten, unterstützten, billigten",
    against="lehnten, verwarfen, dagegen, nein-stimmen, gegenstimme/n, gegenstimme, nein, gegen, gegner, stimmten dagegen, stimmten gegen, votierten gegen, votierten dagegen, sagten nein, nein-voten, stimmten mit nein, lehnten ab, contra-stimmen, ablehnungen",
    abstained="enthaltung/en, enthaltung, stimmenthaltung/en, stimmenthaltung, enthielten sich, enthielt sich, enthielten, enthielt, enthalten",
    absent="abwesend, fehlten, abwesende, fehlte, nahmen nicht teil, waren abwesend, entschuldigt",
    unit="stimme, stimmen, abgeordnete//n, delegierte//n, mitglieder/n, mitglieder, parlamentarier, richter/n, richter, stimmberechtigte//n, länder, staaten, räte, ratsmitglieder, stadträte, gemeinderäte, aktionäre, wähler, bürger",
    vote=(
        "ja-stimmen, nein-stimmen, stimmt/en, stimmte//n, abgestimmt, abstimmung/en, abstimmung, stimmen, stimme, votierte//n, votum, referendum, volksabstimmung/en, volksabstimmung, enthaltung/en, enthaltung, beschluss, bürgerentscheid, volksentscheid, urabstimmung, urnengang, "
        "schlussabstimmung, misstrauensvotum, vertrauensfrage, dafür, dagegen, ja, nein, einstimmig, mehrheit, gegenstimme/n, gegenstimme, stimmberechtigte//n, stimmbürger, stimmvolk, beschlossen, entscheid, entscheidung, urteil"
    ),
    body=(
        "bundestag, bundesrat, nationalrat, ständerat, landtag, kantonsrat, gemeinderat, stadtrat, kreistag, parlament, supreme court, gerichtshof, parlamentarier, abgeordnetenhaus, ausschuss, ausschuß, kommission, rat, vorstand, aufsichtsrat, versammlung, hauptversammlung, generalversammlung, mitgliederversammlung, "
        "delegierten, delegierte, abgeordneten, abgeordnete, mitglieder, aktionäre, aktionärinnen, gericht, geschworenen, geschworene, richter, parteitag, synode, stimmberechtigten, stimmberechtigte, wähler, wählerinnen, bürger, senat, gewerkschaft, bürgerschaft, "
        "verwaltungsrat, unterhaus, oberhaus, repräsentantenhaus, kammer, kongress, sicherheitsrat, un-sicherheitsrat, uno-sicherheitsrat, vollversammlung, un-vollversammlung, uno-generalversammlung, jury, stimmvolk, stimmbürger, stimmbürgerinnen, volk, beschäftigten, "
        "beschäftigte, bundesgericht, bundesverfassungsgericht, verfassungsgericht, senatoren, kantonsparlament, grosse rat, großer rat, großen rat, grossen rat, landrat, einwohnerrat, gemeindeversammlung, landsgemeinde, betriebsrat, gläubiger, eu-parlament, europaparlament, länderkammer, plenum, fraktion, fakultät, senats, stadtparlament, bezirksrat, ortsrat, "
        "-rat, -ausschuss, -versammlung, -landtag, -kreistag, -parteitag, -bundestag, -reichstag, -städtetag, -mitglieder, -delegierten, -räte, -parlament, -kommission, -gericht, -kammer, -senat, -kongress"
    ),
    motion=(
        "vorstoss, vorstoß, vorstösse, angebot, angebote, tarifabschluss, schulhaus, antrag, anträge, gesetz, gesetze, gesetzentwurf, entwurf, vorlage, initiative, änderungsantrag, abänderungsantrag, haushalt, budget, resolution, plan, pläne, vorschlag, vorschläge, abkommen, vertrag, verordnung, satzung, reform, fusion, übernahme, "
        "bauprojekt, projekt, misstrauensantrag, verbot, kredit, referendum, petition, änderung, verfassungsänderung, motion, postulat, rechnung, entlastung, dividende, tarifvertrag, streik, bericht, kandidatur, neubau, erhöhung, ausbau, verfassung, sanktionen, nachtragshaushalt, steuererhöhung, "
        "-gesetz, -antrag, -vorlage, -initiative, -plan, -kredit, -reform, -vertrag, -verbot, -entwurf, -projekt, -haushalt, -resolution, -abkommen, -vorschlag, -votum, -ordnung, -satzung, -budget, -erhöhung"
    ),
    bare="für",
    between="zu, gegen, stimmen zu, stimmen gegen, ja- zu, ja gegen, gegenüber",
    colon=True,
    verb_final=True,
    span="von, zwischen, bis, rund, etwa",
    percent="%, prozent",
    unanimous="einstimmig, einstimmige, einstimmigen, einstimmiger, einhellig, einhelligen, ohne gegenstimme/n, ohne gegenstimme, ohne gegenrede, ohne gegenvotum, diskussionslos und einstimmig",
    not_unanimous="fast, beinahe, nahezu, nicht, annähernd",
    tied="stimmengleichheit, patt, unentschieden, pattsituation",
    casting="stichentscheid, ausschlaggebende stimme, ausschlaggebenden stimme",
    vetoed="legte sein veto ein, legte ihr veto ein, blockierte mit seinem veto, veto eingelegt, mit seinem veto, mit ihrem veto, legte veto ein, legten ihr veto ein",
    vetoers="russland, china, usa, grossbritannien, großbritannien, frankreich, sowjetunion",
    council="sicherheitsrat, un-sicherheitsrat, uno-sicherheitsrat, weltsicherheitsrat",
    sure="angenommen, abgelehnt, verabschiedet, gutgeheissen, gutgeheißen, zugestimmt, gebilligt, verworfen, zurückgewiesen, beschlossen",
    votes_for="mit",
    got="erhielt, erhielten, bekam, erreichte, erzielte",
    every="alle, sämtliche",
    past="stimmte//n, votierte//n, angenommen, abgelehnt, verabschiedet, gebilligt, gutgeheissen, gutgeheißen, verabschiedete//n, billigte//n, lehnte//n, verworfen, zugestimmt",
    strong=(
        "bundestag, bundesrat, nationalrat, ständerat, landtag, kantonsrat, gemeinderat, stadtrat, kreistag, parlament, hauptversammlung, generalversammlung, delegierten, abgeordneten, aktionäre, parteitag, synode, stimmberechtigten, senat, unterhaus, oberhaus, "
        "repräsentantenhaus, kongress, sicherheitsrat, vollversammlung, stimmvolk, europaparlament, mitglieder, bürgerschaft, versammlung"
    ),
    few="einige, mehrere, viele, manche, die meisten, einzelne, wenige",
    reject="ablehnen, verwerfen",
    opener_for="für, zugunsten, dafür",
    margin="mit einer mehrheit von, mit einem vorsprung von, mit einer breiten mehrheit von, mit einer knappen mehrheit von, mit einer grossen mehrheit von, mit einer großen mehrheit von",
    same="das gleiche ergebnis, dasselbe ergebnis, demselben ergebnis, dem gleichen ergebnis, dem gleichen resultat, demselben resultat, dasselbe resultat, demselben stimmenverhältnis, dem gleichen stimmenverhältnis, das gleiche resultat, gleichem ergebnis, gleichem stimmenverhältnis",
    yes_side="ja, ja-lager, ja-seite, befürworter",
    no_side="nein, nein-lager, nein-seite, gegner",
    turnout="stimmbeteiligung von, wahlbeteiligung von, beteiligung von, stimmbeteiligung lag bei, beteiligung lag bei, stimmbeteiligung betrug",
    result_noun="stimmen, mehrheit, abstimmung, entscheid, entscheidung, urteil, beschluss, resultat, ergebnis, entscheidung, ja-stimmen, verhältnis",
    told="lautete, endete, endete mit, ergab, fiel, ging aus, war, ging, lautet",
    it="das ergebnis, die abstimmung, das resultat, das stimmenverhältnis, abstimmung, ergebnis, die schlussabstimmung, das votum, resultat, stimmenverhältnis, schlussabstimmung",
    opener="für, über, dafür, zugunsten, einem, einer, dem, der, den, das, die, zu",
    opener_against="gegen, dagegen",
    topic="bei, zu, über, zum, zur, beim",
    lead_in="am, im, in, bei, nach, mit, trotz, auch, dagegen, dafür, zuvor, damit, danach, schliesslich, schließlich, an",
    clause="nachdem, als, dass, weil, aber, obwohl, während, wenn, ob, bevor, wobei, wonach, teilte, sagte, damit, sodass, womit, doch, sondern",
    relative="der, die, das, welcher, welche, dem, den",
    stop="der, die, das, welche, welcher, mit, nach, aber, wobei, nachdem, obwohl, weil, dass, wie, um, bei, teilte, sagte, während, womit, ohne, also, und damit, doch, sondern, darunter, welches, deren, dessen, in der, in dem",
    late_stop="gestimmt, votiert, abgestimmt, ausgesprochen, entschieden, erhielt, erhielten, mit, bei, nachdem, obwohl, weil, während, wobei, zu erteilen",
    lead="mit, einer, einem, der, knappen, klaren, grossen, großen, deutlichen, mehrheit, von, bei, im, verhältnis, stimmen, nur, lediglich, knapp, deutlich, klar, hauchdünn, zwei, überraschend, wurde, wurden, und, zu, breiten, schließlich, schliesslich, ist, am ende, letztlich, sehr, nach",
    place="im, in, vom, von, in der, bei, durch, an der, am",
    aux="fand, fanden, wurde, wurden, ist, sind, hat, haben, hatte, hatten, war, waren, worden, wird, werden, sei, seien, habe, hätten",
    contest="gewann, gewannen, verlor, verloren, siegte/n, schlug, unterlag",
    condition="wenn, falls, sofern, sollte",
    intends="erwartet, erwarten, fordert, fordern, will, wollen, soll, sollen",
    holding="mehrheit, vorsprung",
    consists="zählt, zählen, zählte, besteht aus, bestehend aus, umfasst",
    poll="umfrage/n, umfrage, umfragen, befragte/n, befragten, meinungsforscher, demoskopen, hochrechnung",
    cast="stimmte, stimmten, abstimmung, volksabstimmung, referendum, stimmvolk, stimmberechtigte, stimmberechtigten, stimmen, ja-stimmen, nein-stimmen, urabstimmung, aktionäre, delegierten, delegierte, wähler, bürgerentscheid, volksentscheid, initiative, urnengang, hauptversammlung, ja-anteil, vorlage, antrag",
    having="fand, fanden, hat, haben, hatte, hatten, habe, hätten",
    modal="könnte//n, würde/n, will, wollen, wollte//n, soll, sollen, sollte//n, muss, müssen, falls, kann, können, nicht, ob, dürfte//n, wenn, möchte//n, wird, werden",
    noun_sign="die, der, eine, einer",
    adverb=_TIMES
    + ", gestern, heute, anschliessend, anschließend, deutlich, klar, knapp, schliesslich, schließlich, überraschend, erneut, bereits, zudem, dann, auch, danach, zuvor, letztlich, mehrheitlich, in zweiter lesung, in erster lesung, in dritter lesung, am abend, am nachmittag, hingegen, jedoch, einstimmig, in der nacht, damit, in geheimer abstimmung, endgültig, mit grosser mehrheit, mit großer mehrheit, sodann, daraufhin, vorerst, ebenfalls",
    particle="zu, an, ab, gut, aus, ein, auf, durch, sich",
    modifier="deutsche, deutschen, zuständige, zuständigen, britische, britischen, zürcher, berner, basler, gesamte, gesamten, kleine, grosse, große, grossen, großen, schweizer, städtische, städtischen, beide, beiden, europäische, europäischen, parlamentarische, nationale",
    pronoun="es, sie, er, dies, diese, beide, ihn",
    person="ihn, ihm, sie, es, ihnen",
    that="dass, daß",
    of="der, des, von",
    within="in, im, von, aus",
    conjunction="und, aber, oder, sowie",
    accompany="mit, bei",
    concerning="bei, über",
    own="der, die, das, dem, den, seine, seinen, ihre, ihren",
    needs="nötig, nötigen, notwendig, notwendigen, erforderlich, erforderliche, erforderlichen, benötigt, benötigte//n, gebraucht, verlangt, brauchte",
    share="zweidrittelmehrheit, dreiviertelmehrheit, dreifünftelmehrheit, absolute mehrheit, qualifizierte mehrheit, absoluten mehrheit, qualifizierten mehrheit, einfache mehrheit",
    short="verfehlt/e/en, verfehlte, nicht erreicht, verpasst, nicht zustande, verfehlt wurde, fehlten",
    government="regierung, die regierung, koalition, premierminister, premierministerin",
    never=(
        "umfrage/n, umfrage, umfragewerte, sitze, sitzen, quoten, prozentpunkte, gegenkandidat/en/in, gegenkandidat, gegenkandidaten, stichwahl, wahlbeteiligung, landtagswahl, bundestagswahl, wahlkreis, meinungsforscher, hochrechnung/en, hochrechnung, zweitstimmen, erststimmen, befragte//n, befragten, "
        "wahlsieg, aktien, prognose"
    ),
    game="spiel, saison, tor, tore, halbzeit, gegner, trainer, sieg, niederlage, match, liga, bundesliga, satz, sätzen, punkte, spieltag, führte, unentschieden, uhr, kandidat/en/in, kandidat, kandidaten",
    until="bis, ab, vor, nach, seit, von, zum",
)

TABLE = Language(
    code="de",
    numbers=_NUMBERS,
    ordinals=True,
    abbreviations=frozenset(
        "dr prof st nr ca bzw usw z b d h u a jan feb mär apr jun jul aug sep okt nov dez mio mrd abs art".split()
    ),
    votes=VOTES,
    inside=frozenset("der die das des von für und zu".split()),
    articles=frozenset("der die das den dem des ein eine einen einem einer".split()),
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
    please="bitte",
    urge=r"bitte|jetzt|spenden Sie|spendet?|werden Sie|werdet?|unterstützen Sie|unterstützt?e?|helfen Sie|hilf|helft|schick\w{0,2}|können Sie|abonnieren Sie|abonniere|wir freuen uns|freuen wir uns|mach\w{0,2}",
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
    by="von unsere[mr] \\w{4,20}|(?:ein(?:e|en)? (?:kommentar|analyse|bericht|interview|gastbeitrag) )?von:?|text:|interview:",
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
