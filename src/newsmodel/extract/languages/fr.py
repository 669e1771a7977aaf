"""French."""

from newsmodel.extract.languages._table import Language

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    )
} | {
    "une": 1,
    "dix-sept": 17,
    "dix-huit": 18,
    "dix-neuf": 19,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
}

TABLE = Language(
    code="fr",
    numbers=_NUMBERS,
    abbreviations=frozenset("m mm mme mmes dr st ste av janv févr avr juil sept oct nov déc cf art".split()),
    between="contre|à|voix contre|voix à",
    vote_unit="voix|votes?|suffrages|députés|sénateurs",
    percent="%|pour cent",
    vote=r"vot(?:e|es|é|ée|és|ées|ent|er)|scrutin|voix|suffrages|référendum|abstentions?",
    voted="a voté|ont voté|votent|vote",
    passed="approuvée?s?|adoptée?s?|a adopté|ont adopté|validée?s?|votée?s?|acceptée?s?|ratifiée?s?",
    failed="rejetée?s?|a rejeté|ont rejeté|repoussée?s?|refusée?s?|échoué",
    ruled="a jugé|a statué",
    favour="pour|en faveur|voix pour|favorables?",
    against="contre|voix contre|défavorables?",
    abstained="abstentions?|se sont abstenus?",
    absent="absents?",
    unanimous="à l[’']unanimité|unanimement|unanimes?",
    tied="égalité des voix|partage égal des voix",
    casting="voix prépondérante",
    same="(?:exactement )?(?:le même résultat|la même majorité|le même score)",
    margin="par une majorité de|avec une majorité de|à une majorité de",
    no_votes="sondages?|sièges?|cotes?|matchs?|buts?|candidats?|candidate|premier tour|second tour",
    bodies=(
        "assemblée nationale|assemblée générale|assemblée|sénat|parlement|conseil municipal|conseil régional|conseil|comité|commission|députés|"
        "sénateurs|actionnaires|membres|délégués|élus|jury|cour|tribunal|électeurs|conseillers|congrès|bureau"
    ),
    motions="projet de loi|proposition de loi|projet|proposition|loi|texte|amendement|motion|résolution|budget|plan|accord",
    inside=frozenset("de la le les du des l’ d’ et".split()),
    articles=frozenset("le la les un une des".split()),
    opener="pour|en faveur de|contre|sur",
    topic="sur|pour",
    stop="avec|après|mais|qui|alors|malgré|selon",
    days="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier",
    ask=(
        r"soutenez[- ](?:nous|\w{1,15})|faites un don|faire un don|votre (?:don|soutien|contribution)|aidez[- ]nous|devenez (?:membre|adhérent|abonné)|"
        r"grâce à vos dons|à partir d[’']un don"
    ),
    give="dons?|donner|soutenir|soutenez|soutien|adhér\\w{1,8}|abonn\\w{2,8}|contribution",
    own="nous|notre|nos",
    reader="vous|votre|vos",
    work="journalisme|rédaction|journal|presse|information|média|médias",
    no_appeal="cookies?|newsletter|bloqueur",
    donation="dons?|contribution",
    membership="membre|adhér\\w{1,8}",
    subscription="abonn\\w{2,8}",
    periods={
        "jour": "P1D",
        "semaine": "P1W",
        "mois": "P1M",
        "mensuel": "P1M",
        "trimestre": "P3M",
        "an": "P1Y",
        "année": "P1Y",
        "ponctuel": "one-off",
        "unique": "one-off",
    },
    per="par|le|/|chaque",
    by="(?:propos recueillis |texte )?par:?|texte:",
    joined="et|&|avec",
    roles="journaliste|correspondante?|rédacteur|rédactrice|envoyée?s? spéciale?(?:ux)?|éditorialiste|chroniqueu(?:r|se)|rédacteur en chef",
    is_a="est",
    of="de|du|au|à|pour",
    based="à|depuis",
    staff="rédaction|la rédaction|agences",
    contributed="",
    helped="avec",
    months=tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil sept oct nov déc".split()
    ),
    weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    credit="photo(?:s)?|crédit(?: photo)?|image|illustration|©",
)
