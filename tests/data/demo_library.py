"""The demo team's proposal, pairs, talks, guidelines and posts, written out."""

# ruff: noqa: E501 - a long line here is a long line of the file that it becomes

from datetime import date

from tests.data.demo_shapes import Page

PROPOSALS = (
    Page(
        "proposals/saltmarsh-beacon.md",
        {
            "title": "Saltmarsh beacon",
            "status": "proposal",
            "owner": "carla",
            "decider": "carla",
            "starts": date(2027, 1, 11),
            "ends": date(2027, 6, 25),
            "probability": 60,
            "scope": "medium",
            "risk": "medium",
        },
        """# Saltmarsh beacon

Wardens of a salt marsh want to be told when the water comes higher than the paths, with a map that
visitors understand and a form for what the wardens see on their rounds.

## Needs

| Need | Skill | Level | FTE | From | To | Solution |
| --- | --- | --- | --- | --- | --- | --- |
| Tide map for visitors | vector-tiles | 3 | 0.5 | 2027-01-11 | 2027-03-26 | [Map of many points](../solutions/map-of-many-points.md) |
| Warnings by level | data-pipelines | 3 | 0.4 | 2027-01-11 | 2027-04-30 |  |
| Form for the wardens' rounds | offline | 3 | 0.5 | 2027-02-15 | 2027-05-28 | [Offline field work](../solutions/offline-field-work.md) |
| Running it day and night | observability | 3 | 0.2 | 2027-04-01 | 2027-06-25 |  |

## Allocation

| Need | Person | Role | Part | From | To | State |
| --- | --- | --- | --- | --- | --- | --- |
| Tide map for visitors | @dani | main | 40 | 2027-01-11 | 2027-03-26 | volunteered |
| Tide map for visitors | @ana | support | 10 | 2027-01-11 | 2027-03-26 | agreed |
| Warnings by level | @ana | main | 30 | 2027-01-11 | 2027-04-30 | suggested |
| Warnings by level | @hana | support | 20 | 2027-01-11 | 2027-04-30 | volunteered |
| Form for the wardens' rounds | @fay | main | 50 | 2027-02-15 | 2027-05-28 | agreed |
| Running it day and night | @goran | main | 20 | 2027-04-01 | 2027-06-25 | declined |

## Advice

| Asked | Why | On | By |
| --- | --- | --- | --- |
| @ana | the map and the warnings both need you | 2026-11-16 | 2026-11-20 |
| @goran | somebody has to run it at night | 2026-11-16 | 2026-11-20 |
| @ben | the warnings go out through your webhooks | 2026-11-19 | 2026-11-27 |

### 2026-11-18 @ana

I can help with the map, and I would rather not be the main person for both. Hana has wanted to
learn data pipelines since May: let her lead the second half of the warnings, with me beside her.

### 2026-11-20 @goran

Not at night, not with one person. If the wardens can live with an answer in the morning, I take part.

## Decision

Not decided yet. Ben's advice is still to come.
""",
        date(2026, 11, 20),
        "carla",
        "Ask for advice on Saltmarsh beacon",
    ),
)

