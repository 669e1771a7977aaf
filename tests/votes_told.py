"""Votes as they are told round the world, all of it invented: a sentence, and what a careful reader takes from it.

Written before the rules were tried on them, and by place and way of telling, not by rule: a rule that fits one sentence only is not
what they ask for. `tests/test_extract_votes.py` has those that go with single rules.
"""

from __future__ import annotations

Told = tuple[str, str | None, str | None, float | None, float | None, str | None]
"""The text; its motion, voting body, yes, no and outcome."""

LEGISLATURES: list[Told] = [
    ("Kenborough's National Assembly passed the Fisheries Bill by 188 votes to 133.", "the Fisheries Bill", "Kenborough's National Assembly", 188, 133, "passed"),
    ("The Storting voted 94 to 75 to keep the whaling quota.", "keep the whaling quota", "The Storting", 94, 75, "passed"),
    ("Lok Sabha passed the Ports Bill with 311 members voting in favour and 80 against.", "the Ports Bill", "Lok Sabha", 311, 80, "passed"),
    ("The bill was passed by 125 votes in favour and 99 against in the Rajya Sabha.", "The bill", "the Rajya Sabha", 125, 99, "passed"),
    ("Dáil deputies backed the motion by 80 votes to 65.", "the motion", "Dáil deputies", 80, 65, "passed"),
    ("The Knesset approved the law in its final reading, 64 to 0.", "the law", "The Knesset", 64, 0, "passed"),
    ("Ukraine's Verkhovna Rada adopted the law with 258 votes in favour.", "the law", "Ukraine's Verkhovna Rada", 258, None, "passed"),
    ("The Sejm rejected the Senate's amendment by 228 votes to 219 with four abstentions.", "the Senate's amendment", "The Sejm", 219, 228, "failed"),
    ("Lawmakers in Harbouria voted 61-59 late on Sunday to override the president's veto.", "override the president's veto", "Lawmakers in Harbouria", 61, 59, "passed"),
    ("With 77 in favour and 41 opposed, the National Diet's lower chamber passed the whaling act.", "the whaling act", "the National Diet's lower chamber", 77, 41, "passed"),
    ("The lower house approved the pension overhaul, 289 votes in favour to 230 against.", "the pension overhaul", "The lower house", 289, 230, "passed"),
    ("MSPs rejected the coastal access bill by 69 votes to 57.", "the coastal access bill", "MSPs", 57, 69, "failed"),
    ("MEPs endorsed the fishing deal by 412 votes to 181, with 67 abstentions.", "the fishing deal", "MEPs", 412, 181, "passed"),
    ("The European Parliament adopted its position with 371 votes in favour, 290 against and 12 abstentions.", "its position", "The European Parliament", 371, 290, "passed"),
    ("New Zealand's parliament passed the net ban 119 to 1.", "the net ban", "New Zealand's parliament", 119, 1, "passed"),
    ("The Senate on Thursday narrowly rejected, 49-51, a proposal to lift the cap on moorings.", "a proposal to lift the cap on moorings", "The Senate", 49, 51, "failed"),
    ("The House of Keys voted by 14 to nine to abolish the tax.", "abolish the tax", "The House of Keys", 14, 9, "passed"),
    ("The Canadian Senate approved the bill 58-24 on third reading.", "the bill", "The Canadian Senate", 58, 24, "passed"),
    ("South Island's parliament has voted to leave the union by 44 votes to 31.", "leave the union", "South Island's parliament", 44, 31, "passed"),
    ("The impeachment motion got 204 votes for and 85 against.", "The impeachment motion", None, 204, 85, "passed"),
    ("The Philippine House approved on third reading, with 204 affirmative votes and 44 negative votes, a bill reviving the ferry tax.", "a bill reviving the ferry tax", "The Philippine House", 204, 44, "passed"),
    ("The bill squeaked through the Assembly 41-39.", "The bill", "the Assembly", 41, 39, "passed"),
    ("The ferry bill sailed through the upper house on a vote of 39-1.", "The ferry bill", "the upper house", 39, 1, "passed"),
    ("Legislators in the northern state shot down the mooring tax, 22-76.", "the mooring tax", "Legislators in the northern state", 22, 76, "failed"),
    ("The Duma voted 400-3, with two abstentions, to extend the fishing ban.", "extend the fishing ban", "The Duma", 400, 3, "passed"),
    ("The amendment fell by 311 votes to 307.", "The amendment", None, 307, 311, "failed"),
    ("Ayes 311, Noes 302: the amendment was agreed to.", "the amendment", None, 311, 302, "passed"),
    ("The ayes had it by 290 to 14.", None, None, 290, 14, "passed"),
    ("The Senate killed the bill on a 47-53 vote.", "the bill", "The Senate", 47, 53, "failed"),
    ("The House advanced the measure 220-207 along party lines.", "the measure", "The House", 220, 207, "passed"),
    ("Of the 120 members, 71 voted for the budget and 44 against it.", "the budget", "members", 71, 44, "passed"),
    ("Parliament threw out the budget by a vote of 52 against and 48 in favour.", "the budget", "Parliament", 48, 52, "failed"),
    ("Fifty-one senators voted for the treaty and 49 against.", "the treaty", "senators", 51, 49, "passed"),
    ("The vote in the Senate was 62 to 36.", None, "the Senate", 62, 36, "passed"),
]  # fmt: skip

