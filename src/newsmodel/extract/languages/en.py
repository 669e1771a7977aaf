"""English."""

from newsmodel.extract.languages._table import Language, VoteWords

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: value for value, word in enumerate(_ONES)}
_NUMBERS |= {word: 10 * (value + 2) for value, word in enumerate(_TENS)}
_NUMBERS |= {"nothing": 0, "nil": 0, "single": 1, "none": 0, "nobody": 0, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _ONES[1:10]}

_WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = (
    ", ".join(
        f"{before}{day}{after}"
        for day in _WEEK
        for before in ("", "on ", "late ", "early ", "late on ", "early on ", "last ", "this ", "on a ")
        for after in ("", " night", " evening", " morning", " afternoon", "'s")
    )
    + ", "
    + ", ".join(f"{before}{month}" for month in _MONTHS for before in ("in ", "last ", "in early ", "in late ", "this "))
)

VOTES = VoteWords(
    voted="vot/e/es/ed/ing, opted, plumped",
    passed=(
        "pass//es/ed/ing, approv/e/es/ed/ing, adopt//s/ed/ing, back//s/ed, endors/e/es/ed/ing, confirm//s/ed/ing, carr/y/ies/ied, "
        "ratif/y/ies/ied/ying, support/s/ed, clear//s/ed/ing, accept//s/ed/ing, agreed, agreed to, green-lit, greenlit, "
        "g/ive/ives/ave/iving final approval to, g/ive/ives/ave/iving approval to, g/ive/ives/ave final passage to, g/ive/ives/ave final passage, concurred in, concurs in, gave its approval to, gave its approval, gave their approval, gave approval, gave their approval to, gave its blessing to, signed off on, "
        "won, w/in/ins/on approval, w/in/ins/on final passage, w/in/ins/on initial passage, won final approval, won confirmation, won passage, w/in/ins/on support, gain/ed/s approval, gain/ed/s confidence, won confidence, gave final approval, gave preliminary approval, gave approval, gave their backing to, gave its backing to, g/et/ets/ot through, pass/es/ed through, "
        "sail/ed through, sail/ed out of, squeak/ed through, squeak/ed by, scraped through, push/ed through, prevail//s/ed, succeed//ed/s, ok'd, oks, okays, okayed, "
        "override/s, overrode, overriding, overridden, was enacted, enact//s/ed/ing, gave the go-ahead to, gave the green light to, advance/d/s, advancing, confirm the nomination of, "
        "saved, authoriz/e/es/ed, authoris/e/es/ed, impeach/ed/es, was convicted, was found guilty, was agreed, was agreed to, were agreed to, was acquitted, sanctioned, the ayes have it, the ayes had it, given a second reading, given a third reading, given a first reading, "
        "survive/d/s, say/s yes to, said yes to, went through, nodded through, voted through, waved through, legaliz/e/ed/es, legalis/e/ed/es, reaffirm//s/ed"
    ),
    failed=(
        "reject//s/ed/ing, defeat//s/ed/ing, vot/e/es/ed/ing down, threw out, throws out, thrown out, turn/ed/s/ing down, s/aw/ees off, seen off, "
        "fail//s/ed/ing, died, dies, fell, falls, lost, los/es/e/ing, thwart/ed/s, block//s/ed/ing, was killed, w/as/ere killed, kill/ed/s, shot down, "
        "turned back, beat back, beaten, sank, sunk, scuppered, torpedoed, struck out, refused, refused to approve, declined to approve, quash/ed/es, overturn the veto, "
        "say/s no to, said no to, went down to defeat, went down, fell short, falls short, came up short, was sunk, narrowly missed, rebuff//ed/s, knocked back, the noes have it, the noes had it, the nays have it, the nays had it, unseated, spurn//ed/s, denied, den/y/ies/ied"
    ),
    favour=(
        "in favor, in favour, for, backing, backed, supporting, supported, support, of support, aye/s, aye, yes, yea, yeas, yes votes, yes vote, vot/ed/ing for, vot/ed/ing in favour, vot/ed/ing in favor, "
        "vot/ed/ing yes, vot/ed/ing yea, vot/ed/ing aye, vot/ed/ing to, affirmative, in support, said yes, pro, ayes, were in favour, were in favor, were for, approved, affirmative votes, approving, vote/d content, contents, content"
    ),
    against=(
        "against, opposed, opposing, opposition, in opposition, no, noes, nay, nays, no votes, no vote, vot/ed/ing against, vot/ed/ing no, vot/ed/ing nay, dissent, dissenting, "
        "dissented, dissents, negative, not in favor, not in favour, said no, were against, were opposed, rejected, rejecting, negative votes, not content, not contents, not-contents"
    ),
    abstained="abstention/s, abstention, abstain/ed/ing, abstain, vot/ed/ing present, present, chose to abstain, sat out, abstain from voting",
    absent="absent, absentee/s, absentee voices, absence/s, did not vote, not voting, didn't vote, were not present, missed the vote, recused",
    unit="vote//s, member//s, ballot//s, voices, senators, mps, lawmakers, councillors, councilors, delegates, jurors, judges, justices, voters, countries, nations, states, members of parliament, peers, deputies, legislators, trustees, directors, shareholders",
    vote=(
        "vot/e/es/ed/ing/er/ers, ballot//s, tally, roll call, roll-call, show of hands, referendum, referendums, division, casting, abstain/ed/ing, abstention//s, voice vote, polling day, plebiscite, "
        "ayes, noes, in favour, in favor, motion, resolution, ruling, decision, unanimously, quorum, cloture, filibuster, yeas, nays, a second reading, a third reading, its second reading, its third reading"
    ),
    body=(
        "council//s, city council, councillors, councilors, aldermen, committee//s, subcommittee//s, select committee, parliament//s, senate, house, house of representatives, "
        "house of commons, house of lords, commons, lords, law lords, congress, congressional panel, assembly, general assembly, national assembly, legislature//s, legislative body, chamber//s, lawmakers, legislators, "
        "lower house, upper house, board//s, commission, commissioners, supervisors, trustees, regents, governors, directors, regulators, court//s, supreme court, high court, appeals court, justices, "
        "judges, jury, jurors, grand jury, panel, tribunal, circuit, bench, mps, meps, msps, tds, mks, ams, mss, peers, senators, deputies, members of parliament, members, voters, electors, electorate, "
        "residents, citizens, townspeople, taxpayers, parishioners, homeowners, tenants, shareholders, stockholders, unitholders, bondholders, noteholders, creditors, investors, delegates, conference, congregation, synod, general synod, union//s, "
        "workers, employees, teachers, nurses, doctors, miners, pilots, drivers, posties, staff, faculty, students, body, bodies, representatives, bundestag, bundesrat, knesset, duma, politburo, cabinet, executive, "
        "council members, councilmembers, ministers, caucus, association, federation, convention, convention-goers, general meeting, annual meeting, countries, nations, states, member states, britons, americans, scots, "
        "politicians, academy, senat, dáil, seanad, storting, riksdag, folketing, sejm, cortes, diet, lok sabha, rajya sabha, national people's congress, dewan rakyat, majlis, loya jirga, rada, verkhovna rada, agency, society, club, clubs, country, electoral college, eu ambassadors, security council, fomc, mpc, "
        "monetary policy committee, open market committee, rate-setters, policymakers, fed, zoning board, school board, planners, jury of 12, membership, governing body, vestry, presbytery, rank and file, rank-and-file, bishops, clergy, laity, churches, owners, arbitrators, panelists, panellists, advisers, advisors, experts"
    ),
    motion=(
        "bill//s, confidence, no-confidence, amendment//s, motion//s, resolution//s, proposal//s, statement//s, plan//s, measure//s, law//s, legislation, act//s, budget//s, package//s, rule//s, treaty, treaties, agreement//s, deal//s, "
        "nomination//s, nominee//s, merger//s, takeover//s, buyout, sale, acquisition, strike//s, ban//s, petition//s, proposition//s, question//s, referendum, initiative//s, constitution, veto, policy, platform, contract//s, "
        "statutory instrument, code, ordinance//s, scheme//s, change//s, sanctions, draft//s, legislative package, report//s, recommendation//s, request//s, appeal//s, tax//es, declaration//s, article//s, "
        "measures, articles of impeachment, rezoning, permit//s, application//s, variance, levy, bond, bond issue, tariff//s, pay deal, offer, offers, pay offer, remuneration report, pay package, dividend, charter, settlement, "
        "extension//s, increase, cut, cuts, repeal, withdrawal, independence, cloture motion, impeachment, conviction, acquittal, no-confidence motion, motion of no confidence, vote of no confidence, confidence motion, confidence vote, expulsion, suspension, censure, moratorium, bylaw, by-law, reform//s, accord, pact, directive//s, regulation//s, mandate, clause//s, provision//s, project//s, development, guidelines, order, claim, candidacy, membership bid, confirmation"
    ),
    bare="for, support, content",
    proper="house, commons, lords, diet, fed, states, society, club, circuit, bench, majlis, churches, agency",
    apiece="all, apiece, each",
    reached="to",
    span="numbered, section, chapter, from, between, aged, ages, about, every, chapter, verses",
    between="to, versus, vs, v, against, as against, compared with, compared to, vs.",
    percent="%, percent, per cent, pct, pc, % of votes, percent of the vote",
    unanimous="by unanimous consent, unanimous, unanimously, without objection, without dissent, without opposition, without a dissenting vote, without a single vote against, without a vote against, without a dissenting voice, with no dissenting votes, with no opposition, with no objections, nem con, with one voice, by acclamation, unopposed, with no votes against, no one voted against, nobody voted against",
    not_unanimous="nearly, almost, virtually, not, near, near-unanimous, non, consent, practically, all but",
    ruled=(
        "rul/e/es/ed/ing, str/ikes/uck/iking down, upheld, uphold, upholds, upholding, overturn//s/ed/ing, decid/e/es/ed/ing, held, found, revers/e/es/ed/ing, sided, sides, siding, "
        "convict//s/ed/ing, acquit/s/ted/ting, dismissed, vacated, declined, threw out, affirm/ed/s/ing, invalidated, recommend//s/ed/ing, conclud/ed/es, awarded, refus/ed/es, annul//s/led/ling, nullif/y/ies/ied, voided, set aside, sets aside, toss/ed out, declar/ed/es, allowed, allows, blocked, blocks, rejected, ordered, determined, agreed, granted, denied, cleared, "
        "raised, cut, kept, left, maintained, lifted, chose, held that, backed, dismiss/es, quashed"
    ),
    split="split, splits, splitting, divided, deadlocked, deadlock, hung, tied, evenly split, was split, were split, evenly divided",
    tied="tied, deadlocked, dead heat, evenly split, evenly divided, ended in a draw, was a draw, in a tie, a tie, ended level, was level, split evenly, dead-heat, deadlock",
    casting="casting vote, tie-breaking vote, tiebreaking vote, tie breaking vote, deciding vote, tiebreaker, broke the tie, break the tie, broke a tie",
    vetoed="vetoed, vetoes, vetoing, used its veto, used their veto, cast a veto, cast its veto, cast the veto, wielded its veto, exercised its veto, use its veto",
    vetoers="russia, china, united states, u.s., us, america, washington, moscow, beijing, britain, uk, u.k., france, soviet union, ussr, united kingdom",
    council="security council",
    sure="the ayes have it, the ayes had it, the noes have it, the noes had it, impeached, confirmed, passed, adopted, approved, rejected, voted down, carried, ratified, endorsed, overrode, passing, approving, rejecting, ruled, upheld, struck down",
    votes_for="with",
    got="got, received, secured, drew, attracted, won, mustered, garnered, gained",
    every="all, all of its, all of the",
    bound="back",
    past="voted, rejected, approved, adopted, passed, ratified, endorsed, voted down, threw out, backed, defeated, opted, overrode, turned down",
    strong=(
        "parliament, senate, house, house of representatives, house of commons, house of lords, commons, lords, council, city council, town council, county council, assembly, national assembly, general assembly, security council, congress, "
        "legislature, legislators, lawmakers, mps, meps, msps, peers, senators, deputies, councillors, councilors, shareholders, stockholders, unitholders, bondholders, creditors, voters, electorate, delegates, synod, general synod, knesset, bundestag, bundesrat, "
        "members, supervisors, general meeting, legislative body, chamber, lower house, upper house, trustees, senat, riksdag, storting, duma, sejm, rada, lok sabha, rajya sabha, school board, committee, subcommittee, caucus, conference, union, aldermen, convention"
    ),
    many="voters, electors, electorate, residents, citizens, shareholders, stockholders, members, delegates, workers, employees, teachers, nurses, doctors, miners, pilots, drivers, firefighters, dockers, staff, faculty, students, islanders, britons, americans, scots, investors, creditors, union",
    few_voters="court, courts, panel, board, bench, tribunal, jury, judges, justices, committee, commission, council, trustees, supervisors, commissioners, directors, regents, circuit, arbitrators, subcommittee",
    few="third, quarter, half, minority, fifth, some, several, many, few, most, who, dozens, hundreds, more, every, each, democrats, republicans, tory, labour, conservative, gop, liberal, rebel, democratic, republican, only, these, those, that, which",
    reject="reject, block, defeat, oppose, throw out, vote down, kill, stop, veto, sink, turn down",
    opener_for="to, in favour of, in favor of, for",
    margin="by, by a, by a margin of, by a majority of, with a majority of, a majority of, by some, by just, by only, by nearly, by almost",
    same=(
        "the same result, the same results, the same margin, the same vote, the same tally, the same outcome, the same score, the same numbers, the same count, the same split, "
        "the same party-line vote, an identical margin, an identical vote, an identical result, an identical tally, identical margins, identical votes, identical tallies, identical results, same margin, same vote, same tally, same result, "
        "identical margin, identical vote, the same majority, an identical score"
    ),
    follow="followed suit, follows suit, did the same, did likewise, voted to do the same, to do the same, do the same, do likewise, concurred",
    yes_side="yes, yes side, yes campaign, yes camp, yes vote, yeses",
    no_side="no, no side, no campaign, no camp, no vote, noes",
    turnout="turnout of, a turnout of, turnout was, turnout, quorum of, on turnout of",
    respectively="respectively",
    result_noun=(
        "vote//s, ruling//s, decision//s, margin//s, majority, split, tally, count, verdict, judgment, judgement, opinion, roll call, ballot, victory, defeat, divide, result, score, lines, dissent, showing, win, loss, determination, holding"
    ),
    told="was, were, went, stood at, ended, ended up, ended in, is, came to, came in at, came out, came down, came down to, finished, stands at, being, turned out, resulted in, was recorded as, showed, read",
    it="it, vote, the vote, the votes, votes, the result, the tally, the final tally, the final vote, the count, voting, the roll call, this, the division, division, the decision, decision, the ruling, ruling, verdict, the verdict, the margin, the ballot, result, results, final vote, final tally, tally, the outcome, the final count, roll call vote",
    opener="to, in favour of, in favor of, for, that, on, not to, whether to, over, in support of, with, whether, upon, about, not, regarding, concerning, approving, rejecting, backing",
    opener_against="against, in opposition to, opposing, not in favour of, not in favor of, rejecting",
    lead_in="meeting, following, despite, amid, late, during, under, meanwhile, still, but, and, however, in, at, later, earlier, separately, instead, by, hours, days, weeks, months, minutes, just",
    topic="with, on, over, for, in the case of, as for, regarding, concerning, as to",
    clause=(
        "after, when, as, that, which, who, whom, whose, because, but, while, whereas, although, though, despite, said, says, reported, before, since, where, if, then, so, and then, hours after, following, yet, showed, announced"
    ),
    relative="which, that, who",
    stop=(
        "with, after, but, while, although, though, despite, which, who, where, when, following, amid, because, since, citing, sending, marking, setting, joining, virtually, according, as, before, even, mostly, "
        "dealing, primarily, underscoring, reversing, in a move, leaving, said, says, he, she, it, they, we, officials, so, that, paving, giving, making, ending, handing, clearing, moving, drawing, prompting, capping, despite, whereas, part, then, or, a move, a decision, a step, the first, the latest, the second, thereby, thus, along, largely, ignoring, defying, bringing, putting, meaning, and now, and explicitly, down, up, falling, far, just, well, more, only, a day, however, in, on, at, by, minus, much, under"
    ),
    late_stop="on a party-line vote, by a party-line vote, on a party line vote, by voice vote, in a party-line vote, on a vote, by a vote, in a vote, came, comes, came after, received, garnered, drew, attracted, secured, obtained, in its final, including, after, but, while, although, though, despite, following, amid, because, when, whereas, and now, and then, hours after, according to, that could, that had, that have, that has, that was, that were, that will, which, on grounds, in a bid, as part of, in an effort, in what, in order to, as it, as they, even though, so that, said, ahead of, and had, and have, and has, and was, and were, last week, last month, last year, on a voice vote, by voice vote, by a voice vote, by show of hands, by a show of hands, on party lines, along party lines, at a meeting, during a, in the wake of",
    lead=(
        "party lines, along party lines, by, on, in, with, along, to, through, after, following, a, an, the, same, vote, votes, vote of, votes of, margin, margins, margin of, majority, majority of, tally, tally of, verdict, verdict of, count, count of, was, party-line, party line, narrow, split, whopping, "
        "lopsided, wide, vast, final, close, just, only, overwhelming, historic, bipartisan, largely, mostly, strict, roll call, roll-call, familiar, slim, razor-thin, at, unanimous, decision, ruling, nearly, some, about, around, of, rare, strong, comfortable, procedural, late-night, solid, recorded, clear, late, decisive, second, first, their, its, landslide, mainly, primarily, lines, partisan, thin, crushing, resounding, convincing, being, and, up, out, down, voting, from, received, getting, garnering, winning, counting, test, key, again, preliminary, straw, secret, ballot, bare, simple, whip, substantial, large, huge, big, massive, hefty, tight, near, test"
    ),
    place="in, by, at, before, from, through, of, among",
    aux="was, were, has, have, had, been, be, is, are, being, got, gets, getting, did, having, to be",
    contest="carried, carries, drew, draw, draws, tied with, defeated, defeating, edged, downed, topped, routed, swept, blanked, trounced, won, wins, winning, win, lost, loses, lose, losing, fell, falls, beat, beats, w/in/ins/on by",
    condition="if, unless, whether, suppose, assuming",
    inverted="were, should",
    intends="expect//s, supposed, expected, need//s, want//s, urge//s, urged, allow//s, require//s, ask//s, asked, forecast, forecasts, predict//s, predicted, hope//s, call, calls, plan//s, plans, scheduled, due",
    holding="majority, advantage, edge, lead, control, conservative, liberal, republican, democratic, tory, labour, split, divide, conservatives, liberals, republicans, democrats, democrat",
    sporting="start, run, streak, stretch, series, win, wins, loss, losses, victory, victories, defeat, lead, record, score",
    measure="age, age group, age groups, year, years, month, months, day, days, week, weeks, hour, hours, minute, minutes, second, seconds, mile, miles, km, kilometres, metre, metres, meter, meters, inch, inches, foot, feet, ton, tons, tonnes, degrees, pages, year-old, year-olds, percentage points, p.m, a.m, pm, am, higher, lower, billion, million, trillion, bn",
    consists="comprises, comprised, comprising, made up of, consists of, consisted of, composed of",
    poll="poll, polls, polled, polling, pollster//s, survey//s/ed, respondent//s, registered voters, likely voters, approval rating//s, focus group//s, opinion research",
    cast="vot/ed/ers, voting, ballot//s, referendum, referendums, plebiscite, votes cast, initiative, shareholders, stockholders, strike vote, turnout, delegates, of votes, electorate, ratified, of the vote, resolution, union, members, measure, proposition",
    state="is, are, remains, remain, now, stands",
    would="would, could, might, may",
    having="has, have, had, having",
    modal=(
        "could, would, will, may, might, should, can, must, shall, if, unless, whether, expected to, likely to, unlikely to, before, won't, not, never, cannot, can't, couldn't, wouldn't, didn't, doesn't, don't, did not, failed to, needs to, needed to, need to, "
        "hopes to, hoped to, plans to, planned to, planning to, poised to, set to, due to, scheduled to, able to, try to, tries to, tried to, trying to, going to, wants to, want to, wanted to, ought to, urged to, asked to, called on, vowed to, vows to, "
        "threatened to, threatens to, seek to, seeks to, seeking to, intend to, intends to, ready to, prepared to, until, once, how, why, let, help, than, without, threatened, required to, power to, right to, chance to, opportunity to, pressure to, refuse to, likely, expected, "
        "decide whether to, effort to, bid to, attempt to, attempts to, efforts to, have to, has to, had to, hoping to, must be"
    ),
    noun_sign="a, an, the, this, that, final, party-line, voice, no, yes, confirmation, committee, override, popular, of, 's, first, second, third, another, any, each, every, their, his, her, its, our, my, your, key, close, procedural, on, by, in, show, last, one, cast, casting, floor, secret, test, senate, house, some, free, unanimous, straw, full, roll-call, new, no-confidence, such, many, more, most, all, upcoming, planned, votes, million, thousand, electoral, absentee, early, recent, narrow, tie-breaking, swing, two, three, historic, meaningful, initial, for",
    adverb=_DAYS
    + (
        ", along party lines, on party lines, mostly along party lines, largely along party lines, nearly along party lines, strictly along party lines, by secret ballot, in a secret ballot, at a special meeting, last week, last month, last year, last summer, last spring, last fall, last autumn, last winter, this week, this month, this year, this summer, earlier this week, earlier this month, earlier this year, late last month, late last year, late last week, "
        "later that day, yesterday, today, tonight, this morning, this afternoon, this evening, last night, early yesterday, late yesterday, yesterday evening, at night, overnight, in the morning, in the afternoon, earlier, later, narrowly, overwhelmingly, unanimously, decisively, recently, again, "
        "also, then, finally, eventually, ultimately, formally, comfortably, already, easily, initially, swiftly, quickly, now, soundly, resoundingly, convincingly, subsequently, officially, effectively, quietly, instead, twice, once, promptly, heavily, previously, roundly, in the end, a second time, for a second time, "
        "for the second time, for a third time, for the third time, simply, barely, at last, however, in a surprise move, moments later, thus, hours later, together, in principle, on first reading, on second reading, on third reading, at first reading, at second reading, at third reading, too, early, late, "
        "primarily, largely, mostly, still, yet, currently, a day earlier, a day later, days earlier, days later, a week earlier, a week later, hours earlier, a month earlier, a month later, a year earlier, a year later, two days later, two days earlier, further, accordingly, nevertheless, by secret ballot, in a secret ballot, outright, solidly"
    ),
    modifier=(
        "ruling, full, city, county, town, parish, local, federal, national, state, school, whole, entire, lower, upper, works, appeal, appeals, general, executive, legislative, same, district, regional, municipal, police, planning, parliamentary, advisory, policymaking, policy-making, "
        "air, union, participating, supreme, divided, three-judge, five-member, borough, student, village, zoning, university, company, bank's, special, joint, select, security, judicial, democratic-held, republican-held, democratic-controlled, republican-controlled, senior, regulatory, governing, annual, bipartisan, deadlocked, provincial, constitutional, independent, central, hospital, company's, eligible, minority, junior, striking, preferred, young, younger, house, senate, education, finance, budget, licensing, transport, rules, ethics, judiciary, oversight, impeachment"
    ),
    pronoun="do so, do it, do that, it, they, this, both, he, she, these, those, each",
    person="him, her, them, it, me, us",
    someone="he, she, i, you",
    indefinite="a, an",
    that="that",
    of="of",
    ordinal="first, second, third, fourth, fifth, former, latter, other, last",
    within="of, in, at, to, from",
    conjunction="and, but, or, meanwhile",
    accompany="with",
    concerning="on, over",
    own="the, its, his, her, their, this, that",
    needs="need/ed/s/ing, necessary, requir/ed/es/ing, short of the, shy of the, threshold of, required, at least, minimum of, hurdle of, reach the, reaching the, met the, meet the, cleared the, surpass/ed the, fell short of the, short of a, required a, requires a, need/ed/s a, needing a, the required, the needed, the necessary, with the required",
    share="two-thirds, two thirds, three-fifths, three fifths, three-quarters, three quarters, four-fifths, four fifths, absolute, super, supermajority, simple, double, qualified, 2/3, 3/5, 3/4, two-thirds supermajority",
    short="votes short, vote short, short of, shy of, fell short, falling short, not enough, failed to reach, failed to get, failed to win, failed to meet, failed to clear, failed to secure, failed to muster, failed to garner, below the, less than, insufficient, falls short, did not reach, lacked, needed to, well short, failing to reach",
    stage="its first reading, its second reading, its third reading, its final reading, first reading, second reading, third reading, final reading, its first hurdle, its final hurdle, a first hurdle, a procedural vote, a key vote, a test vote, a final vote",
    hostile="no-confidence, no confidence, censure, impeachment, recall, ouster, expulsion, leadership challenge, challenge",
    survived="survive/d/s, survived, beat off, saw off, fended off, comfortably survived, lost, loses, lose",
    government="government, the government, ministers, prime minister, the prime minister, administration, coalition, executive, opposition, the opposition, the pm",
    never=(
        "decision against, decision over, wrong end, poll, polled, polling, pollster//s, opinion polls, polls show, polls showed, polls suggest, polls have, recent polls, survey//s/ed, odds, seat//s, bookmaker//s, bookies, electoral votes, popular vote, delegates so far, respondent//s, "
        "approval rating//s, per share, a share, shares, voting power, voting securities, voting stock, proxies, registered voters, likely voters, primary, primaries, candidacy, re-elect, re-elected, re-election, reelection, "
        "most votes, of the vote compared, points ahead, disapprove//s, "
        "working majority, commons majority, majority of seats, voters favor, voters favour, voters want, voters say, voters said, percentage of, projected, exit poll, exit polls, caucuses, runoff, run-off, runner-up, ballots cast for, stock split, "
        "voted off, voted best, voted most, contestant//s, housemate//s, viewers, evicted, public vote, favorability, straight sets, registration edge, registration advantage, sweep, republicans hold, democrats hold, edge in, advantage in"
    ),
    game=(
        "voting rights, innings, inning, season, league, coach, game//s, match, matches, goal//s, quarterback, playoff//s, championship//s, tournament, touchdown//s, halftime, half-time, penalties, kickoff, runs, batting, bout, boxer, boxing, knockout, "
        "referee, fighter, striker, midfielder, goalkeeper, victory over, win over, beat, beats, beating, forecast//s, candidate//s, hitter, homer, scored, scoring, quarterfinal//s, semifinal//s, semi-final//s, "
        "share of the vote, percent of the vote, % of the vote, per cent of the vote, pct of the vote, ratio, outnumber//ed, tennis, hockey, soccer, football, basketball, baseball, cricket, rugby, golf, nil, squad, fans, players, player, aged, years old, trailing, trailed, a.m., p.m., o'clock, mph, verse, psalm, temperature, best-of"
    ),
    until="until, till, by, before, after, from, since, through, to, than, for, of, effective, dated, beginning, starting, expires, due",
)