PAIRING = (
    Page(
        "pairing/2026-w22-backend.md",
        {
            "title": "Pairs of week 22, backend",
            "date": date(2026, 5, 25),
            "areas": ["backend"],
            "mix": "inside",
            "seed": 20260525,
        },
        """# Pairs of week 22, backend

An hour or so, whenever it suits you both. What you do is up to you: a ticket, a tour, a question.

| Pair | Last time together | In common | Could teach |
| --- | --- | --- | --- |
| @ana @hana | never | python | @ana: postgres |
| @ben @carla @goran | 2026-03-20 (carla, goran) | queues, testing | @goran: docker |
""",
        date(2026, 5, 25),
        "ana",
        "Draw the pairs of week 22 in backend",
    ),
    Page(
        "pairing/2026-w41-backend-frontend.md",
        {
            "title": "Pairs of week 41, backend and frontend",
            "date": date(2026, 10, 5),
            "areas": ["backend", "frontend"],
            "mix": "across",
            "seed": 20261005,
        },
        """# Pairs of week 41, backend and frontend

This time somebody from the other area. Show each other where your half of a page comes from.

| Pair | Last time together | In common | Could teach |
| --- | --- | --- | --- |
| @ana @eli | 2026-08-28 | api-design | @eli: css |
| @ben @dani | 2026-02-20 | python, typescript | @dani: maplibre |
| @carla @goran | 2026-03-20 | ci, testing | @goran: docker |
| @fay @hana | never | testing, typescript | @fay: accessibility |
""",
        date(2026, 10, 5),
        "ana",
        "Draw the pairs of week 41 across the areas",
    ),
    Page(
        "pairing/sessions/2026-05-27-ana-hana.md",
        {
            "title": "2026-05-27 ana and hana: query plans",
            "date": date(2026, 5, 27),
            "people": ["ana", "hana"],
            "minutes": 75,
            "activity": "teach",
            "skills": ["postgis", "postgres"],
            "round": "2026-w22-backend",
        },
        """# Query plans, read from the inside out

## What we did

Took the slowest tile query of the week and guessed, before each run, what the planner would do.

## What we learnt

- Hana: the innermost line runs first, and the row counts tell more than the costs.
- Ana: I had not said aloud for years why a statistic can be wrong.

## For next time

- [x] @hana Bring a slow query of your own  (due:: 2026-06-10)
""",
        date(2026, 5, 28),
        "hana",
        "Pairing of Ana and Hana on 2026-05-27",
    ),
    Page(
        "pairing/sessions/2026-05-28-ben-carla.md",
        {
            "title": "2026-05-28 ben and carla: the booking export",
            "date": date(2026, 5, 28),
            "people": ["ben", "carla"],
            "minutes": 60,
            "activity": "project",
            "skills": ["django", "testing"],
            "round": "2026-w22-backend",
        },
        """# The booking export, tests first

## What we did

Wrote six tests from the client's own spreadsheet, then the export. Carla typed, Ben asked.

## What we learnt

- The client's spreadsheet counts a night, our database counts a day.
- A test name in the client's words can be shown to the client.

## For next time

Choose the task the day before, we spent a quarter of the hour on that.
""",
        date(2026, 5, 29),
        "ben",
        "Pairing of Ben and Carla on 2026-05-28",
    ),
    Page(
        "pairing/sessions/2026-10-07-fay-hana.md",
        {
            "title": "2026-10-07 fay and hana: the atlas by ear",
            "date": date(2026, 10, 7),
            "people": ["fay", "hana"],
            "minutes": 50,
            "activity": "demo",
            "skills": ["accessibility"],
            "round": "2026-w41-backend-frontend",
        },
        """# The atlas by ear

## What we did

Switched the screen off and looked for a harbour with the keyboard and a screen reader.

## What we learnt

- The API sends names in capitals, and they are spelt out letter by letter.
- Headings are the map of somebody who listens.

## For next time

Try the wizard, with Eli.
""",
        date(2026, 10, 8),
        "fay",
        "Pairing of Fay and Hana on 2026-10-07",
    ),
    Page(
        "pairing/sessions/2026-10-08-ana-eli.md",
        {
            "title": "2026-10-08 ana and eli: progress that tells the truth",
            "date": date(2026, 10, 8),
            "people": ["ana", "eli"],
            "minutes": 65,
            "activity": "project",
            "skills": ["api-design", "react"],
            "round": "2026-w41-backend-frontend",
        },
        """# Progress that tells the truth

## What we did

Followed one upload from the first byte to the thumbnail, and counted what each side calls "done".

## What we learnt

- There are four kinds of done, the page knew one.
- A signed address may end while the last part is on its way.

## For next time

Show the four steps to a crew before we build them.
""",
        date(2026, 10, 8),
        "eli",
        "Pairing of Ana and Eli on 2026-10-08",
    ),
)

TALKS = (
    Page(
        "talks/vector-tiles-in-twenty-minutes.md",
        {
            "title": "Vector tiles in twenty minutes",
            "status": "given",
            "speakers": ["ana"],
            "asked_by": ["dani", "hana"],
            "date": date(2026, 6, 26),
            "series": "joint",
            "minutes": 20,
            "skills": ["maplibre", "vector-tiles"],
        },
        """# Vector tiles in twenty minutes

What is inside a tile, what never gets there, and who decides. No slides, one map and a pencil.

[Notes of that day](../notes/2026-06-26-joint.md)
""",
        date(2026, 6, 29),
        "ana",
        "Talk given: Vector tiles in twenty minutes",
    ),
    Page(
        "talks/maps-without-a-mouse.md",
        {
            "title": "Maps without a mouse",
            "status": "scheduled",
            "speakers": ["fay", "dani"],
            "asked_by": ["eli"],
            "date": date(2026, 12, 18),
            "series": "friday",
            "minutes": 15,
            "skills": ["accessibility", "maplibre"],
        },
        """# Maps without a mouse

What we changed in the atlas so that a keyboard is enough, and the two things that we would do otherwise.
""",
        date(2026, 11, 10),
        "fay",
        "Schedule the talk Maps without a mouse",
    ),
    Page(
        "talks/what-runs-when-we-sleep.md",
        {
            "title": "What runs when we sleep",
            "status": "wanted",
            "asked_by": ["ana", "ben", "hana"],
            "minutes": 20,
            "skills": ["kubernetes", "observability"],
        },
        """# What runs when we sleep

We would like to know what starts at night, in which order, and what to look at first in the morning.
Who would tell us?
""",
        date(2026, 10, 14),
        "hana",
        "Wish for a talk: What runs when we sleep",
    ),
)

