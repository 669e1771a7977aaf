"""Read the text of a web page, as a scraper leaves it, and see what is in it."""

import newsmodel as nm

PAGE = """\
Night bus to Saltmarsh is saved - The Harbour Post
Menu
Subscribe

Night bus to Saltmarsh is saved
Council keeps the route until 2028 after a long debate
By Ida Moreno, transport editor

Click here to sign up for our newsletter

The night bus to Saltmarsh keeps running. The council of Port Lorne decided so on Tuesday evening.

Councillors voted 11-6 in favour of the motion to extend the contract. A second motion, on free rides for pupils, was rejected by 9 votes to 8.

"People who work late have no other way home", said Tomas Reed, who drives the route.

Read more: Harbour ferry gets a new timetable

Support the Harbour Post
Reporting from the coast costs money. Please help us with a gift of £5, £10 or £20 a month.
"""

article = nm.loads(PAGE, format="text")

print("headline:", article.headline)
print("byline:  ", ", ".join(byline.name for byline in article.bylines))
print("body:    ", len(article.paragraphs), "paragraphs")
for vote in article.votes:
    print(f"vote:     {vote.yes}-{vote.no}, {vote.outcome}: {vote.motion}")
for appeal in article.appeals:
    print("appeal:  ", ", ".join(f"{amount.currency} {amount.value}" for amount in appeal.amounts))