TABLE = Language(
    code="en",
    numbers=_NUMBERS,
    capital_abbreviations=True,
    abbreviations=frozenset(
        "mr mrs ms dr prof sen rep gov gen col sgt lt st jr sr no vs v inc ltd co corp jan feb mar apr jun jul aug sep sept "
        "oct nov dec pres rev hon messrs dist ave calif fla mass pa va wash ill ariz mich ala ga tenn conn".split()
    ),
    votes=VOTES,
    inside=frozenset("of the for and on to de la le du des von & against".split()),
    articles=frozenset("the a an its their his her this that these those our your all".split()),
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
        r"(?:for|from) as little as|buy(?:ing)? (?:me|us) a (?:cup of )?coffee|(?:will|can|could|would) you (?:please )?chip in|please chip in|donate at [^ ]{3,40}\.[a-z]{2,8}|"
        r"by becoming a (?:member|supporter)|(?:support|appeal) us|support the work of|join (?:us|the \S{1,20} )?(?:\S{1,20} )?(?:community|insiders|plus)|"
        r"support \S{1,20} with a"
    ),
    give=r"donat(?:e|ing|ions?)|support(?:ing|er|ers)?|contribut(?:e|ing|ions?)|subscribe|subscribing|subscription|member|members|membership|join|gift|fund",
    own=r"we|our|us",
    reader=r"you|your|readers?",
    work=r"journalism|newsroom|reporting|news|newspaper|journalists?|articles?|stories|our work|magazine|website|media",
    no_appeal=(
        r"cookies?|newsletters? (?:to receive|and)|sign up to (?:receive|get)|affiliate|disable your ad ?blocker|turn off your ad ?blocker|privacy policy|terms of use|"
        r"unlimited (?:online )?access|customer service|donat(?:e|ing) (?:them|it|these|those|blood|plasma|food|clothes|masks|items|organs|supplies)|pic\.twitter\.com|charity|charities|campaign|candidates?|raised|said|told|tweet|according to|take back the|win (?:this|the) (?:race|election|seat)|wrote to (?:his |her |their )?supporters|paid for by|re-?elect|political action|fundraising e-?mails?|red cross|relief fund|victims|gofundme"
    ),
    elsewhere=(
        r"subscribe to (?:our|the|a|this|my) (?:[^ .]{1,15} ){0,3}newsletters?|your inbox|(?:on|via) (?:facebook|twitter|instagram|whatsapp|telegram|linkedin|youtube)"
    ),
    blocker=(
        r"(?:disable|disabling|turn(?:ing)? off|switch(?:ing)? off|pause|pausing|whitelist(?:ing)?|deactivate) [^.]{0,40}(?:ad[- ]?block\w{0,6}|ads)|"
        r"using an ad[- ]?blocker|ad[- ]?blocking|allow (?:\w{1,12} )?ads|ad[- ]?blockers? (?:on|off|enabled|detected)|block(?:ing)? (?:our |the )?ads|(?:list of )?allowed sites"
    ),
    please=r"please|kindly",
    urge=r"please|kindly|consider|become|join|subscribe|donate|support|give|contribute|click here|sign up|make a|help|you can|buy|invest in|add us|pledge|chip in|we ask you to",
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
        "single": "one-off",
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
