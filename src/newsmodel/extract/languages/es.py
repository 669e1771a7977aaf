"""Spanish."""

from newsmodel.extract.languages._table import Language, VoteWords

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split()
    )
} | {"un": 1, "una": 1, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60}

_WEEK = "lunes martes miércoles jueves viernes sábado domingo".split()
_TIMES = ", ".join(
    f"{before}{day}{after}"
    for day in _WEEK
    for before in ("", "el ", "este ", "el pasado ")
    for after in ("", " pasado", " por la noche", " por la tarde")
)

VOTES = VoteWords(
    voted="votó, votaron, ha votado, han votado, vota, votan, se pronunció, se pronunciaron, votado, había votado, votaba",
    passed=(
        "aprobad/o/a/os/as, aprobó, aprobaron, adoptad/o/a/os/as, ratificad/o/a/os/as, respaldó, respaldaron, avaló, avalaron, aprueba, aprueban, adoptó, adoptaron, ratificó, ratificaron, convalidad/o/a, convalidó, respaldad/o/a/os/as, avalad/o/a/os/as, "
        "acept/ó/aron, aceptad/o/a/os/as, sancionad/o/a/os/as, sancionó, sale adelante, salió adelante, salieron adelante, prosperó, dio luz verde a, dio luz verde, dieron luz verde a, da luz verde a, ratifica, avala, respalda, confirm/ó/aron, confirmad/o/a, elegid/o/a, eligió, ganó, ganaron, se impuso, gana, apoyó, apoyaron, dijo sí a, apoyad/o/a/os/as, condenad/o/a/os/as"
    ),
    failed=(
        "rechazad/o/a/os/as, rechazó, rechazaron, tumbad/o/a/os/as, tumbó, tumbaron, fracasó, derrotad/o/a/os/as, rechaza, rechazan, tumba, derrotó, no prosperó, denegad/o/a, desestimad/o/a/os/as, desestimó, desestimaron, decayó, devuelt/o/a, hundió, negó, negaron, dijo no a, perdió, perdieron, no salió adelante, fracasaron"
    ),
    ruled="dictaminó, falló, fallaron, dictaminaron, resolvió, resolvieron, decidió, decidieron, declaró, declararon, condenó, absolvió, anuló, anularon, sentenció, determinó, condenad/o/a, absuelt/o/a",
    split="dividido, dividida, empató, empataron, divididos",
    favour="aprobó, aprobaron, respaldó, respaldaron, apoyó, apoyaron, a favor, votos a favor, síes, sí, votos favorables, votos afirmativos, votaron a favor, votó a favor, favorables, a favor de, en favor, por el sí, afirmativos, apoyos, votos positivos, por el 'sí'",
    against="rechazó, rechazaron, en contra, votos en contra, noes, votos negativos, votaron en contra, votó en contra, negativos, no, por el no, se opusieron, rechazos, contrarios, votos contrarios",
    abstained="abstenci/ón/ones, abstención, se abstuvieron, se abstuvo, abstenciones, abstenidos, se abstienen",
    absent="ausente//s, ausente, ausencia//s, ausencia, no votaron, estuvieron ausentes, no asistieron",
    unit="votos, voto, diputados, senadores, sufragios, miembros, concejales, países, magistrados, jueces, delegados, parlamentarios, legisladores, eurodiputados, apoyos, síes, socios",
    vote=(
        "vot/o/os/ó/aron/ación/aciones/ado/an/ar, referéndum, abstenci/ón/ones, sufragios, votantes, plebiscito, unanimidad, consulta, urnas, por unanimidad, moción, mano alzada, a favor, en contra, mayoría, votado, votada, fallo, sentencia, pleno"
    ),
    body=(
        "congreso, congreso de los diputados, senado, parlamento, asamblea, asamblea nacional, asamblea legislativa, asamblea general, pleno, ayuntamiento, concejo, consejo, consejo de seguridad, consejo de administración, comisión, comité, junta, diputados, senadores, accionistas, miembros, delegados, jurado, tribunal, tribunal supremo, tribunal constitucional, "
        "corte, corte suprema, suprema corte, votantes, concejales, cámara, cámara de diputados, cámara de representantes, cámara alta, cámara baja, cámara de los comunes, cámara de senadores, eurocámara, parlamento europeo, legislatura, legislativo, eurodiputados, legisladores, electores, ciudadanos, militantes, afiliados, jueces, magistrados, trabajadores, sindicato, socios, "
        "junta general, junta directiva, claustro, congresistas, parlamentarios, cabildo, directorio, países, españoles, chilenos, colombianos, británicos, suizos, bases, militancia, asambleístas, plantilla, mesa, convención, constituyente, ediles, corporación municipal"
    ),
    motion=(
        "ley, leyes, proyecto de ley, proyecto, propuesta, enmienda//s, enmienda, moción, moción de censura, resolución, presupuesto//s, presupuestos, presupuesto, plan, acuerdo, reforma, tratado, iniciativa, decreto, decreto ley, real decreto-ley, decreto-ley, proposición, proposición de ley, constitución, fusión, opa, huelga, ordenanza, convenio, cuentas, "
        "dictamen, artículo, artículos, paquete, nombramiento, prórroga, estado de alarma, destitución, despenalización, legalización, nueva constitución, declaración, informe, estatuto, impuesto, juicio político, ampliación, candidatura, amnistía, oferta, venta, dividendo, texto, consulta, suplicatorio, investidura"
    ),
    between="a, contra, frente a, votos a, votos contra, votos frente a, votos a favor contra, a favor frente a, por",
    span="de, entre, unos, unas, desde",
    percent="%, por ciento, % de los votos, por ciento de los votos",
    unanimous="por unanimidad, unánimemente, unánime//s, unánimes, de forma unánime, de manera unánime, la unanimidad, sin votos en contra",
    not_unanimous="casi, no, prácticamente",
    tied="empate, empatad/o/a/os, empató, empataron",
    casting="voto de calidad, voto dirimente, voto decisivo, voto de desempate",
    vetoed="vetó, vetaron, ha vetado, vetado, vetada, ejerció su veto, usó su veto, interpuso su veto, veta, impuso su veto, utilizó su veto",
    vetoers="rusia, china, estados unidos, ee.uu, eeuu, reino unido, francia, unión soviética",
    council="consejo de seguridad",
    sure="aprobad/o/a/os/as, rechazad/o/a/os/as, adoptad/o/a/os/as, aprobó, rechazó, aprobaron, rechazaron, ratificad/o/a, convalidad/o/a",
    votes_for="con los votos de, con el voto de, con, por",
    got="obtuvo, recibió, logró, reunió, cosechó, sumó",
    every="todos los, la totalidad de los, todas las",
    past="votó, votaron, ha votado, han votado, aprobó, aprobaron, rechazó, rechazaron, aprobad/o/a/os/as, rechazad/o/a/os/as, adoptó, ratificó, avaló, tumbó",
    strong=(
        "congreso, congreso de los diputados, senado, parlamento, asamblea, asamblea nacional, asamblea legislativa, asamblea general, pleno, ayuntamiento, consejo de seguridad, diputados, senadores, accionistas, votantes, cámara de diputados, cámara de representantes, cámara alta, cámara baja, eurocámara, parlamento europeo, electores, concejales, junta general, cámara, legislatura, concejo"
    ),
    few="algunos, varios, muchos, unos, pocos",
    opener_for="a favor, a favor de, por",
    margin="por una mayoría de, con una mayoría de, por una diferencia de",
    same="el mismo resultado, la misma votación, el mismo margen, idéntico resultado, los mismos votos, misma votación, mismo resultado",
    yes_side="sí, el sí",
    no_side="no, el no",
    turnout="participación del, participación de, una participación del, participación",
    result_noun="votos, votación, mayoría, fallo, sentencia, decisión, resultado, sufragios, dictamen",
    told="fue de, quedó, terminó, terminó en, fue, arrojó, quedó en, resultó, es de",
    it="la votación, el resultado, el recuento, votación, resultado, el voto, resultado final, el escrutinio",
    opener="a favor de, a favor del, a favor, por, sobre, para, en favor de, de, la, el, los, las, una, un, que",
    opener_against="en contra de, en contra del, contra, en contra",
    topic="sobre, para, en cuanto a, respecto a, acerca de",
    lead_in="en, tras, durante, pese, además, por, con, según, este, el, pero, ayer, después, posteriormente, finalmente, así",
    clause="tras, pero, que, aunque, según, cuando, porque, mientras, donde, después, si, luego, como, quien, pues, informó, dijo",
    relative="que, quien, cual",
    stop="con, tras, pero, que, aunque, según, en, lo, mientras, por, después, informó, dijo, entre, cuando, gracias, lunes, martes, miércoles, jueves, viernes, sábado, domingo, donde, una, un, frente, ante, al, así, sin, es, luego, pese, a pesar, de acuerdo, durante, además, contra, quien, cuyo, cuya",
    late_stop="obtuvo, recibió, logró, reunió, tras, pero, aunque, según, mientras, después, durante, con, que fue, gracias, por",
    lead="por, con, una, mayoría, de, la, el, un, votación, resultado, total, amplia, estrecha, solo, apenas, ajustada, al, obtener, recibió, obtuvo, logró, los, sumó, tras, en, y, final, absoluta, escasa, margen, un margen",
    place="en, por, por el, por la, por los, en el, en la, del, de la, de, por las",
    aux="fue, fueron, ha sido, han sido, es, son, ha, han, había, sido, quedó, resultó, resultaron, quedaron, habían, será, está",
    contest="ganó, ganaron, perdió, perdieron, venció, derrotó",
    condition="si, siempre que, en caso de que",
    intends="espera, esperan, prevé, pide, debe",
    holding="ventaja",
    consists="suma, suman, cuenta con, compuesto por, formado por, integrado por",
    poll="encuesta//s, sondeo//s, encuestados",
    cast="votó, votaron, referéndum, votos, votantes, plebiscito, consulta, accionistas, electores, militantes, afiliados, sufragios, urnas, votación",
    having="ha, han, había, habían",
    modal="podría, debería, si, debe, puede, podrían, va a, van a, será, serán, sería, no, espera, tendría, tendrá, antes de, para que, pretende, busca, nunca, quiere, deberá",
    noun_sign="el, la, un, una, su, de, del, al, los, las, cada, primer, con, sin, por, este, ese",
    adverb=_TIMES
    + ", ayer, hoy, finalmente, definitivamente, ampliamente, mayoritariamente, también, la semana pasada, el mes pasado, esta semana, en primera lectura, en segunda lectura, en general, en particular, en segundo debate, en primer debate, abrumadoramente, masivamente, unánimemente, por estrecho margen, este año, anoche, a mano alzada, por la mínima, ya, así, por amplia mayoría, por mayoría, en votación secreta, además, igualmente, luego, posteriormente, sin embargo, en votación final, la madrugada del",
    modifier="nuevo, nueva, actual, propia, propio, mismo, misma",
    pronoun="lo, ella, ellos, este, esta, ambos, ésta, éste",
    person="lo, la, los, las, le",
    that="que",
    of="de, del",
    conjunction="y, e, pero, o",
    about="respecto de, respecto a, respecto del",
    accompany="con",
    concerning="sobre, en",
    own="el, la, los, las, su, sus",
    needs="necesari/o/a/os/as, necesitaba, necesitaban, requerí/a/an, requería, requerían, requerid/o/a/os/as, exigía, exige, requiere, se necesitaban, se requerían, mínimo de, precisaba, hacían falta, necesita, precisa",
    share="dos tercios, tres quintos, tres cuartos, mayoría absoluta, mayoría cualificada, mayoría calificada, mayoría simple, mayoría de dos tercios, mayoría de tres quintos",
    short="no alcanzó, no alcanzaron, lejos de, no logró, insuficiente//s, insuficientes, sin alcanzar, no llegó a, faltaron, no obtuvo, no reunió, por debajo de",
    government="gobierno, el gobierno, ejecutivo, el ejecutivo, primer ministro",
    never=(
        "encuesta//s, encuesta, sondeo//s, sondeo, escaño//s, escaños, cuotas, candidat/o/a/os/as, balotaje, segunda vuelta, primera vuelta, elecciones presidenciales, intención de voto, puntos porcentuales, puntos de ventaja, acciones, participación, encuestados, presidenciales"
    ),
    game="partido de, goles, gol, temporada, victoria sobre, liga, equipo, jugador/es, entrenador, marcador, torneo, derrota ante, set, sets, campeonato, penaltis, penales, horas, copa, final de",
    until="hasta el, antes del, desde el, a partir del, hasta, desde, del",
)