GOVERNMENTS: list[Told] = [
    ("The government was defeated by 16 votes, 326 to 310, on an amendment to the Ferries Bill.", "an amendment to the Ferries Bill", None, 326, 310, "passed"),
    ("Ministers lost a vote in the Lords on student moorings by 254 to 188.", "student moorings", "the Lords", 188, 254, "failed"),
    ("The prime minister survived a no-confidence vote, winning by 325 to 306.", "a no-confidence vote", None, 306, 325, "failed"),
    ("The prime minister lost a confidence vote by 204 to 116.", "a confidence vote", None, 116, 204, "failed"),
    ("The motion of no confidence in the premier failed, with 89 voting for it and 92 against.", "The motion of no confidence in the premier", None, 89, 92, "failed"),
    ("MPs voted 180-141 to remove the speaker from office.", "remove the speaker from office", "MPs", 180, 141, "passed"),
    ("The government won the division by 298 votes to 281.", None, None, 298, 281, "passed"),
]  # fmt: skip

COUNCILS: list[Told] = [
    ("Harbour City Council approved the bus lanes 8-7, with the mayor casting the deciding vote.", "the bus lanes", "Harbour City Council", 8, 7, "passed"),
    ("Aldermen rejected the rezoning, 10 to 4.", "the rezoning", "Aldermen", 4, 10, "failed"),
    ("The council voted 6-3 on Monday night in favor of the tax break.", "the tax break", "The council", 6, 3, "passed"),
    ("Councillors voted by 31 to 22, with two abstentions, to sell the town hall.", "sell the town hall", "Councillors", 31, 22, "passed"),
    ("The tax break was approved 4-3.", "The tax break", None, 4, 3, "passed"),
    ("Commissioners split 3-3 on whether to fund the bridge.", "fund the bridge", "Commissioners", 3, 3, "tied"),
    ("Commissioners deadlocked 2-2 on the pool, meaning the motion failed.", "the pool", "Commissioners", 2, 2, "failed"),
    ("A motion to defer the decision was lost by eight votes to five.", "A motion to defer the decision", None, 5, 8, "failed"),
    ("By a 5-4 margin, the town board refused to extend the lease.", "extend the lease", "the town board", 4, 5, "failed"),
    ("The zoning board denied the variance, 5-0.", "the variance", "The zoning board", 0, 5, "failed"),
    ("The planning commission recommended approval of the hotel on a 4-1 vote.", "recommended approval of the hotel", "The planning commission", 4, 1, "passed"),
    ("The vote was 5-2, with Mayor Ann Bell and Councilman Bo Li opposed.", None, None, 5, 2, "passed"),
    ("Councillors were evenly split, 12 each, and the mayor used his casting vote to reject the plan.", "the plan", "Councillors", 12, 12, "failed"),
    ("The ordinance passed on first reading by a vote of 6 to 1.", "The ordinance", None, 6, 1, "passed"),
    ("All nine council members voted to rename the square.", "rename the square", "council members", 9, None, "passed"),
    ("The borough assembly voted down the mask rule 7-4.", "the mask rule", "The borough assembly", 4, 7, "failed"),
    ("Supervisors agreed 3-2 to hire a consultant.", "hire a consultant", "Supervisors", 3, 2, "passed"),
    ("The motion to close the library was carried on the chair's casting vote after a 9-9 tie.", "The motion to close the library", None, 9, 9, "passed"),
]  # fmt: skip

SCHOOLS: list[Told] = [
    ("The school board voted 5-2 Tuesday night to close Tern Elementary.", "close Tern Elementary", "The school board", 5, 2, "passed"),
    ("Trustees approved the bond 6-1, with Bo Li casting the lone dissenting vote.", "the bond", "Trustees", 6, 1, "passed"),
    ("In a 4-3 vote, trustees of Tern Unified rejected the charter application.", "the charter application", "trustees of Tern Unified", 3, 4, "failed"),
    ("The university's faculty senate voted 43-12 for a resolution condemning the cuts.", "a resolution condemning the cuts", "The university's faculty senate", 43, 12, "passed"),
    ("Students voted 1,204 to 311 in favour of divestment.", "divestment", "Students", 1204, 311, "passed"),
    ("Regents approved the tuition increase by a vote of 11-9.", "the tuition increase", "Regents", 11, 9, "passed"),
]  # fmt: skip

