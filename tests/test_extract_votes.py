"""Votes in prose, one table a language: each sentence with motion, body, yes, no and outcome. All of it is invented."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from newsmodel.extract import appeals, bylines, caption, votes

Case = tuple[str, str | None, str | None, float | None, float | None, str | None]

ENGLISH: list[Case] = [
    # Legislatures
    ("The Senate passed the ferry bill 52-48 on Tuesday.", "the ferry bill", "The Senate", 52, 48, "passed"),
    ("The bill, which passed 52-48, would ban night ferries.", "The bill", None, 52, 48, "passed"),
    ("Lawmakers were angry about the ferry bill, which the Senate passed 52-48.", "the ferry bill", "the Senate", 52, 48, "passed"),
    ("MPs backed the amendment by 311 votes to 302.", "the amendment", "MPs", 311, 302, "passed"),
    ("The amendment was carried by 311 votes to 302, a majority of nine.", "The amendment", None, 311, 302, "passed"),
    ("MPs voted by 311 to 302 against reopening the harbour.", "reopening the harbour", "MPs", 302, 311, "failed"),
    ("The House voted 230-198 Thursday to impeach the harbour master.", "impeach the harbour master", "The House", 230, 198, "passed"),
    ("The House voted down the ferry bill, 198-230.", "the ferry bill", "The House", 198, 230, "failed"),
    ("The motion failed 14-19.", "The motion", None, 14, 19, "failed"),
    ("The motion failed by a vote of 19 to 14.", "The motion", None, 14, 19, "failed"),
    ("By a vote of 19 to 14, the Assembly rejected the tax.", "the tax", "the Assembly", 14, 19, "failed"),
    ("In a 68-31 vote, senators approved the cloture motion.", "the cloture motion", "senators", 68, 31, "passed"),
    ("The Assembly approved the harbour budget on a 56-27 vote.", "the harbour budget", "The Assembly", 56, 27, "passed"),
    ("The measure cleared the lower house 97-51.", "The measure", "the lower house", 97, 51, "passed"),
    ("Parliament adopted the act with 124 votes in favour, 65 against and 3 abstentions.", "the act", "Parliament", 124, 65, "passed"),
    ("The government was defeated 303-293 on an amendment to the harbour bill.", "an amendment to the harbour bill", None, 303, 293, "passed"),
    ("The government lost the vote by 303 to 293 over its harbour plan.", "its harbour plan", None, 293, 303, "failed"),
    ("A motion of no confidence in the mayor was defeated by 12 votes to nine.", "A motion of no confidence in the mayor", None, 9, 12, "failed"),
    ("Peers voted 204 to 168 in favour of the change.", "the change", "Peers", 204, 168, "passed"),
    ("The vote on the pier was 48 to 47.", "the pier", None, 48, 47, "passed"),
    ("The final tally on the treaty was 71-27.", "the treaty", None, 71, 27, "passed"),
    ("The treaty was ratified, 71–27.", "The treaty", None, 71, 27, "passed"),
    ("Deputies confirmed her nomination as minister by 90 votes to 8.", "her nomination as minister", "Deputies", 90, 8, "passed"),
    # Councils and boards
    ("The city council voted four to three to close the pool.", "close the pool", "The city council", 4, 3, "passed"),
    ("Tidewick Town Council agreed the plan by nine votes to three.", "the plan", "Tidewick Town Council", 9, 3, "passed"),
    ("Councillors refused the application by seven votes to two.", "the application", "Councillors", 2, 7, "failed"),
    ("The planning committee approved the scheme by six votes to five.", "the scheme", "The planning committee", 6, 5, "passed"),
    ("The school board voted 5-2, with Ann Bell and Bo Li dissenting, to sell the gym.", "sell the gym", "The school board", 5, 2, "passed"),
    ("The ordinance was adopted 9-1 by the county commission.", "The ordinance", "the county commission", 9, 1, "passed"),
    ("Ayes: 7, noes: 2. The motion to sell the gym carried.", None, None, 7, 2, "passed"),
    ("The board of supervisors voted 3-0 to join the lawsuit.", "join the lawsuit", "The board of supervisors", 3, 0, "passed"),
    ("The proposal to pave the lane passed with nine votes for and two against.", "The proposal to pave the lane", None, 9, 2, "passed"),
    ("The motion carried 7-0-1.", "The motion", None, 7, 0, "passed"),
    # Courts and juries
    ("The Supreme Court ruled 7-2 that the tax was unlawful.", "the tax was unlawful", "The Supreme Court", 7, 2, "passed"),
    ("In a 6-3 decision, the court struck down the harbour law.", "struck down the harbour law", "the court", 6, 3, "passed"),
    ("The appeals court upheld the ban, 2-1.", "upheld the ban", "The appeals court", 2, 1, "passed"),
    ("The justices split 4-4 on the tax.", "the tax", "The justices", 4, 4, "tied"),
    ("The jury voted 10-2 to convict the skipper.", "convict the skipper", "The jury", 10, 2, "passed"),
    ("The jury deadlocked 11-1 in favor of acquittal.", "acquittal", "The jury", 11, 1, "passed"),
    # United Nations
    ("The General Assembly adopted the resolution by 141 votes to 5, with 35 abstentions.", "the resolution", "The General Assembly", 141, 5, "passed"),
    ("The Security Council resolution received 13 votes in favour and one against, but Russia used its veto.", "The Security Council resolution", "The Security Council", 13, 1, "failed"),
    # Shareholders and unions
    ("Shareholders approved the merger with 97.2% in favour and 2.8% against.", "the merger", "Shareholders", 97.2, 2.8, "passed"),
    ("Union members rejected the pay offer by 61% to 39%.", "the pay offer", "Union members", 39, 61, "failed"),
    ("Nurses voted by 78 per cent to 22 per cent to strike.", "strike", "Nurses", 78, 22, "passed"),
    # Referendums
    ("Voters approved the bond issue by 54% to 46%.", "the bond issue", "Voters", 54, 46, "passed"),
    ("About 56% of voters rejected the initiative.", "the initiative", "voters", None, 56, "failed"),
    ("The initiative was rejected by 56.3 percent of voters.", "The initiative", "voters", None, 56.3, "failed"),
    ("Islanders voted 52% to 48% to leave the customs union.", "leave the customs union", "Islanders", 52, 48, "passed"),
    # Words
    ("The committee voted unanimously to close the pier.", "close the pier", "The committee", None, None, "passed"),
    ("The motion was carried unanimously.", "The motion", None, None, None, "passed"),
    ("The council unanimously rejected the plan.", "the plan", "The council", None, None, "failed"),
    ("The Senate rejected the bill.", "the bill", "The Senate", None, None, "failed"),
    ("The merger was approved by shareholders on Monday.", "The merger", "shareholders", None, None, "passed"),
    ("The vote was tied at six all, and the chair used her casting vote to approve the plan.", "the plan", None, 6, 6, "passed"),
]  # fmt: skip

GERMAN: list[Case] = [
    ("Der Gemeinderat stimmte mit 12 zu 7 Stimmen für den Antrag.", "den Antrag", "Der Gemeinderat", 12, 7, "passed"),
    ("Der Stadtrat lehnte den Antrag mit 12 zu 7 Stimmen ab.", "den Antrag", "Der Stadtrat", 7, 12, "failed"),
    ("Das Parlament nahm das Gesetz mit 124 gegen 65 Stimmen an.", "das Gesetz", "Das Parlament", 124, 65, "passed"),
    ("Die Vorlage wurde mit 98 zu 86 Stimmen bei 5 Enthaltungen angenommen.", "Die Vorlage", None, 98, 86, "passed"),
    ("Der Antrag wurde mit 17:14 Stimmen abgelehnt.", "Der Antrag", None, 14, 17, "failed"),
    ("Mit 22 Ja-Stimmen gegen 10 Nein-Stimmen hat der Landtag das Budget verabschiedet.", "das Budget", "der Landtag", 22, 10, "passed"),
    ("Die Delegierten sagten mit 310 zu 12 Stimmen Ja zur Initiative.", "Initiative", "Die Delegierten", 310, 12, "passed"),
    ("Die Initiative wurde mit 56,3 Prozent Nein-Stimmen abgelehnt.", "Die Initiative", None, None, 56.3, "failed"),
    ("Der Ausschuss beschloss den Haushalt einstimmig.", "den Haushalt", "Der Ausschuss", None, None, "passed"),
    ("Der Bundestag hat das Gesetz angenommen.", "das Gesetz", "Der Bundestag", None, None, "passed"),
]  # fmt: skip

FRENCH: list[Case] = [
    ("Le projet de loi a été adopté par 291 voix contre 230.", "Le projet de loi", None, 291, 230, "passed"),
    ("L’Assemblée nationale a adopté le texte par 291 voix pour et 230 contre.", "le texte", "L’Assemblée nationale", 291, 230, "passed"),
    ("Le Sénat a rejeté la réforme par 198 voix contre 121.", "la réforme", "Le Sénat", 121, 198, "failed"),
    ("La motion de censure a été rejetée par 301 voix contre 245.", "La motion de censure", None, 245, 301, "failed"),
    ("Le conseil municipal a approuvé le budget à l’unanimité.", "le budget", "Le conseil municipal", None, None, "passed"),
    ("Les députés ont voté par 48 voix contre 12 en faveur de la taxe.", "la taxe", "Les députés", 48, 12, "passed"),
    ("Les électeurs ont approuvé l’initiative à 57,4 % des voix.", "l’initiative", "Les électeurs", 57.4, None, "passed"),
]  # fmt: skip

SPANISH: list[Case] = [
    ("El Congreso aprobó la ley con 178 votos a favor y 165 en contra.", "la ley", "El Congreso", 178, 165, "passed"),
    ("La moción fue rechazada por 176 votos contra 169.", "La moción", None, 169, 176, "failed"),
    ("El Senado rechazó la reforma por 38 votos a 31.", "la reforma", "El Senado", 31, 38, "failed"),
    ("El pleno aprobó por unanimidad el presupuesto.", "el presupuesto", "El pleno", None, None, "passed"),
    ("El decreto fue aprobado con 80 votos a favor, 12 en contra y 3 abstenciones.", "El decreto", None, 80, 12, "passed"),
    ("Los accionistas aprobaron la fusión.", "la fusión", "Los accionistas", None, None, "passed"),
]  # fmt: skip

ENGLISH_TOO: list[Case] = [
    ("The commission's 5-2 vote to deny the permit came after midnight.", "deny the permit", "The commission", 5, 2, "passed"),
    ("MPs voted by 317 to 250, majority 67, to reject the change.", "reject the change", "MPs", 317, 250, "passed"),
    ("The committee approved, by a vote of 94 in favour to 2 against with 43 abstentions, a text on fishing.", "a text on fishing", "The committee", 94, 2, "passed"),
    ("The court held in a 6-3 decision, written by Justice Bell, that the fee is lawful.", "the fee is lawful", "The court", 6, 3, "passed"),
    ("After hours of debate, the House late Wednesday passed, 222-204, a bill that would ban boats.", "a bill that would ban boats", "the House", 222, 204, "passed"),
    ("Trustees voted 4-1 (Bell dissenting) to renew the contract.", "renew the contract", "Trustees", 4, 1, "passed"),
    ("Senators failed to override the veto on a 55-44 vote.", "override the veto", "Senators", 55, 44, "failed"),
    ("The legislation passed the House last month on a bipartisan vote of 363-62.", "The legislation", "the House", 363, 62, "passed"),
    ("The bill was approved 8-0 by the committee.", "The bill", "the committee", 8, 0, "passed"),
    ("Voters in Tidewick rejected the levy 1,204-998.", "the levy", "Voters in Tidewick", 998, 1204, "failed"),
    ("Workers at the plant voted 712-626 against joining the union.", "joining the union", "Workers at the plant", 626, 712, "failed"),
    ("Pilots overwhelmingly rejected the contract, with 98% voting no.", "the contract", "Pilots", None, 98, "failed"),
    ("The measure failed 58-40, short of the 60 votes needed.", "The measure", None, 58, 40, "failed"),
    ("Delegates defeated the motion on a card vote by 512,000 to 488,000.", "the motion", "Delegates", 488000, 512000, "failed"),
    ("The International Court ruled by 13 votes to two that the state must act.", "the state must act", "The International Court", 13, 2, "passed"),
    ("UN member states voted 143-9 to back the bid.", "back the bid", "UN member states", 143, 9, "passed"),
    ("China and Russia vetoed a Security Council resolution on the canal.", "a Security Council resolution on the canal", "a Security Council", None, None, "failed"),
    ("Thirteen of the council's 15 members voted for the text.", "the text", "the council's 15 members", 13, None, None),
    ("Yes won by 52.3 per cent to 47.7 per cent.", None, None, 52.3, 47.7, "passed"),
    ("The Bank of Tidewick cut rates by a quarter point in a 5-4 vote.", "cut rates by a quarter point", "The Bank of Tidewick", 5, 4, "passed"),
    ("A jury of six men and six women found him guilty by a majority of 10 to two.", "found him guilty", "A jury", 10, 2, "passed"),
    ("At the annual meeting 63% of shareholders voted against the pay report.", "the pay report", "shareholders", None, 63, "failed"),
    ("The motion passed on a voice vote.", "The motion", None, None, None, "passed"),
    ("Ferry shareholders on July 8 voted in favour of the bid.", "the bid", "Ferry shareholders", None, None, "passed"),
    ("The Senate acquitted Bell 57-43.", "acquitted Bell", "The Senate", 57, 43, "passed"),
    ("The House impeached Bell by 232 to 197.", "Bell", "The House", 232, 197, "passed"),
    ("A vote to block the plan failed 22-34.", "block the plan", None, 22, 34, "failed"),
    ("By 5-4, the court sided with the city.", "sided with the city", "the court", 5, 4, "passed"),
    ("The school board approved the calendar 6-0, with Bell absent.", "the calendar", "The school board", 6, 0, "passed"),
    ("The Lords defeated the government by 243 votes to 202 on an amendment to protect eels.", "an amendment to protect eels", "The Lords", 243, 202, "passed"),
    ("The Commons on Wednesday rejected by 391 votes to 242 the minister's plan.", "the minister's plan", "The Commons", 242, 391, "failed"),
    ("The World Assembly adopted the pact by 124 votes in favour, none against, with 11 abstentions.", "the pact", "The World Assembly", 124, 0, "passed"),
]  # fmt: skip

GERMAN_TOO: list[Case] = [
    ("Der Bundestag hat dem Gesetzentwurf mit 400 zu 250 Stimmen zugestimmt.", "dem Gesetzentwurf", "Der Bundestag", 400, 250, "passed"),
    ("Der Kantonsrat hiess die Vorlage mit 112 zu 54 Stimmen gut.", "die Vorlage", "Der Kantonsrat", 112, 54, "passed"),
    ("Der Ständerat verwarf die Motion mit 23 zu 19 Stimmen bei 2 Enthaltungen.", "die Motion", "Der Ständerat", 19, 23, "failed"),
    ("45 Abgeordnete stimmten für den Antrag, 30 dagegen.", "den Antrag", "Abgeordnete", 45, 30, "passed"),
    ("Das Stimmvolk hat die Initiative mit 61,2 Prozent angenommen.", "die Initiative", "Das Stimmvolk", 61.2, None, "passed"),
    ("Mit 7 zu 2 Stimmen entschied das Gericht, dass die Steuer rechtmäßig ist.", "die Steuer rechtmäßig ist", "das Gericht", 7, 2, "passed"),
    ("Die Resolution wurde mit 14 Ja-Stimmen bei einer Enthaltung angenommen.", "Die Resolution", None, 14, None, "passed"),
]  # fmt: skip

FRENCH_TOO: list[Case] = [
    ("La loi a été votée par 45 voix pour, 12 contre et 3 abstentions.", "La loi", None, 45, 12, "passed"),
    ("Le conseil municipal a voté contre le projet par 23 voix contre 12.", "le projet", "Le conseil municipal", 12, 23, "failed"),
    ("Le oui l’a emporté avec 54,7 % des voix.", None, None, 54.7, None, "passed"),
    ("Par 112 voix contre 45, les députés ont rejeté l’amendement.", "l’amendement", "les députés", 45, 112, "failed"),
]  # fmt: skip

SPANISH_TOO: list[Case] = [
    ("La ley salió adelante con 178 votos a favor y 165 en contra.", "La ley", None, 178, 165, "passed"),
    ("La Corte Suprema anuló la ley por 7 votos contra 2.", "anuló la ley", "La Corte Suprema", 7, 2, "passed"),
    ("El ayuntamiento votó 12 a 7 a favor de la obra.", "la obra", "El ayuntamiento", 12, 7, "passed"),
    ("Por 38 votos contra 31, el Senado rechazó la reforma.", "la reforma", "el Senado", 31, 38, "failed"),
    ("El sí ganó con el 54 % de los votos.", None, None, 54, None, "passed"),
    ("La iniciativa obtuvo 142 votos a favor, 106 en contra y 5 abstenciones.", "La iniciativa", None, 142, 106, "passed"),
]  # fmt: skip

CASES = (
    [("en", case) for case in ENGLISH]
    + [("de", case) for case in GERMAN]
    + [("fr", case) for case in FRENCH]
    + [("es", case) for case in SPANISH]
)
CASES += [("en", case) for case in ENGLISH_TOO] + [("de", case) for case in GERMAN_TOO] + [("fr", case) for case in FRENCH_TOO] + [("es", case) for case in SPANISH_TOO]  # fmt: skip


@pytest.mark.parametrize(("language", "case"), CASES, ids=lambda case: case[0][:60] if isinstance(case, tuple) else case)
def test_a_vote_is_read(language: str, case: Case) -> None:
    text, *expected = case

    found = [(vote.motion, vote.voting_body, vote.yes, vote.no, vote.outcome) for vote in votes(text, language)]

    assert [(expected[0], expected[1], *map(_number, expected[2:4]), expected[4])] == [
        (m, b, *map(_number, (y, n)), o) for m, b, y, n, o in found
    ]


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


NO_VOTES = [
    # Scores, games, contests
    "Mill Town won 3-1 at home against the Senators.",
    "The Senators beat the Representatives 5-2 in overtime.",
    "The judges scored the bout 29-28 and awarded a unanimous decision.",
    "She won the final 6-4, 6-3 before the members of the club.",
    "The council's football team lost 4-2 to the police.",
    "He was voted best actor by members of the academy.",
    "Bell won re-election by 235 votes to 200.",
    "Bo Li won 52% of the vote to Ann Bell's 48%.",
    "Ann Bell beat Bo Li by 1,204 votes in the harbour ward.",
    "The party won 43 seats to 38 in the assembly.",
    # Polls, odds, forecasts
    "A poll found that voters favour the plan by 57% to 37%.",
    "By 61 percent to 30 percent, residents say in a survey that the ferry is too dear.",
    "Respondents backed the ban 54-40.",
    "Bookmakers give odds of 5-2 on the motion passing.",
    "Some 39 percent of women said they backed the mayor.",
    "Analysts expect the bank's committee to vote 7-2 to hold rates.",
    "The bill is expected to pass 52-48 next week.",
    "The council will vote on the plan on Tuesday.",
    "If the Senate votes 50-50, the chair decides.",
    "The resolution could pass 50-49.",
    "Members would need to vote 60-40 to end the debate.",
    "Parliament is due to vote on whether to close the harbour.",
    # Seats and make-up
    "The party holds a 53-47 majority in the Senate.",
    "Republicans hold a slim 51-49 majority in the chamber.",
    "The court has a 6-3 conservative majority.",
    "The council is split 6-5 between the two parties.",
    "The board has 12 members, seven men and five women.",
    "The prime minister has a majority of 80.",
    "A 5-4 conservative majority on the court will no longer agree to it.",
    "The court's 6-3 conservative majority struck down the plan.",
    "Republicans hold 53-47 control of the Senate and rejected the bill.",
    # Dates, ages, times, prices, phones, ranges
    "The committee met from 10-12 March and approved the minutes.",
    "The council's budget for 2019-20 was the biggest yet.",
    "Members aged 45-50 may join the committee.",
    "Call the council on 555-1234 to vote for your favourite bench.",
    "Councillors will hear the plan in four to five weeks.",
    "The committee sat for two to three hours before the vote.",
    "Tickets for the assembly cost £5-10.",
    "The board approved a 2-for-1 stock split.",
    "Each share carries 10 votes to one for ordinary shares.",
    "Voters waited three to four hours.",
    "The council meets 9-5 on weekdays.",
    "The ratio of members to staff is 12 to 1.",
    "The committee met under rule 5-4 of the House.",
    "Under Section 5-4 the council may reject bills.",
    "Prepared samples go to an ISO 9001-2008 laboratory, the board approved.",
    "The court is currently split 4-4 on ideological lines.",
    "The Harbour Bells were on the wrong end of a 101-94 decision against the Lanterns.",
    "More islanders than others voted, 38-32 percent.",
    "Jurors are supposed to reach a unanimous verdict on the counts.",
    "Bell secured 39 delegates with about 48% of the vote, Li came second with 20% of the vote.",
    "The bill must still be passed in the House.",
    # Mentions
    "Forty senators intend to vote against the bill.",
    "She sought unanimous consent for the bill.",
    "The bill passed nearly unanimously, she hopes.",
    "The company got a vote of confidence from its bank.",
    "You can vote for the best pier in our readers' contest.",
    "The president vetoed the bill.",
    "The governor rejected the report.",
    "The court approved the settlement.",
    "The Senate is voting today.",
    "The state held two special elections in 2019 — one of which was run again in May.",
    "She’s left the alliance, voted against island treaties, and now she’s on her way to be president.",
]  # fmt: skip

NO_VOTES_ELSEWHERE = [
    ("de", "Die Mannschaft gewann mit 3:1 gegen den Gemeinderat."),
    ("de", "In einer Umfrage sprachen sich 57 Prozent für den Antrag aus."),
    ("de", "Die Partei kam auf 43 zu 38 Sitze im Landtag."),
    ("de", "Der Landtag stimmt morgen über das Gesetz ab."),
    ("de", "Sie erhielt 149 Stimmen, ihr Gegenkandidat 41."),
    ("de", "Die Partei erhielt im ersten Wahlgang 138.031 Stimmen für die Listen der Ratsmitglieder."),
    ("de", "Die Sitzung dauerte zwei bis drei Stunden."),
    ("fr", "Le club a gagné 3-1 contre les députés."),
    ("fr", "Selon un sondage, 57 % des électeurs sont pour la réforme et 37 % contre."),
    ("fr", "Le Sénat doit voter la loi mardi."),
    ("fr", "Le conseil se réunira de 10 à 12 heures."),
    ("fr", "La candidate a obtenu 52 % des voix contre 48 % au premier tour."),
    ("es", "El equipo ganó 3-1 al Congreso."),
    ("es", "Según una encuesta, el 57 % está a favor de la ley y el 37 % en contra."),
    ("es", "El Senado votará la ley el martes."),
    ("es", "El partido logró 43 escaños frente a 38."),
]


@pytest.mark.parametrize("text", NO_VOTES)
def test_what_is_no_vote(text: str) -> None:
    assert votes(text) == ()


@pytest.mark.parametrize(("language", "text"), NO_VOTES_ELSEWHERE)
def test_what_is_no_vote_in_other_languages(language: str, text: str) -> None:
    assert votes(text, language) == ()


def test_results_dealt_out_in_turn() -> None:
    by_body = votes("The House and Senate approved the bill 231-188 and 66-32, respectively.")
    by_motion = votes("The council approved the levy and the budget by 7-2 and 6-3, respectively.")

    assert [("The House", 231), ("Senate", 66)] == [(vote.voting_body, vote.yes) for vote in by_body]
    assert [("the levy", 7), ("the budget", 6)] == [(vote.motion, vote.yes) for vote in by_motion]


def test_results_fused_to_a_word() -> None:
    [vote] = votes("The House voted to censure the member. The vote passed mostly along party lines, 230-to-198.")

    assert (vote.motion, vote.voting_body, vote.yes, vote.no) == ("censure the member", "The House", 230, 198)


def test_several_results_of_a_sentence() -> None:
    found = votes("The council approved the pier in a 5-2 vote, rejected the jetty 4-3 and voted 6-1 to paint the ferry.")
    turned = votes("The council voted 5-2 to approve the pier but 4-3 against the jetty.")
    places = votes("The law passed by overwhelming margins, 390-12 in the House and 92-0 in the Senate.")

    assert [("the pier", 5, 2), ("the jetty", 3, 4), ("paint the ferry", 6, 1)] == [(v.motion, v.yes, v.no) for v in found]
    assert [("approve the pier", 5, 2), ("the jetty", 3, 4)] == [(v.motion, v.yes, v.no) for v in turned]
    assert [("the House", 390), ("the Senate", 92)] == [(v.voting_body, v.yes) for v in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier was approved 5-2. The jetty was defeated by the same margin.", ("The jetty", 2, 5, "failed")),
        ("The Senate voted 81-18 to pass the bill, and the House followed suit, 266-150.", ("pass the bill", 266, 150, "passed")),
        ("The board passed the plan 5-2. A day later the council did the same.", ("the plan", None, None, "passed")),
    ],
)
def test_results_that_lean_on_the_one_before(text: str, expected: tuple[object, ...]) -> None:
    vote = votes(text)[-1]

    assert expected == (vote.motion, vote.yes, vote.no, vote.outcome)


@pytest.mark.parametrize(
    ("text", "requirement", "outcome"),
    [
        ("The measure failed 58-40, short of the 60 votes needed.", "60 votes", "failed"),
        ("The vote was 54-46. The bill needed 60 votes to advance.", "60 votes", "failed"),
        ("Senators voted 62-37 to end debate, clearing the 60 votes required.", "60 votes", "passed"),
        ("The amendment got 120 votes in favour and 80 against, falling short of the two-thirds majority needed.", "two-thirds majority", "failed"),
        ("The council approved the plan by a two-thirds majority, 8-4.", None, "passed"),
    ],
)  # fmt: skip
def test_what_a_vote_needed(text: str, requirement: str | None, outcome: str) -> None:
    [vote] = votes(text)

    assert (requirement, outcome) == (vote.requirement, vote.outcome)


@pytest.mark.parametrize(
    ("language", "text", "held"),
    [
        ("en", "On 12 March 2024 the council voted 7-2 to close the ferry.", date(2024, 3, 12)),
        ("en", "The council voted 7-2 on March 12, 2024, to close the ferry.", date(2024, 3, 12)),
        ("de", "Am 12. März 2024 lehnte der Landtag den Antrag mit 12 zu 7 Stimmen ab.", date(2024, 3, 12)),
        ("fr", "Le 12 mars 2024, le Sénat a rejeté la loi par 198 voix contre 121.", date(2024, 3, 12)),
        ("es", "El 12 de marzo de 2024 el Senado aprobó la ley por 38 votos contra 31.", date(2024, 3, 12)),
        ("en", "The council voted 7-2 to extend the lease until March 12, 2024.", None),
        ("en", "The council voted 7-2 on Monday to close the ferry.", None),
        ("en", "The council voted 7-2 on 31 February 2024 to close the ferry.", None),
    ],
)
def test_when_a_vote_was_held(language: str, text: str, held: date | None) -> None:
    [vote] = votes(text, language)

    assert held == vote.held


def test_a_poll_before_makes_shares_no_votes() -> None:
    assert votes("A new poll is out. It found that voters approved the plan by 57% to 37%.") == ()


@pytest.mark.parametrize("piece", ["the council voted 7-2 to close the ferry and ", "7 in favour, 2 against, ", "the bill, which the House, which ", "seven to two ", "mit 12 zu 7 Stimmen abgelehnt ", "(THB) the Harbour Board (THB) ", "£5 a month ", "please donate to us, ", "give.example/give ", "By Ann Bell, ", "The pier (Ann Bell/CPA) "])  # fmt: skip
@pytest.mark.parametrize("function", [votes, appeals, bylines, caption], ids=lambda function: str(function.__name__))
def test_twice_the_text_takes_about_twice_the_time(function: Callable[[str], object], piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length] + "x"
        started = time.process_time()
        function(text)
        return time.process_time() - started

    seconds(1_000)  # what is made once, on first use

    assert seconds(40_000) < 5 * seconds(20_000) + 0.2


def test_a_body_named_in_the_block_before_votes_whatever_else_that_block_says() -> None:
    [near] = votes("The city council met in the old hall.\nThe plan to close the ferry was rejected 7-2.")
    [far] = votes("The city council met in the old hall.\nIt was cold.\nThe plan to close the ferry was rejected 7-2.")

    assert near.voting_body == "The city council"
    assert far.voting_body is None


def test_an_acronym_is_known_from_a_sentence_that_tells_of_no_vote() -> None:
    [found] = votes("The Harbour Board (HB) met on Monday.\nIt rained all day.\nThe HB voted 7-2 to close the ferry.")

    assert found.voting_body == "The Harbour Board (HB)"


def test_those_who_are_away_are_counted_without_brackets_too() -> None:
    [found] = votes("The council voted 7-2 to close the ferry. Two members were absent.")

    assert [("yes", 7), ("no", 2), ("absent", 2)] == [(count.option, count.value) for count in found.counts]
