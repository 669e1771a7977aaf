"""French."""

from newsmodel.extract.languages._table import Language, VoteWords

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

_WEEK = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_TIMES = ", ".join(
    f"{before}{day}{after}"
    for day in _WEEK
    for before in ("", "ce ")
    for after in ("", " soir", " matin", " après-midi", " dernier")
)

VOTES = VoteWords(
    voted="a voté, ont voté, avait voté, avaient voté, vote, votent, votait, vota, votèrent, s'est prononcé, s'est prononcée, se sont prononcés, se sont prononcées, se prononce, s'est prononcé majoritairement, voté",
    passed=(
        "approuvé//e/s/es, adopté//e/s/es, validé//e/s/es, votée/s, votés, accepté//e/s/es, ratifié//e/s/es, entériné//e/s/es, approuve, adopte, valide, adoptait, approuvait, approuva, adopta, donné son feu vert à, voté, confirmé//e/s/es, "
        "soutenu//e/s/es, plébiscité//e/s/es, reconduit//e, élu//e, remporté, passé, approuvent, adoptent, donne son feu vert à, emporté, l'emporte, gagné, gagne, dit oui à, a dit oui à, ont dit oui à, condamné//e/s"
    ),
    failed="rejeté//e/s/es, repoussé//e/s/es, refusé//e/s/es, échoué, rejette, rejettent, rejetait, rejeta, repousse, retoqué//e/s/es, retoque, battu//e/s, dit non à, a dit non à, ont dit non à, censuré//e, recalé//e, refuse, désavoué//e, écarté//e/s/es",
    ruled="a jugé, a statué, a tranché, a estimé, a condamné, a décidé, ont décidé, ont jugé, décide, a invalidé, a censuré, a acquitté, condamné, acquitté, a déclaré",
    split="divisé, partagé, partagés, divisée",
    favour="pour l'adoption, pour, en faveur, voix pour, favorable//s, favorables, oui, votes pour, ont voté pour, a voté pour, de oui, de voix pour, votes favorables, voix favorables, approbations",
    against="contre, voix contre, défavorable//s, défavorables, non, votes contre, ont voté contre, a voté contre, opposition//s, oppositions, de non, votes défavorables, s'y sont opposés, opposants, de voix contre",
    abstained="abstention//s, abstention, se sont abstenus, s'est abstenu, s'est abstenue, se sont abstenues, s'abstenant, abstentionnistes, s'abstiennent, se sont abstenu",
    absent="absent//s, absent, n'ont pas pris part au vote, n'a pas pris part au vote, n'ont pas voté, excusés",
    unit="voix, vote//s, suffrages, députés, sénateurs, élus, membres, conseillers, pays, juges, délégués, bulletins, eurodéputés, actionnaires, parlementaires",
    vote=(
        "vot/e/es/é/ée/és/ées/ent/er/ants, scrutin, voix, suffrages, référendum, abstention//s, abstention, votation, unanimité, urnes, main levée, consultation, à l'unanimité, majorité, motion de censure, oui, prononcé, prononcés, approuvé, rejeté, pour et, délibération, contre"
    ),
    body=(
        "assemblée nationale, assemblée générale, assemblée, sénat, parlement, conseil municipal, conseil régional, conseil départemental, conseil communautaire, conseil d'administration, conseil de sécurité, conseil, comité, commission, députés, sénateurs, actionnaires, membres, délégués, élus, jury, cour, cour suprême, "
        "tribunal, électeurs, conseillers, congrès, bureau, chambre des communes, chambre des représentants, chambre des députés, chambre haute, chambre basse, chambre, communes, eurodéputés, parlement européen, conseil national, conseil des états, grand conseil, conseil fédéral, conseil constitutionnel, conseil général, peuple, citoyens, salariés, adhérents, "
        "militants, juges, jurés, votants, habitants, français, suisses, britanniques, syndicat, plénière, synode, sociétaires, parlementaires, ministres, pays, fédération, conseil de ville, conseil communal, conseil d'état, majorité, irlandais, italiens, grévistes"
    ),
    motion=(
        "projet de loi, proposition de loi, projet, proposition, loi, texte, amendement//s, amendement, motion, résolution, budget, plan, accord, traité, réforme, motion de censure, délibération, fusion, rachat, constitution, initiative, article, articles, mesure//s, mesure, règlement, pacte, ratification, grève, interdiction, rapport, vente, "
        "construction, candidature, subvention, référendum, indépendance, convention, directive, nomination, prolongation, prorogation, rapport, statuts, augmentation, dividende, adhésion, levée, sanctions, loi de finances, question, déclaration, destitution"
    ),
    between="contre, à, voix contre, voix à, oui contre",
    span="de, entre, environ, quelque",
    percent="%, pour cent, % des voix, % des suffrages, % de oui",
    unanimous="à l'unanimité, unanimement, unanime//s, unanimes, à main levée et à l'unanimité, sans opposition, à l'unanimité des membres présents, l'unanimité, à l'unanimité des voix",
    not_unanimous="presque, quasi, non, pas, quasi-unanimité, quasiment",
    tied="égalité des voix, partage égal des voix, égalité, partage des voix",
    casting="voix prépondérante, voix décisive",
    vetoed="a mis son veto, mis son veto, opposé son veto, a opposé son veto, ont mis leur veto, ont opposé leur veto, met son veto, oppose son veto, opposé leur veto, utilisé son veto",
    vetoers="russie, chine, états-unis, royaume-uni, france, etats-unis, moscou, pékin, washington",
    council="conseil de sécurité",
    sure="adopté//e/s/es, rejeté//e/s/es, approuvé//e/s/es, repoussé//e/s/es, voté//e/s/es, ratifié//e/s/es",
    votes_for="par, avec, à",
    got="obtenu, recueilli, obtient, recueille, obtint",
    every="tous, l'ensemble des, toutes",
    past="a voté, ont voté, s'est prononcé, s'est prononcée, se sont prononcés, adopté//e/s/es, rejeté//e/s/es, approuvé//e/s/es, repoussé//e/s/es",
    strong=(
        "assemblée nationale, assemblée générale, assemblée, sénat, parlement, conseil municipal, conseil régional, conseil départemental, conseil de sécurité, députés, sénateurs, actionnaires, électeurs, congrès, chambre des communes, chambre des représentants, chambre, parlement européen, eurodéputés, conseil national, conseil des états, grand conseil, élus, peuple, adhérents"
    ),
    few="certains, plusieurs, quelques, des",
    opener_for="pour, en faveur",
    margin="par une majorité de, avec une majorité de, à une majorité de",
    same="le même résultat, la même majorité, le même score, même majorité, même score, mêmes voix",
    yes_side="oui, le oui",
    no_side="non, le non",
    turnout="participation de, participation, taux de participation de",
    result_noun="voix, majorité, vote, votes, scrutin, décision, suffrages, résultat, arrêt, jugement, verdict",
    told="était de, a été de, a donné, s'est soldé par, est de, fut de, a été, était, est, s'établit à, donne",
    it="le résultat, le vote, le scrutin, résultat, résultat final, le résultat final, vote, le décompte",
    opener="pour, en faveur de, en faveur du, en faveur des, en faveur d', sur, de, d', à, du, au, que",
    opener_against="contre, opposé à, opposée à, opposés à",
    topic="sur, pour, concernant, quant à, s'agissant de",
    lead_in="lors, dans, après, malgré, à, en, au, mais, puis, avec, par, selon, enfin, ensuite, hier",
    clause="après, mais, qui, alors, lorsque, quand, que, qu', car, dont, où, tandis, si, puis, parce, afin, selon, a indiqué, a annoncé",
    relative="qui, que, qu', dont",
    stop="avec, après, mais, qui, alors, malgré, selon, dont, où, ce, par, tandis, lors, soit, puis, a, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, afin, contre, en, ouvrant, mettant, permettant, dans, avant, au terme, à l'issue, une, un, il, elle, ils",
    late_stop="a obtenu, a recueilli, obtient, après, mais, malgré, selon, tandis, lors, alors, afin, qui, par",
    lead="par, avec, à, une, la, l', le, majorité, de, courte, large, seulement, voix, large majorité, très, à la, pour, sur, total, score, un, contre, écrasante, confortable, nette, des, est, et, vote, scrutin, au, final, en, première, lecture, deuxième, seconde",
    place="au, à, par, à la, en, dans, du, de, par le, par la, par les, des, à l'",
    aux="a été, ont été, est, sont, fut, était, avait, avaient, a, ont, été, avait été, furent, sera, étaient, s'est, se sont",
    contest="gagné, gagne, perdu, perd, battu, bat, remporté, gagnait",
    condition="si, à condition",
    intends="attend, attendent, doit, devrait, demande",
    holding="avance",
    consists="compte, comptent, comptait, composé de, se compose de",
    poll="sondage//s, sondés, interrogés, enquête d'opinion",
    cast="voté, votants, référendum, votation, scrutin, suffrages, voix, électeurs, actionnaires, adhérents, initiative, votes, salariés, urnes, bulletins",
    having="a, ont, avait, avaient",
    modal="pourrait, devrait, si, doit, devait, peut, faut, pourraient, devraient, va, vont, sera, seront, serait, pas, ne, n', avant de, pour que, devant, jamais",
    noun_sign="le, un, ce, du, au, de, l', premier, second, dernier, son, leur, des, les, pour, droit, sans, en, et, par, chaque, tout",
    adverb=_TIMES
    + ", hier, aujourd'hui, largement, massivement, finalement, définitivement, ensuite, également, aussi, de justesse, en première lecture, en deuxième lecture, en seconde lecture, en lecture définitive, dans la soirée, dans la nuit, à main levée, à bulletins secrets, très largement, unanimement, nettement, déjà, enfin, solennellement, la semaine dernière, le mois dernier, cette semaine, à une large majorité, à une courte majorité, sans surprise, toutefois, pourtant, jeudi soir",
    modifier="nouvelle, nouveau, ancien, même, grande, petit, haute",
    pronoun="il, elle, ils, elles, ce, cela, celui-ci, celle-ci",
    person="le, la, les, lui",
    that="que, qu'",
    of="de, d', du, des",
    conjunction="et, mais, ou, puis",
    accompany="avec",
    concerning="sur",
    own="le, la, les, l', son, sa, ses, leur",
    needs="nécessaire//s, nécessaires, requis//e/es, requises, fallait, exige, exigeait, il fallait, faut, il faut, minimum",
    share="deux tiers, trois cinquièmes, trois quarts, majorité absolue, majorité qualifiée, majorité des deux tiers, majorité des trois cinquièmes, majorité simple",
    short="n'a pas atteint, pas atteinte, n'a pas obtenu, manqué, manquait, insuffisant, n'atteint pas, loin des, n'ont pas atteint, sans atteindre, inférieur",
    government="gouvernement, le gouvernement, exécutif, premier ministre, l'exécutif",
    never=(
        "sondage//s, sondage, sièges, siège, cotes, candidat/e/s, candidat, a été élu, a été élue, est élu, est élue, son adversaire, premier tour, second tour, intentions de vote, présidentielle, législatives, municipales, points d'avance, sondés, interrogés, actions, participation, second tour"
    ),
    game="club, match//s, match, but//s, buts, saison, victoire, défaite, équipe, mi-temps, championnat, set, sets, ligue, joueur//s, entraîneur, score final, heures, finale, coupe",
    until="jusqu'au, jusqu', avant le, après le, depuis le, au, dès le, avant, depuis, d'ici le, du",
)