COURTS: list[Told] = [
    ("In a 5-4 ruling, the Supreme Court upheld the harbour tax.", "upheld the harbour tax", "the Supreme Court", 5, 4, "passed"),
    ("The Supreme Court ruled 6-3 on Thursday that the ferry law is unconstitutional.", "the ferry law is unconstitutional", "The Supreme Court", 6, 3, "passed"),
    ("The court, in a 9-0 decision, sided with the fishermen.", "sided with the fishermen", "The court", 9, 0, "passed"),
    ("A three-judge panel ruled 2-1 in favor of the city.", "the city", "A three-judge panel", 2, 1, "passed"),
    ("The Constitutional Court annulled the decree by seven votes to four.", "annulled the decree", "The Constitutional Court", 7, 4, "passed"),
    ("The state high court voted 4-3 to overturn the conviction.", "overturn the conviction", "The state high court", 4, 3, "passed"),
    ("By a majority of four to one, the judges dismissed the appeal.", "dismissed the appeal", "the judges", 4, 1, "passed"),
    ("The European court held by 16 votes to one that there had been a breach.", "there had been a breach", "The European court", 16, 1, "passed"),
    ("The justices voted 5-4 to block the execution.", "block the execution", "The justices", 5, 4, "passed"),
    ("The appeals court reversed the ruling 2-1.", "reversed the ruling", "The appeals court", 2, 1, "passed"),
    ("The tribunal found unanimously that the minister had broken the code.", "the minister had broken the code", "The tribunal", None, None, "passed"),
    ("Jurors voted 12-0 for acquittal.", "acquittal", "Jurors", 12, 0, "passed"),
    ("The jury was hung 8-4 in favor of guilt.", "guilt", "The jury", 8, 4, "passed"),
    ("Jurors found the skipper guilty by a 10-2 majority verdict.", "found the skipper guilty", "Jurors", 10, 2, "passed"),
    ("The grand jury voted 21-2 to indict the harbour master.", "indict the harbour master", "The grand jury", 21, 2, "passed"),
]  # fmt: skip

WORLD_BODIES: list[Told] = [
    ("The UN General Assembly voted 120-8 with 45 abstentions for a truce.", "a truce", "The UN General Assembly", 120, 8, "passed"),
    ("The Security Council adopted the text by 14 votes to none, with one abstention.", "the text", "The Security Council", 14, 0, "passed"),
    ("The Human Rights Council passed the resolution with 25 votes in favour, 16 against and six abstentions.", "the resolution", "The Human Rights Council", 25, 16, "passed"),
    ("The whaling commission turned down Tern's request by 46 votes to 25.", "Tern's request", "The whaling commission", 25, 46, "failed"),
    ("Ninety-three states voted for the resolution, 24 voted against and 58 abstained.", "the resolution", "states", 93, 24, "passed"),
    ("EU ambassadors approved the list, with 15 countries in favour, five against and seven abstaining.", "the list", "EU ambassadors", 15, 5, "passed"),
    ("The board of the nuclear agency passed the resolution 26-1 with six abstentions.", "the resolution", "The board of the nuclear agency", 26, 1, "passed"),
]  # fmt: skip

COMPANIES: list[Told] = [
    ("Shareholders of Tern Shipping voted 98.4 percent in favor of the takeover.", "the takeover", "Shareholders of Tern Shipping", 98.4, None, "passed"),
    ("Some 42% of shareholders voted against the chairman's re-appointment.", "the chairman's re-appointment", "shareholders", None, 42, None),
    ("Investors rejected the pay report by 55 percent to 45 percent.", "the pay report", "Investors", 45, 55, "failed"),
    ("The resolution was carried with 87.6 per cent of votes cast in favour.", "The resolution", None, 87.6, None, "passed"),
    ("Creditors holding 91% of the debt voted for the rescue plan.", "the rescue plan", "Creditors", 91, None, "passed"),
    ("The board of Tern Foods voted 7 to 4 to dismiss the chief executive.", "dismiss the chief executive", "The board of Tern Foods", 7, 4, "passed"),
    ("The Monetary Policy Committee voted 7-2 to leave rates unchanged.", "leave rates unchanged", "The Monetary Policy Committee", 7, 2, "passed"),
    ("The Fed raised rates by a quarter point in a 9-1 vote.", "raised rates by a quarter point", "The Fed", 9, 1, "passed"),
    ("The bank's rate-setters voted eight to one in favour of a cut.", "a cut", "The bank's rate-setters", 8, 1, "passed"),
    ("The advisory panel voted 16 to 1 in favour of approving the drug.", "approving the drug", "The advisory panel", 16, 1, "passed"),
    ("Advisers to the drug regulator voted 10-3 against recommending approval.", "recommending approval", "Advisers to the drug regulator", 3, 10, "failed"),
    ("The commission voted 3-2 along party lines to scrap the rules.", "scrap the rules", "The commission", 3, 2, "passed"),
]  # fmt: skip

UNIONS: list[Told] = [
    ("Dockers voted by 87% to 13% for industrial action.", "industrial action", "Dockers", 87, 13, "passed"),
    ("Train drivers backed the strike with 94% voting in favour on a turnout of 71%.", "the strike", "Train drivers", 94, None, "passed"),
    ("Teachers rejected the offer by a margin of 6,311 to 4,120.", "the offer", "Teachers", 4120, 6311, "failed"),
    ("Workers at Tern Foods voted 1,608 to 398 against the contract.", "the contract", "Workers at Tern Foods", 398, 1608, "failed"),
    ("Members of the nurses' union ratified the deal with 62 percent in favor.", "the deal", "Members of the nurses' union", 62, None, "passed"),
    ("Bus drivers narrowly accepted the pay deal, by 52% to 48%.", "the pay deal", "Bus drivers", 52, 48, "passed"),
    ("The strike was supported by 78 per cent of members who voted.", "The strike", "members", 78, None, "passed"),
    ("Pilots overwhelmingly voted in favour of a walkout.", "a walkout", "Pilots", None, None, "passed"),
]  # fmt: skip