TABLE = Language(
    code="es",
    numbers=_NUMBERS,
    abbreviations=frozenset("sr sra dr dra ud uds art núm pág ee uu".split()),
    votes=VOTES,
    inside=frozenset("de la el los las del y".split()),
    articles=frozenset("el la los las un una unos unas".split()),
    ask=(
        r"haz(?:te)? (?:un donativo|una donación|soci[oa]|miembro)|hazte|apoya (?:a |nuestro |el )|apóyanos|ayúdanos|tu (?:apoyo|donación|ayuda|aportación)|"
        r"te necesitamos|su (?:apoyo|donación)|alta de soci[oa]|darte de alta como soci[oa]"
    ),
    give="donar|donaci(?:ón|ones)|apoy\\w{1,6}|soci[oa]s?|miembros?|suscr\\w{2,10}|aportaci(?:ón|ones)",
    own="nosotros|nuestr[oa]s?|nos",
    reader="tú|te|ti|tu|tus|usted|su|lectores",
    work="periodismo|redacción|periódico|diario|información|noticias|medio",
    no_appeal="cookies?|boletín|bloqueador",
    please="por favor",
    urge="por favor|hazte|apoya|dona|termina\\w?|suscríbete|suscríbase|colabora|únete|ayúdanos|haz",
    donation="donar|donaci(?:ón|ones)|donativo",
    membership="soci[oa]s?|miembros?",
    subscription="suscr\\w{2,10}",
    periods={
        "día": "P1D",
        "semana": "P1W",
        "mes": "P1M",
        "mensual": "P1M",
        "mensuales": "P1M",
        "trimestre": "P3M",
        "año": "P1Y",
        "anual": "P1Y",
        "anuales": "P1Y",
        "única": "one-off",
    },
    per="al|por|/|cada|a la",
    by="(?:escrito |texto )?por:?|texto:",
    joined="y|e|&|con",
    roles="redactora?|corresponsal|periodista|reporter[oa]|editora?|columnista|director|directora|enviad[oa] especial",
    is_a="es",
    of="de|del|en|para",
    based="en|desde",
    staff="redacción|agencias?|agencia efe",
    contributed="",
    helped="con información de",
    months=tuple(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago sept dic".split()
    ),
    weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    credit="foto(?:s|grafía)?|crédito|imagen|ilustración",
)