GUIDELINES = (
    Page(
        "guidelines/migrations-without-downtime.md",
        {
            "title": "Migrations without downtime",
            "status": "accepted",
            "owner": "ben",
            "last_reviewed_on": date(2026, 7, 30),
            "review_in": "6 months",
            "areas": ["backend"],
            "skills": ["django", "postgres"],
        },
        """# Migrations without downtime

Every change of the schema goes out in two releases. Between them, the old and the new code must both
run on the same tables.

1. Add: a new column may be empty, a new table may be unused.
2. Move: fill it in small steps, in a job that can be stopped.
3. Remove: only when a release has run for a week without it.

Never rename. Add, move, remove.

Agreed on [2026-01-16](../notes/2026-01-16-friday.md).
""",
        date(2026, 7, 30),
        "ben",
        "Review the guideline on migrations",
    ),
    Page(
        "guidelines/review-requests.md",
        {
            "title": "How we ask for a review",
            "status": "accepted",
            "owner": "hana",
            "last_reviewed_on": date(2026, 9, 24),
            "review_in": "6 months",
            "areas": ["backend", "frontend"],
        },
        """# How we ask for a review

Say why first, then how to try it, then what you left out. Under 300 lines where you can.

A first look comes within one working day. One sentence is enough: "I read it tomorrow at ten."
If you cannot, name somebody who can.

Agreed on [2026-09-11](../notes/2026-09-11-friday.md).
""",
        date(2026, 9, 24),
        "hana",
        "Add the first look to the guideline on reviews",
    ),
    Page(
        "guidelines/your-first-terraform-change.md",
        {
            "title": "Your first Terraform change",
            "status": "draft",
            "owner": "goran",
            "last_reviewed_on": date(2026, 4, 28),
            "review_by": date(2026, 10, 30),
            "areas": ["backend"],
            "skills": ["terraform"],
        },
        """# Your first Terraform change

A tag on a bucket is a good first change: it can be seen, and it can do no harm.

1. Make the plan, save it to a file, and read it aloud to somebody.
2. Apply that file and nothing else.
3. Make a second plan. It should be empty.

Still missing: what to do when it is not empty.
""",
        date(2026, 4, 28),
        "goran",
        "Draft a guideline for the first Terraform change",
    ),
    Page(
        "guidelines/deliveries-by-file-server.md",
        {
            "title": "Deliveries by file server",
            "status": "retired",
            "owner": "carla",
            "last_reviewed_on": date(2026, 3, 10),
            "areas": ["backend"],
        },
        """# Deliveries by file server

Retired in March 2026. Clients upload into [the object store](../solutions/large-uploads.md) now.
""",
        date(2026, 3, 10),
        "carla",
        "Retire the guideline on deliveries by file server",
    ),
)

BLOG = (
    Page(
        "blog/eighteen-megabytes-less.md",
        {
            "title": "Eighteen megabytes less",
            "status": "published",
            "authors": ["ana", "dani"],
            "reviewers": ["fay"],
            "from": ["../notes/2026-03-13-friday.md", "../solutions/map-of-many-points.md"],
            "published_url": "https://harbour.example/blog/eighteen-megabytes-less",
        },
        """# Eighteen megabytes less

The first visit to our atlas used to cost a reader 18 MB. This is the story of the afternoon on which
we asked what the reader needs in the first ten seconds, and of the three weeks after it.
""",
        date(2026, 6, 4),
        "dani",
        "Publish Eighteen megabytes less",
    ),
    Page(
        "blog/the-number-that-waits.md",
        {
            "title": "The number that waits",
            "status": "draft",
            "authors": ["fay"],
            "reviewers": ["hana"],
            "due": date(2026, 12, 4),
            "from": ["../notes/2026-07-31-joint.md"],
        },
        """# The number that waits

Two inspectors, one week at sea, no network. What they taught us about the difference between "saved"
and "sent", and why a number calmed them where a green tick did not.

## To do before it goes out

A photograph that we may use, and the inspectors' yes.
""",
        date(2026, 10, 27),
        "fay",
        "Draft the post The number that waits",
    ),
    Page(
        "blog/forty-two-questions.md",
        {
            "title": "Forty-two questions of a newcomer",
            "status": "idea",
            "authors": ["hana"],
            "from": ["../topics/2026-05-26-hana-how-newcomers-find-their-way.md"],
        },
        """# Forty-two questions of a newcomer

An idea: the list from day one to day twenty, and what became of each entry half a year later.
""",
        date(2026, 11, 16),
        "hana",
        "Idea for a post: Forty-two questions of a newcomer",
    ),
)

README = """\
# Harbour team

What we talk about, decide, know and can do. Everything here is plain text: change it in the browser,
in your editor, or with `teamkit`.

- [Agendas](agendas/) and [notes](notes/) of our meetings, Fridays at 13:00
- [Topics](topics/): bring one by adding a file
- [People](people/) and [skills](skills/): your own file is yours to write
- [Solutions](solutions/): needs of our clients, and how we meet them
- [Proposals](proposals/), [pairs](pairing/), [talks](talks/), [guidelines](guidelines/), [posts](blog/)
"""

PAGES = PROPOSALS + PAIRING + TALKS + GUIDELINES + BLOG