REFERENDUMS: list[Told] = [
    ("Voters rejected the proposed constitution by 62% to 38%.", "the proposed constitution", "Voters", 38, 62, "failed"),
    ("Islanders voted by 1,513 to three to remain under the crown.", "remain under the crown", "Islanders", 1513, 3, "passed"),
    ("The yes side won with 66.4 percent of the vote.", None, None, 66.4, None, "passed"),
    ("The No campaign won the referendum by 55.3% to 44.7%.", "the referendum", None, 44.7, 55.3, "failed"),
    ("In a referendum 51.9 per cent voted to leave the league and 48.1 per cent to stay.", "leave the league", None, 51.9, 48.1, "passed"),
    ("Voters in Tern County approved Measure B with 67 percent in favor.", "Measure B", "Voters in Tern County", 67, None, "passed"),
    ("Proposition 9 failed, 58 percent to 42 percent.", "Proposition 9", None, 42, 58, "failed"),
    ("Swiss voters turned down the initiative by 63.3 percent.", "the initiative", "Swiss voters", None, 63.3, "failed"),
    ("The amendment was backed by 61% of voters.", "The amendment", "voters", 61, None, "passed"),
    ("The measure passed with 54.2% of the vote.", "The measure", None, 54.2, None, "passed"),
    ("Residents voted 311-287 against merging with the next town.", "merging with the next town", "Residents", 287, 311, "failed"),
]  # fmt: skip

CLUBS: list[Told] = [
    ("The General Synod voted by 250 to 181 in favour of blessing the boats.", "blessing the boats", "The General Synod", 250, 181, "passed"),
    ("Delegates to the party conference rejected the leadership's motion by 512 to 404.", "the leadership's motion", "Delegates to the party conference", 404, 512, "failed"),
    ("Premier clubs voted 14-6 to scrap the video referee.", "scrap the video referee", "Premier clubs", 14, 6, "passed"),
    ("League owners voted 31-1 to approve the move.", "approve the move", "League owners", 31, 1, "passed"),
    ("Bishops voted 168-55 to draft the document.", "draft the document", "Bishops", 168, 55, "passed"),
    ("The academy's members voted by 24 to five to admit women.", "admit women", "The academy's members", 24, 5, "passed"),
    ("Members of the yacht club voted 112 to 98 for the new pontoon.", "the new pontoon", "Members of the yacht club", 112, 98, "passed"),
    ("The ethics committee cleared the senator by a 6-4 vote.", "the senator", "The ethics committee", 6, 4, "passed"),
    ("The committee voted 23-17 along party lines to send the articles to the floor.", "send the articles to the floor", "The committee", 23, 17, "passed"),
    ("The Judiciary Committee advanced her nomination on a 12-10 vote.", "her nomination", "The Judiciary Committee", 12, 10, "passed"),
    ("The union's executive voted 18-15 to suspend the leader.", "suspend the leader", "The union's executive", 18, 15, "passed"),
]  # fmt: skip

HEADLINES: list[Told] = [
    ("Council votes 7-2 to close pool", "close pool", "Council", 7, 2, "passed"),
    ("Senate rejects ferry bill 44-56", "ferry bill", "Senate", 44, 56, "failed"),
    ("MPs back harbour plan by 311 to 302", "harbour plan", "MPs", 311, 302, "passed"),
    ("School board OKs budget in 4-3 vote", "budget", "School board", 4, 3, "passed"),
    ("Supreme Court strikes down boat tax, 6-3", "strikes down boat tax", "Supreme Court", 6, 3, "passed"),
    ("UN backs truce resolution 153-10", "truce resolution", "UN", 153, 10, "passed"),
    ("House panel approves net ban on 21-18 vote", "net ban", "House panel", 21, 18, "passed"),
    ("Nurses reject pay offer by 61% to 39%", "pay offer", "Nurses", 39, 61, "failed"),
]  # fmt: skip

WAYS: list[Told] = [
    ("The committee approved the plan unanimously.", "the plan", "The committee", None, None, "passed"),
    ("The board was unanimous in rejecting the offer.", "the offer", "The board", None, None, "failed"),
    ("Without a single vote against, the assembly adopted the charter.", "the charter", "the assembly", None, None, "passed"),
    ("The bill, opposed by only two senators, passed 98-2.", "The bill", None, 98, 2, "passed"),
    ("The plan, which councillors had rejected 9-4 in May, is back.", "The plan", "councillors", 4, 9, "failed"),
    ("The levy, approved 7-2 by the council last week, takes effect in June.", "The levy", "the council", 7, 2, "passed"),
    ("Having passed the House 310-118, the bill now goes to the Senate.", "the bill", "the House", 310, 118, "passed"),
    ("The legislation passed by a vote of 219 for and 210 against.", "The legislation", None, 219, 210, "passed"),
    ("The House passed the bill with 290 yes votes and 137 no votes.", "the bill", "The House", 290, 137, "passed"),
    ("Ten members voted for the motion and eight against, with two abstaining.", "the motion", "members", 10, 8, "passed"),
    ("There were 44 votes for the treaty and 56 against.", "the treaty", None, 44, 56, "failed"),
    ("Only three of the 15 councillors voted against the sale.", "the sale", "the 15 councillors", None, 3, None),
    ("The motion was put to the vote and lost, nine to six.", "The motion", None, 6, 9, "failed"),
    ("The proposal was approved, with nine in favour, two against and one abstention.", "The proposal", None, 9, 2, "passed"),
    ("The result was nine votes to six in favour of the jetty.", "the jetty", None, 9, 6, "passed"),
    ("It was approved by the Senate in an 81-19 vote.", None, "the Senate", 81, 19, "passed"),
    ("The vote to approve the sale was 7-1.", "approve the sale", None, 7, 1, "passed"),
    ("Ann Bell was confirmed as harbour secretary by 53 votes to 46.", "Ann Bell", None, 53, 46, "passed"),
    ("The Senate confirmed Ann Bell as harbour secretary, 53-46.", "Ann Bell as harbour secretary", "The Senate", 53, 46, "passed"),
    ("The plan was defeated by one vote, 8-7.", "The plan", None, 7, 8, "failed"),
    ("The measure fell two votes short, 58-42, of the 60 needed.", "The measure", None, 58, 42, "failed"),
    ("The vote was 50-50, and the vice president broke the tie in favor of the bill.", "the bill", None, 50, 50, "passed"),
    ("After a 10-10 draw the chair cast the deciding vote against the jetty.", "the jetty", None, 10, 10, "failed"),
    ("The motion tied 4-4 and therefore failed.", "The motion", None, 4, 4, "failed"),
]  # fmt: skip