TABLE = Language(
    code="fr",
    numbers=_NUMBERS,
    abbreviations=frozenset("m mm mme mmes dr st ste av janv févr avr juil sept oct nov déc cf art".split()),
    votes=VOTES,
    inside=frozenset("de la le les du des l’ d’ et".split()),
    articles=frozenset("le la les un une des".split()),
    ask=(
        r"soutenez[- ](?:nous|\w{1,15})|faites un don|faire un don|votre (?:don|soutien|contribution)|aidez[- ]nous|devenez (?:membre|adhérent|abonné)|"
        r"grâce à vos dons|à partir d[’']un don"
    ),
    give="dons?|donner|soutenir|soutenez|soutien|adhér\\w{1,8}|abonn\\w{2,8}|contribution",
    own="nous|notre|nos",
    reader="vous|votre|vos",
    work="journalisme|rédaction|journal|presse|information|média|médias",
    no_appeal="cookies?|newsletter|bloqueur",
    please=r"s[’']il vous plaît|merci de",
    urge=r"s[’']il vous plaît|merci de|soutenez|faites|abonnez-vous|aidez|devenez|donnez|adhérez|rejoignez|participez",
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
    roles="journaliste|correspondante?|rédacteur|rédactrice|envoyée?s? spécia(?:ux|les?|l)|éditorialiste|chroniqueu(?:r|se)|rédacteur en chef",
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
