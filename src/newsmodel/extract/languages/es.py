"""Spanish."""

from newsmodel.extract.languages._table import Language

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split()
    )
} | {"un": 1, "una": 1, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60}

TABLE = Language(
    code="es",
    numbers=_NUMBERS,
    abbreviations=frozenset("sr sra dr dra ud uds art núm pág ee uu".split()),
    between="a|contra|frente a|votos a|votos contra|votos frente a",
    vote_unit="votos?|diputados|senadores|sufragios",
    percent="%|por ciento",
    vote=r"vot(?:o|os|ó|aron|ación|aciones|ado|ar)|referéndum|abstenci(?:ón|ones)|sufragios",
    voted="votó|votaron",
    passed="aprobad[oa]s?|aprobó|aprobaron|adoptad[oa]s?|ratificad[oa]s?|respaldó|respaldaron|avaló",
    failed="rechazad[oa]s?|rechazó|rechazaron|tumbad[oa]s?|tumbó|fracasó|derrotad[oa]s?",
    ruled="dictaminó|falló",
    favour="a favor|votos a favor|síes|sí",
    against="en contra|votos en contra|noes",
    abstained="abstenci(?:ón|ones)|se abstuvieron|se abstuvo",
    absent="ausentes?|ausencias?",
    unanimous="por unanimidad|unánimemente|unánimes?",
    tied="empate|empatad[oa]",
    casting="voto de calidad|voto dirimente",
    same="(?:exactamente )?(?:el mismo resultado|la misma votación|el mismo margen)",
    margin="por una mayoría de|con una mayoría de",
    no_votes="encuestas?|sondeos?|escaños?|cuotas?|partido de|goles|candidat[oa]s?|balotaje|segunda vuelta",
    bodies=(
        "congreso|senado|parlamento|asamblea|asamblea legislativa|pleno|ayuntamiento|concejo|consejo|comisión|comité|junta|diputados|senadores|"
        "accionistas|miembros|delegados|jurado|tribunal|corte|votantes|concejales|cámara"
    ),
    motions="ley|proyecto de ley|proyecto|propuesta|enmienda|moción|resolución|presupuesto|plan|acuerdo|reforma",
    inside=frozenset("de la el los las del y".split()),
    articles=frozenset("el la los las un una unos unas".split()),
    opener="a favor de|en contra de|por|sobre",
    topic="sobre|para",
    stop="con|tras|pero|que|aunque|según",
    days="lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer",
    ask=(
        r"haz(?:te)? (?:un donativo|una donación|soci[oa]|miembro)|hazte|apoya (?:a |nuestro |el )|apóyanos|ayúdanos|tu (?:apoyo|donación|ayuda|aportación)|"
        r"te necesitamos|su (?:apoyo|donación)|alta de soci[oa]|darte de alta como soci[oa]"
    ),
    give="donar|donaci(?:ón|ones)|apoy\\w{1,6}|soci[oa]s?|miembros?|suscr\\w{2,10}|aportaci(?:ón|ones)",
    own="nosotros|nuestr[oa]s?|nos",
    reader="tú|te|ti|tu|tus|usted|su|lectores",
    work="periodismo|redacción|periódico|diario|información|noticias|medio",
    no_appeal="cookies?|boletín|bloqueador",
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