ENGLISH = [
    *LEGISLATURES, *GOVERNMENTS, *COUNCILS, *SCHOOLS, *COURTS, *WORLD_BODIES, *COMPANIES, *UNIONS, *REFERENDUMS, *CLUBS, *HEADLINES, *WAYS,
]  # fmt: skip

GERMAN: list[Told] = [
    ("Der Bundestag stimmte mit 391 zu 254 Stimmen für das Hafengesetz.", "das Hafengesetz", "Der Bundestag", 391, 254, "passed"),
    ("Der Nationalrat lehnte die Initiative mit 121 zu 68 Stimmen bei 4 Enthaltungen ab.", "die Initiative", "Der Nationalrat", 68, 121, "failed"),
    ("Mit 61 zu 58 Stimmen hat der Kantonsrat dem Kredit zugestimmt.", "dem Kredit", "der Kantonsrat", 61, 58, "passed"),
    ("Das Abgeordnetenhaus verabschiedete den Haushalt mit 84 Ja- gegen 63 Nein-Stimmen.", "den Haushalt", "Das Abgeordnetenhaus", 84, 63, "passed"),
    ("Der Antrag der Grünen scheiterte mit 12 zu 19 Stimmen.", "Der Antrag der Grünen", None, 12, 19, "failed"),
    ("Der Gemeinderat hat den Bebauungsplan bei drei Gegenstimmen beschlossen.", "den Bebauungsplan", "Der Gemeinderat", None, 3, "passed"),
    ("Der Ausschuss empfahl die Vorlage mit 9 zu 4 Stimmen zur Annahme.", "die Vorlage", "Der Ausschuss", 9, 4, "passed"),
    ("Die Vorlage wurde in der Schlussabstimmung mit 135 zu 54 Stimmen angenommen.", "Die Vorlage", None, 135, 54, "passed"),
    ("54,3 Prozent der Stimmberechtigten lehnten die Vorlage ab.", "die Vorlage", "der Stimmberechtigten", None, 54.3, "failed"),
    ("Die Bürger stimmten mit 55,1 Prozent für den Neubau.", "den Neubau", "Die Bürger", 55.1, None, "passed"),
    ("Bei der Volksabstimmung votierten 52 Prozent für den Austritt und 48 Prozent dagegen.", "den Austritt", None, 52, 48, "passed"),
    ("Die Gewerkschaftsmitglieder stimmten mit 93 Prozent für den Streik.", "den Streik", "Die Gewerkschaftsmitglieder", 93, None, "passed"),
    ("Die Aktionäre billigten die Übernahme mit 97,8 Prozent der Stimmen.", "die Übernahme", "Die Aktionäre", 97.8, None, "passed"),
    ("Der Misstrauensantrag wurde mit 207 gegen 191 Stimmen zurückgewiesen.", "Der Misstrauensantrag", None, 191, 207, "failed"),
    ("Die UN-Vollversammlung nahm die Resolution mit 121 Ja-Stimmen bei 14 Gegenstimmen und 44 Enthaltungen an.", "die Resolution", "Die UN-Vollversammlung", 121, 14, "passed"),
    ("Mit Stichentscheid des Präsidenten lehnte die Kommission den Antrag mit 13 zu 12 Stimmen ab.", "den Antrag", "die Kommission", 12, 13, "failed"),
    ("Die Abgeordneten stimmten einstimmig für das Gesetz.", "das Gesetz", "Die Abgeordneten", None, None, "passed"),
    ("Der Kreistag beschloss mit 31:22 Stimmen, die Klinik zu schliessen.", "die Klinik zu schliessen", "Der Kreistag", 31, 22, "passed"),
    ("Das Verfassungsgericht erklärte die Steuer mit fünf zu drei Stimmen für nichtig.", "die Steuer", "Das Verfassungsgericht", 5, 3, "passed"),
    ("Der Stadtrat genehmigte den Kredit mit 41 Ja zu 12 Nein bei drei Enthaltungen.", "den Kredit", "Der Stadtrat", 41, 12, "passed"),
    ("Die Delegierten verwarfen die Resolution mit 210 zu 184 Stimmen.", "die Resolution", "Die Delegierten", 184, 210, "failed"),
    ("Der Landrat trat mit 52 zu 31 Stimmen auf die Vorlage ein.", "die Vorlage", "Der Landrat", 52, 31, "passed"),
    ("Das Unterhaus stimmte mit 310 zu 267 Stimmen gegen den Vertrag.", "den Vertrag", "Das Unterhaus", 267, 310, "failed"),
    ("Gemeinderat lehnt Neubau mit 8:7 ab", "Neubau", "Gemeinderat", 7, 8, "failed"),
    ("Das Gesetz passierte den Senat mit 56 zu 43 Stimmen.", "Das Gesetz", "den Senat", 56, 43, "passed"),
]  # fmt: skip

