"""English."""

from newsmodel.extract.languages._table import Language

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: value for value, word in enumerate(_ONES)}
_NUMBERS |= {word: 10 * (value + 2) for value, word in enumerate(_TENS)}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _ONES[1:10]}

TABLE = Language(
    code="en",
    numbers=_NUMBERS,
    abbreviations=frozenset(
        "mr mrs ms dr prof sen rep gov gen col sgt lt st jr sr no vs v inc ltd co corp jan feb mar apr jun jul aug sep sept "
        "oct nov dec pres rev hon messrs dist ave calif fla mass pa va wash ill ariz mich ala ga tenn conn".split()
    ),
    between="to|to the|versus|against|-to-|–to–",
    vote_unit="votes?|members?|ballots?|voices",
    percent="%|per ?cent|pct|percentage points",
    vote=r"vot(?:e|ed|es|ing|ers?)|ballots?|tally|roll[- ]call|show of hands|referendum|division|casting|majority|motion|abstain(?:ed|ing)?|abstentions?",
    voted="voted|votes|vote|voting",
    passed=(
        "passed|passes|passing|approved?|approves|approving|adopted|adopts|backed|backs|endorsed|endorses|confirmed|confirms|"
        "carried|ratified|supported|supports|cleared|accepted|agreed|won|green-?lit|gave (?:final )?approval to|gained"
    ),
    failed=(
        "rejected|rejects|rejecting|defeated|defeats|voted down|voting down|threw out|thrown out|turned down|saw off|seen off|"
        "failed|fails|fell|lost|thwarted|blocked"
    ),
    ruled="ruled|rules|struck down|striking down|upheld|overturned|decided|held|found",
    favour=r"in favou?r|for|voted (?:for|in favou?r|to|yes|yea|aye)|backed|supported|ayes?|yes|yeas?",
    against=r"against|opposed|voted (?:against|no|nay)|noes|no|nays?|dissent(?:ing|ed)|voted against",
    abstained=r"abstentions?|abstained|abstaining|abstain|voting [\"“]?present|voted [\"“]?present",
    absent=r"absent|absentees?|absences?|did not vote|not voting",
    unanimous=r"unanimous(?:ly)?|without (?:objection|dissent|opposition|a dissenting vote)|nem con|with one voice",
    no_unanimity="consent",
    tied=r"(?:was|were|is|had|ended|finished|split)(?: evenly)? (?:in a |in |a )?(?:dead heat|draw|tie|tied|deadlock|deadlocked|split)|tied|deadlocked|evenly split",
    casting=r"casting vote|tie-?breaking vote|deciding vote",
    approve="approve|pass|adopt|back|support|keep|accept",
    reject="reject|block|defeat|oppose|throw out|vote down",
    same=(
        r"(?:(?:exactly|precisely|just|almost)? ?the same|an? identical|identical) "
        r"(?:party-line )?(?:results?|margin|vote|votes|tally|outcome|score|numbers|count|split)"
    ),
    margin=r"by|by a margin of|by a majority of|with a majority of|a majority of",
    no_votes=(
        r"poll(?:s|ed|ing|sters?)?|survey(?:s|ed)?|odds|seats?|bookmakers?|electoral (?:college|votes)|popular vote|delegates? (?:so far|are needed)|"
        r"respondents?|approval rating|per share|a share|shares|voting (?:power|securities|rights|stock)|proxies|registered voters|likely voters|"
        r"primary|candidacy|re-?elect(?:ed|ion)?|innings|season|league|coach|game|match|goals?|quarterback|playoffs?|"
        r"registration|sweep|most votes|share of the vote|of the vote compared|percent of the vote|by \d+ points|points ahead|"
        r"disapproves?|(?:conservative|liberal|republican|democratic|slim(?:mest)?|working|commons|\d+-\d+) majority|"
        r"voters? (?:favor|favour|want|say|said)|percentage of|won \d+ votes"
    ),
    bodies=(
        r"councils?|council meeting|councillors|councilors|committees?|subcommittee|parliament|senate|house of representatives|house of commons|"
        r"house of lords|house|commons|lords|congress|assembly|legislature|legislative body|chamber|lawmakers|legislators|lower house|upper house|"
        r"boards?|commission|commissioners|supervisors|trustees|regents|governors|directors|regulators|court|courts|justices|judges|jury|jurors|"
        r"panel|tribunal|circuit|mps|meps|msps|peers|senators|deputies|members of parliament|members|voters|electors|electorate|residents|citizens|"
        r"shareholders|stockholders|unitholders|bondholders|holders|creditors|delegates|conference|congregation|synod|union|unions|workers|employees|"
        r"teachers|nurses|doctors|staff|faculty|students|body|bodies|representatives|bundestag|bundesrat|knesset|duma|politburo|cabinet|executive|"
        r"council members|ministers|party|caucus|association|federation|bank|convention|convention-goers|general meeting|countries|nations|states|"
        r"britons|americans|scots|politicians|academy|senat|agency|society|club"
    ),
    motions=(
        r"bills?|amendments?|motions?|resolutions?|proposals?|plans?|measures?|laws?|legislation|acts?|budget|package|rules?|treaty|agreement|"
        r"deal|nominations?|nominee|merger|split|offer|bid|takeover|strike|ban|petition|propositions?|question|referendum|initiative|"
        r"constitution|veto|nominees|policy|platform|contract|statutory instrument|code|ordinance|scheme|change|changes|sanctions|draft|"
        r"legislative package|report|recommendations?|request|call|appeal|tax|declaration|article|articles"
    ),
    inside=frozenset("of the for and on to de la le du des von & against".split()),
    articles=frozenset("the a an its their his her this that these those our your all".split()),
    opener=r"to|in favou?r of|for|against|that|on|not to|whether to|over",
    topic=r"with|on|over|for|in the case of|as for|regarding",
    stop=(
        r"with|after|but|while|although|though|despite|which|who|where|when|following|amid|because|since|citing|sending|marking|setting|"
        r"joining|virtually|according|as|minutes|before|even|mostly|dealing|primarily|underscoring|reversing|in a move|leaving"
    ),
    days=(
        r"(?:on |late |last |this |early )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|week|month|year|"
        r"summer|spring|autumn|fall|winter|night|evening|morning|afternoon|earlier|later|narrowly|overwhelmingly|unanimously|decisively|"
        r"recently|again|also|then|finally|eventually|ultimately|formally|comfortably|already)"
    ),
    ask=(
        r"please (?:consider )?(?:donat\w{1,5}|support\w{0,3}|contribut\w{1,5}|giv(?:e|ing)|help(?:ing)? us|mak(?:e|ing) a|buy(?:ing)? us|becom(?:e|ing) a)|"
        r"consider (?:(?:mak|giv|donat|support|becom|contribut|buy)ing|an? (?:\w{1,12} ){0,2}(?:gift|donation|contribution))|"
        r"support (?:our|your|us\b|local|independent|quality|investigative|free|real|good|honest)|"
        r"supporting our|to support our|help support|helps? (?:us )?(?:to )?(?:keep|fund|sustain|continue|support|maintain|produce|secure)|"
        r"help(?:ing)? (?:us |to )?(?:keep|fund|sustain|protect|secure|make)|"
        r"(?:make|making) (?:a |an |your )?(?:\w{1,12}[ -]){0,8}(?:contribution|donation|gift)|"
        r"your (?:\w{1,12} ){0,2}(?:donation|contribution|gift|donations|contributions|invaluable help|generosity)|"
        r"every (?:dollar|pound|euro|dime|penny|cent|donation)|donate (?:now|today|here)|please donate|become a (?:\w{1,12} ){0,2}(?:member|supporter|patron)|"
        r"funded (?:entirely |only )?by (?:\w{1,12} ){0,3}(?:donations|donors|readers|subscribers)|invest in (?:\w{1,12} )?journalism|"
        r"for as little as|by becoming a (?:member|supporter)|(?:support|appeal) us|support the work of|join (?:us|the \S{1,20} )?(?:\S{1,20} )?(?:community|insiders|plus)|"
        r"support \S{1,20} with a"
    ),
    give=r"donat(?:e|ing|ions?)|support(?:ing|er|ers)?|contribut(?:e|ing|ions?)|subscribe|subscribing|subscription|member|members|membership|join|gift|fund",
    own=r"we|our|us",
    reader=r"you|your|readers?",
    work=r"journalism|newsroom|reporting|news|newspaper|journalists?|articles?|stories|our work|magazine|website|media",
    no_appeal=(
        r"cookies?|newsletters? (?:to receive|and)|sign up to (?:receive|get)|affiliate|disable your ad ?blocker|turn off your ad ?blocker|privacy policy|terms of use|"
        r"unlimited (?:online )?access|customer service|charity|charities|campaign|candidates?|raised|said|told|tweet|according to"
    ),
    donation=r"donat\w{1,5}|contribut\w{1,6}|gift|give|giving|pledge|coffee",
    membership=r"members?|membership|join|supporters?|insiders?",
    subscription=r"subscri\w{2,8}|sign up",
    periods={
        "day": "P1D",
        "daily": "P1D",
        "week": "P1W",
        "weekly": "P1W",
        "month": "P1M",
        "monthly": "P1M",
        "mo": "P1M",
        "quarter": "P3M",
        "year": "P1Y",
        "yearly": "P1Y",
        "annually": "P1Y",
        "annual": "P1Y",
        "annum": "P1Y",
        "one-off": "one-off",
        "one-time": "one-off",
        "once": "one-off",
    },
    per=r"a|an|per|/|each|every|for your first|your first|for the first",
    by=(
        r"(?:(?:written|words|story|text|analysis|report|reported|posted|published|opinion|review|interview|commentary|edited)[ ]?)?by:?|words:|text:|author:"
    ),
    joined=r"and|&|with",
    roles=(
        r"editors?|correspondents?|reporters?|writers?|columnists?|journalists?|producers?|photographers?|critics?|analysts?|contributors?|"
        r"editor-at-large|editor-in-chief|editor in chief|editor emeritus|bureau chief|presenters?|anchors?|fellows?|professors?|authors?|"
        r"commentators?|director|chief|officer|researcher|lecturer|host|economist|historian"
    ),
    is_a=r"is|was|are",
    of=r"of|at|for|with|from|in",
    based=r"based in|in|from",
    staff=r"staff|staff reports?|staff reporters?|staff writers?|agencies|editorial (?:writers|board|staff)|newsroom|editors|correspondents|wires?|news service reports|reporters?",
    contributed=r"contributed to this (?:report|article|story)|contributed reporting|contributed",
    helped=r"(?:additional )?reporting by|(?:with )?(?:additional )?reporting (?:by|from)|writing by|editing by|with files from|with reporting by|compiled by",
    months=tuple(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
    ),
    weekdays=tuple(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
    ),
    credit=(
        r"photo(?:graph|graphs|graphy|grapher|s)?(?: credit| source| by| illustration by)*|images?(?: credit| source| copyright| by)*|pictures?(?: credit| by)*|"
        r"credits?|illustrations?(?: by)?|graphics?(?: by)?|courtesy(?: of)?|video(?: by)?"
    ),
)