FRENCH: list[Told] = [
    ("L’Assemblée nationale a rejeté la motion de censure par 289 voix contre 244.", "la motion de censure", "L’Assemblée nationale", 244, 289, "failed"),
    ("Le texte a été adopté par 331 voix pour, 176 contre et 44 abstentions.", "Le texte", None, 331, 176, "passed"),
    ("Les députés ont adopté le budget par 291 voix contre 273.", "le budget", "Les députés", 291, 273, "passed"),
    ("Le Conseil national a accepté la motion par 112 voix contre 78 et 3 abstentions.", "la motion", "Le Conseil national", 112, 78, "passed"),
    ("Par 27 voix contre 15, le Conseil des États a refusé l’initiative.", "l’initiative", "le Conseil des États", 15, 27, "failed"),
    ("Le conseil municipal a voté la fermeture de la piscine par 23 voix pour et 12 contre.", "la fermeture de la piscine", "Le conseil municipal", 23, 12, "passed"),
    ("L’amendement a été repoussé par 61 voix contre 54.", "L’amendement", None, 54, 61, "failed"),
    ("Les Suisses ont dit non à l’initiative à 63,3 %.", "l’initiative", "Les Suisses", None, 63.3, "failed"),
    ("Le non l’a emporté avec 55,7 % des suffrages.", None, None, None, 55.7, "failed"),
    ("Les actionnaires ont approuvé la fusion à 98,1 %.", "la fusion", "Les actionnaires", 98.1, None, "passed"),
    ("Les salariés ont voté la grève à 84 %.", "la grève", "Les salariés", 84, None, "passed"),
    ("La résolution a été adoptée par 121 voix pour, 14 contre et 44 abstentions.", "La résolution", None, 121, 14, "passed"),
    ("Le Sénat a voté à l’unanimité en faveur de la proposition.", "la proposition", "Le Sénat", None, None, "passed"),
    ("La Cour suprême a jugé, par six voix contre trois, que la taxe était illégale.", "la taxe était illégale", "La Cour suprême", 6, 3, "passed"),
    ("Le projet a été approuvé par huit conseillers contre cinq.", "Le projet", None, 8, 5, "passed"),
    ("Le Sénat adopte la réforme par 195 voix contre 112", "la réforme", "Le Sénat", 195, 112, "passed"),
    ("Le Parlement européen a adopté la directive à 412 voix contre 181.", "la directive", "Le Parlement européen", 412, 181, "passed"),
    ("La Chambre des communes a approuvé le projet de loi par 320 voix contre 251.", "le projet de loi", "La Chambre des communes", 320, 251, "passed"),
    ("Onze élus ont voté pour la vente, sept contre.", "la vente", "élus", 11, 7, "passed"),
]  # fmt: skip

SPANISH: list[Told] = [
    ("El Congreso rechazó la moción de censura por 201 votos en contra y 53 a favor.", "la moción de censura", "El Congreso", 53, 201, "failed"),
    ("El Senado aprobó el proyecto con 38 votos a favor, 31 en contra y dos abstenciones.", "el proyecto", "El Senado", 38, 31, "passed"),
    ("La Cámara de Diputados aprobó la ley por 129 votos contra 125.", "la ley", "La Cámara de Diputados", 129, 125, "passed"),
    ("El pleno del Ayuntamiento rechazó la moción con 14 votos en contra y 11 a favor.", "la moción", "El pleno del Ayuntamiento", 11, 14, "failed"),
    ("La reforma fue aprobada por 66 votos a favor y 58 en contra.", "La reforma", None, 66, 58, "passed"),
    ("El Tribunal Constitucional avaló la ley por siete votos a cuatro.", "la ley", "El Tribunal Constitucional", 7, 4, "passed"),
    ("La Asamblea General adoptó la resolución con 141 votos a favor, 7 en contra y 32 abstenciones.", "la resolución", "La Asamblea General", 141, 7, "passed"),
    ("El 54% de los votantes rechazó la nueva Constitución.", "la nueva Constitución", "los votantes", None, 54, "failed"),
    ("El no ganó con el 50,2% de los votos.", None, None, None, 50.2, "failed"),
    ("Los accionistas aprobaron la fusión con el 96,7% de los votos.", "la fusión", "Los accionistas", 96.7, None, "passed"),
    ("Los diputados aprobaron la enmienda por 178 votos frente a 165.", "la enmienda", "Los diputados", 178, 165, "passed"),
    ("El concejo votó 7 a 2 para cerrar la piscina.", "cerrar la piscina", "El concejo", 7, 2, "passed"),
    ("La Corte falló 6-3 a favor de la empresa.", "la empresa", "La Corte", 6, 3, "passed"),
    ("El Parlamento aprobó por unanimidad la ley de puertos.", "la ley de puertos", "El Parlamento", None, None, "passed"),
    ("La propuesta salió adelante con 13 votos a favor y 12 en contra.", "La propuesta", None, 13, 12, "passed"),
    ("El Senado rechaza la reforma por 38 votos a 31", "la reforma", "El Senado", 31, 38, "failed"),
    ("Votaron a favor 72 diputados y 29 en contra.", None, "diputados", 72, 29, "passed"),
    ("La iniciativa fue rechazada con 20 votos en contra, 15 a favor y una abstención.", "La iniciativa", None, 15, 20, "failed"),
]  # fmt: skip

MISSED: list[tuple[str, Told, str]] = [
    ("en", ("The Commons gave the Harbours Bill a second reading by 320 to 251.", "the Harbours Bill a second reading", "The Commons", 320, 251, "passed"), "a verb that says nothing without its noun: gave a reading"),
    ("en", ("Parliament toppled the cabinet in a no-confidence vote, 101 to 67.", "a no-confidence vote", "Parliament", 101, 67, "passed"), "the verb is no verb of voting, so the nearest body is taken for the voters"),
    ("en", ("Nobody on the parish council voted against the new bench.", "the new bench", "the parish council", None, 0, "passed"), "nobody is no number with a unit"),
    ("en", ("A federal appeals court, splitting 8-6, let the ban stand.", "let the ban stand", "A federal appeals court", 8, 6, None), "what was decided is behind a participle"),
    ("en", ("The draft failed to win the nine votes it needed: four countries voted in favour, three against and eight abstained.", "The draft", None, 4, 3, "failed"), "the motion is before a verb that has an object of its own"),
    ("en", ("WHO member states elected to keep the rule, with 83 for, 14 against.", "keep the rule", "WHO member states", 83, 14, "passed"), "elected to is no verb of voting"),
    ("en", ("Russia vetoed the draft resolution in the Security Council, while 12 members voted in favour.", "the draft resolution", "the Security Council", 12, None, "failed"), "a veto and a count in one sentence"),
    ("en", ("More than 80 per cent of votes were cast in favour of the merger.", "the merger", None, None, None, "passed"), "more than is not kept apart from the number"),
    ("en", ("The subcommittee reported the bill out by voice vote.", "the bill", "The subcommittee", None, None, "passed"), "reported out is no verb of voting"),
    ("en", ("The amendment needed 67 votes but got only 58, with 40 against.", "The amendment", None, 58, 40, "failed"), "the end of the motion is a verb that is not known"),
    ("de", ("Für den Antrag stimmten 23 Stadträte, dagegen 17.", "den Antrag", "Stadträte", 23, 17, "passed"), "the motion stands before the verb, with its side"),
    ("fr", ("Le budget a été voté à la majorité, avec cinq voix contre.", "Le budget", None, None, 5, "passed"), "majority is taken for a body"),
]  # fmt: skip
"""Those that are still misread, with the cause; one that is read goes into its table above."""

Each = tuple[str | None, float | None, float | None]
SEVERAL: list[tuple[str, list[Each]]] = [
    ("The council voted 7-2 for the pier and 5-4 for the jetty.", [("the pier", 7, 2), ("the jetty", 5, 4)]),
    ("The House passed the bill 231-188 and the Senate cleared it 66-32.", [("the bill", 231, 188), ("the bill", 66, 32)]),
    ("Voters approved the bond 61-39 but rejected the levy 48-52.", [("the bond", 61, 39), ("the levy", 48, 52)]),
    ("The first article passed 230-197 and the second 229-198.", [("The first article", 230, 197), ("the second", 229, 198)]),
    ("The Senate confirmed Bell 94-2 and Li 94-3.", [("Bell", 94, 2), ("Li", 94, 3)]),
    ("The budget was approved 9-0 and the tax rate 6-3.", [("The budget", 9, 0), ("the tax rate", 6, 3)]),
    ("The pier was approved 7-2. The jetty was approved by the same vote.", [("The pier", 7, 2), ("The jetty", 7, 2)]),
    ("Councillors approved the pier by 12 votes to 9; an amendment to delay it fell by 10 to 11.", [("the pier", 12, 9), ("an amendment to delay it", 10, 11)]),
    ("The council approved the pier, 7-2, and the lease, 8-1.", [("the pier", 7, 2), ("the lease", 8, 1)]),
    ("The committee rejected the first plan 8-3, then approved the second 6-5.", [("the first plan", 3, 8), ("the second", 6, 5)]),
    ("The bill passed the House 220-213 in May and the Senate 51-50 in June.", [("The bill", 220, 213), ("The bill", 51, 50)]),
    ("The resolutions on the pier and the jetty passed 9-2 and 8-3, respectively.", [("The resolutions on the pier", 9, 2), ("the jetty", 8, 3)]),
]  # fmt: skip

NO_VOTES = [
    # Scores and records
    "The Terns improved to 12-4 after Saturday's vote of confidence in their coach.",
    "The Lords beat the Commons 3-2 in the annual parliamentary football match.",
    "Harbour United drew 2-2 and members of the crowd approved.",
    "The Bulls are 41-20 and lead the division.",
    "She beat the delegate 21-15, 21-18 to win the badminton title.",
    "The Senators lost 5-1 on Tuesday to fall to 8-12.",
    "The team has a 7-2 record since the board hired Bell.",
    "The Union defeated the Assembly 24-17 in the opening match of the season.",
    "He pinned the councillor's son in the 5-3 decision bout.",
    "Ann Bell has a 3-1 lead over Bo Li in the world title match.",
    "Her record on the tour is 14-3, members of the panel noted.",
    # Ages, dates, times
    "The law covers people aged 18-25 and passed last year.",
    "The council's 2023-24 budget was approved on Tuesday, officials said, after 10-12 hours of talks.",
    "The Senate sits from 9 to 5 and may vote late.",
    "Members aged between 35 and 40 can vote in the youth section.",
    "The board voted in 2011-12 for a review.",
    "Voting takes place on 6-7 May.",
    # Odds and polls
    "The bookmakers make the bill's passage 5-2.",
    "A survey of members found 58% for and 31% against the plan.",
    "Polls put Leave ahead by 52% to 48%.",
    "Fifty-two percent of Americans support the law and 41 percent oppose it, according to the poll.",
    "The poll of 1,004 voters showed 44 per cent for yes and 42 per cent for no.",
    # Seats and make-up
    "Labour won 14 seats to the Liberals' 9 on the council.",
    "The Senate is divided 52-48 between the parties.",
    "The chamber has 61 members, 34 of them from the ruling party, 27 from the opposition.",
    "With a 5-4 liberal majority, the court takes up the case in June.",
    "Republicans control the council 6-3.",
    "The party has a 222-211 edge in the House.",
    "Harbour's council now has 21 Greens to 18 Reds after the vote.",
    # Prices, phones, codes, shares
    "Tickets for the council's gala are $10-15, members vote free.",
    "To vote for the bench, call 555-0199 or text 12-34.",
    "The union asked members to contribute 2 to 3 percent of pay.",
    "The board declared a 3-for-1 split of the shares.",
    "Resolution 48-11 of the assembly deals with moorings.",
    "The shares fell 3-4 percent after the shareholders' vote.",
    "The bill would cost $4 to $5 for each voter.",
    # Voted best, elections
    "The pub was voted best in the county by members of the ale society.",
    "She was elected leader with 57% of the vote to his 43%.",
    "He won the mayoral runoff by 5,211 votes to 4,988.",
    "Bell defeated Li 54-46 in Tuesday's primary.",
    "The senator won her seat by 51% to 49% in 2018.",
    "In the leadership election Ann Bell took 211 votes and Bo Li 146.",
    "The academy voted the film best picture.",
    "The incumbent, who won with 60 percent of the vote, backs the bill.",
    # Court sentences, statistics, ratios
    "The court sentenced him to 10 to 12 years.",
    "The judge gave the skipper a sentence of 5-7 years, and the jury agreed.",
    "The appeal court cut the sentence from 12 to 9 years.",
    "Women outnumber men by 3 to 1 on the committee.",
    "The committee found that one in five members, 20 to 25 percent, never vote.",
    "Of 40 bills, the house passed 12 and 28 lapsed.",
    "The ratio of yes to no letters was 5 to 1, the council said.",
    "Turnout among members rose from 42 to 57 percent.",
    # What has not happened
    "The council may vote 7-2 to close the pool, insiders think.",
    "If passed, the measure would need a 60-40 vote in the Senate.",
    "A 5-4 ruling against the city would end the scheme.",
    "The Senate is expected to vote 52-48 to confirm Bell.",
    "Supporters hope to win 60 votes to 40.",
    "He would have lost the vote 201-229, aides say.",
]  # fmt: skip

NO_VOTES_ELSEWHERE = [
    ("de", "Der FC Hafen gewann mit 4:2 gegen die Auswahl des Stadtrats."),
    ("de", "Laut einer Umfrage sind 54 Prozent für und 40 Prozent gegen die Vorlage."),
    ("de", "Der Gemeinderat tagt von 9 bis 12 Uhr."),
    ("de", "Das Gericht verurteilte ihn zu 3 bis 4 Jahren Haft."),
    ("de", "Die Grünen kommen auf 21 zu 18 Sitze im Rat."),
    ("de", "Der Rat wird am 12. März über den Antrag abstimmen."),
    ("de", "Bell setzte sich in der Stichwahl mit 54 zu 46 Prozent gegen Li durch."),
    ("de", "Die Quote für eine Annahme liegt bei 5:2."),
    ("fr", "L’équipe du Sénat a battu celle de l’Assemblée par 3 buts à 1."),
    ("fr", "Selon le sondage, 54 % des Français sont pour la loi et 40 % contre."),
    ("fr", "Elle a été élue avec 57 % des voix contre 43 % à son adversaire."),
    ("fr", "Le tribunal l’a condamné à une peine de 3 à 4 ans de prison."),
    ("fr", "Le conseil compte 21 élus contre 18 pour l’opposition."),
    ("es", "El equipo del Congreso ganó 4-2 al del Senado."),
    ("es", "Según la encuesta, el 54% apoya la ley y el 40% la rechaza."),
    ("es", "Fue elegida con el 57% de los votos frente al 43% de su rival."),
    ("es", "El tribunal lo condenó a entre 3 y 4 años de cárcel."),
    ("es", "El partido suma 21 concejales frente a 18 de la oposición."),
]  # fmt: skip
