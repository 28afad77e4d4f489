"""Who is in the demo team, and what each of them writes about their own skills."""

# ruff: noqa: E501 - a long line here is a long line of the file that it becomes

from datetime import date

from tests.data.demo_shapes import Person

PEOPLE = (
    Person(
        "ana",
        "Ana Ferrándiz",
        ("backend",),
        ("Ana",),
        date(2019, 9, 2),
        """Databases, maps and everything between the two. I look after knowledge sharing: ask me when you
do not know whom to ask. Mornings are best, and I like to draw on paper.""",
        (
            "postgres | 4 | keep | 2026-10-06 | happy to read slow plans with you",
            "postgis | 4 | keep | 2026-10-06 | since before it was easy",
            "vector-tiles | 4 | keep | 2026-10-06 |",
            "raster | 3 | more | 2026-10-06 | moving our store this year",
            "python | 3 | keep | 2026-02-03 |",
            "django | 2 | less | 2026-02-03 |",
            "caching | 3 | more | 2026-10-06 |",
            "api-design | 3 |  | 2025-12-09 |",
            "data-pipelines | 3 | more | 2026-10-06 |",
            "terraform | 1 | more | 2025-12-09 | would like one change from start to end",
            "docker | 2 |  | 2025-12-09 |",
            "testing | 2 | more | 2026-02-03 |",
            "maplibre | 1 |  | 2025-12-09 |",
        ),
        date(2026, 10, 6),
        away=("2026-08-03/2026-08-21",),
    ),
    Person(
        "ben",
        "Ben Oakhurst",
        ("backend",),
        ("Ben", "Benjamin"),
        date(2021, 3, 1),
        """Services that talk to other people's services. Ask me about queues, retries and time zones.
I think with my hands, so a keyboard between us helps.""",
        (
            "python | 4 | keep | 2026-03-17 |",
            "django | 4 | keep | 2026-03-17 |",
            "queues | 4 | keep | 2026-03-17 | also the ones that swallow errors",
            "api-design | 4 | more | 2026-06-02 |",
            "postgres | 3 |  | 2025-12-10 |",
            "search | 3 | more | 2026-06-02 | trigrams only, so far",
            "security | 3 | more | 2026-06-02 |",
            "testing | 3 | keep | 2026-03-17 |",
            "observability | 2 | more | 2026-06-02 |",
            "docker | 2 |  | 2025-12-10 |",
            "typescript | 1 |  | 2025-12-10 |",
            "data-pipelines | 2 | more | 2026-06-02 |",
            "estimating | 2 | more | 2026-06-02 |",
        ),
        date(2026, 6, 2),
        away=("2026-04-02/2026-04-06", "2026-07-13/2026-07-24"),
    ),
    Person(
        "carla",
        "Carla Quintás",
        ("backend",),
        ("Carla",),
        date(2018, 5, 14),
        """I look after capacity: who has room for what, and until when. I still write code on two days.
Talk to me before you promise a date to somebody.""",
        (
            "estimating | 4 | keep | 2026-04-14 | ranges, please",
            "python | 3 |  | 2026-04-14 |",
            "django | 3 | keep | 2025-11-19 |",
            "postgres | 2 |  | 2025-11-19 |",
            "api-design | 3 | keep | 2026-04-14 |",
            "security | 2 | more | 2026-04-14 | the paper side of it",
            "testing | 3 |  | 2025-11-19 |",
            "dataviz | 1 | more | 2026-04-14 |",
            "ci | 2 | less | 2025-11-19 |",
            "queues | 2 |  | 2025-11-19 |",
        ),
        date(2026, 4, 14),
        away=("2026-08-10/2026-08-28", "2026-12-23/2027-01-06"),
        capacity=80,
    ),
    Person(
        "dani",
        "Dani Vallcorba",
        ("frontend",),
        ("Dani", "Daniel"),
        date(2020, 1, 13),
        """Charts, maps and the component library. I measure before I believe. Afternoons are good for
pairing, and I bring the coffee.""",
        (
            "typescript | 4 | keep | 2026-07-07 |",
            "react | 4 | keep | 2026-07-07 |",
            "maplibre | 4 | keep | 2026-09-08 |",
            "dataviz | 4 | more | 2026-09-08 |",
            "css | 3 |  | 2025-12-02 |",
            "testing | 3 | more | 2026-07-07 | in the browser",
            "vector-tiles | 2 | more | 2026-07-07 | from the eating side",
            "accessibility | 2 | more | 2025-12-02 |",
            "ci | 3 | less | 2025-12-02 |",
            "caching | 2 |  | 2025-12-02 |",
            "python | 1 |  | 2025-12-02 |",
        ),
        date(2026, 9, 8),
        away=("2026-03-30/2026-04-06", "2026-08-17/2026-09-04"),
    ),
    Person(
        "eli",
        "Eli Mirabent",
        ("frontend",),
        ("Eli", "Elisenda"),
        date(2021, 10, 4),
        """Long forms that people can bear. Back since June after parental leave, and out of the door at
four. Ask me about drafts, errors and odd fields.""",
        (
            "react | 4 | keep | 2026-06-30 |",
            "typescript | 3 | more | 2026-06-30 |",
            "css | 4 | keep | 2026-06-30 |",
            "accessibility | 3 | more | 2026-06-30 |",
            "testing | 2 | more | 2026-06-30 |",
            "api-design | 2 |  | 2025-12-16 |",
            "maplibre | 1 |  | 2025-12-16 |",
            "dataviz | 2 |  | 2025-12-16 |",
            "python | 2 |  | 2026-06-30 |",
            "offline | 2 | more | 2026-06-30 |",
        ),
        date(2026, 6, 30),
        away=("2026-03-02/2026-06-12",),
        capacity=80,
    ),
    Person(
        "fay",
        "Fay Thornquist",
        ("frontend",),
        ("Fay",),
        date(2022, 6, 7),
        """I care that everybody can use what we make, with a keyboard, a screen reader or wet gloves.
One hour behind you in Lisbon.""",
        (
            "accessibility | 4 | keep | 2026-05-19 | come and listen to your own page",
            "css | 4 |  | 2026-05-19 |",
            "react | 3 | keep | 2026-05-19 |",
            "typescript | 3 |  | 2025-12-03 |",
            "offline | 3 | more | 2026-09-15 |",
            "maplibre | 2 | more | 2026-05-19 |",
            "testing | 3 | keep | 2026-09-15 |",
            "dataviz | 2 |  | 2025-12-03 |",
            "wasm | 0 | more | 2026-09-15 | curious, has anybody tried?",
            "caching | 2 | more | 2026-09-15 |",
            "ci | 1 |  | 2025-12-03 |",
        ),
        date(2026, 9, 15),
        away=("2026-07-06/2026-07-17", "2026-11-27/2026-12-11"),
        timezone="Europe/Lisbon",
    ),
    Person(
        "goran",
        "Goran Pletikosić",
        ("backend", "frontend"),
        ("Goran",),
        date(2019, 2, 18),
        """I keep things running for both areas and would like to keep less of it in my head. If you want
to learn how a release works, come along on a Tuesday.""",
        (
            "terraform | 4 | less | 2026-08-11 | looking for a second person",
            "kubernetes | 4 | keep | 2026-08-11 |",
            "docker | 4 | keep | 2026-08-11 |",
            "ci | 4 | keep | 2026-08-11 |",
            "observability | 4 | keep | 2026-08-11 |",
            "security | 3 | more | 2026-08-11 |",
            "caching | 3 |  | 2026-01-20 |",
            "postgres | 3 |  | 2026-01-20 | the running of it",
            "python | 2 |  | 2025-11-25 |",
            "queues | 3 |  | 2026-01-20 |",
            "typescript | 1 |  | 2025-11-25 |",
            "raster | 1 | more | 2026-08-11 |",
            "vector-tiles | 2 |  | 2025-11-25 |",
            "testing | 2 |  | 2025-11-25 |",
        ),
        date(2026, 8, 11),
        away=("2026-08-24/2026-09-04",),
    ),
    Person(
        "hana",
        "Hana Dvorská",
        ("backend",),
        ("Hana",),
        date(2026, 5, 4),
        """New since May 2026, from logistics software. I keep the page for day one, because I still
remember it. I ask everything twice.""",
        (
            "python | 3 | keep | 2026-05-19 |",
            "django | 2 | more | 2026-05-19 |",
            "postgres | 2 | more | 2026-10-13 |",
            "postgis | 1 | more | 2026-10-13 |",
            "queues | 2 | more | 2026-10-13 |",
            "docker | 3 | more | 2026-10-13 | the base image is half mine",
            "testing | 3 | keep | 2026-05-19 |",
            "typescript | 2 |  | 2026-05-19 |",
            "search | 1 |  | 2026-10-13 |",
            "ci | 2 | more | 2026-10-13 |",
            "data-pipelines | 1 | more | 2026-10-13 |",
        ),
        date(2026, 10, 13),
        away=("2026-08-03/2026-08-07",),
    ),
)

CATALOG = """\
# The team's words for what we know. Add a skill when two people need a name for it.
# `needs` says what one should know first; `aliases` are other ways people write it.

levels: {0: not yet, 1: I have seen it, 2: I can do it with help, 3: I can do it alone, 4: I can teach it}

skills:
  # Data and maps
  postgres: {title: PostgreSQL, field: data, aliases: [postgresql, psql]}
  postgis: {title: PostGIS, field: data, aliases: [postgres gis, geo postgres], needs: [postgres]}
  vector-tiles: {title: Vector tiles, field: data, aliases: [mvt, tiles], needs: [postgis]}
  raster: {title: Raster data, field: data, aliases: [geotiff, cog]}
  data-pipelines: {title: Data pipelines, field: data, aliases: [etl], needs: [python]}

  # Services
  python: {title: Python, field: backend, aliases: [py]}
  django: {title: Django, field: backend, needs: [python, postgres]}
  queues: {title: Job queues, field: backend, aliases: [background jobs, workers]}
  api-design: {title: API design, field: backend, aliases: [rest, openapi]}
  search: {title: Search, field: backend, aliases: [full-text search, trigrams]}
  caching: {title: Caching, field: backend, aliases: [cache, http cache]}

  # Pages
  typescript: {title: TypeScript, field: frontend, aliases: [ts]}
  react: {title: React, field: frontend, aliases: [reactjs], needs: [typescript]}
  maplibre: {title: MapLibre, field: frontend, aliases: [web maps, map library], needs: [typescript]}
  dataviz: {title: Data visualisation, field: frontend, aliases: [charts, dataviz]}
  css: {title: CSS, field: frontend, aliases: [styling]}
  accessibility: {title: Accessibility, field: frontend, aliases: [a11y]}
  offline: {title: Offline web apps, field: frontend, aliases: [service worker, pwa], needs: [typescript]}
  wasm: {title: WebAssembly, field: frontend}

  # Running things
  docker: {title: Docker, field: ops, aliases: [containers]}
  kubernetes: {title: Kubernetes, field: ops, aliases: [k8s], needs: [docker]}
  terraform: {title: Terraform, field: ops, aliases: [iac, infrastructure as code]}
  ci: {title: Continuous integration, field: ops, aliases: [ci/cd, pipelines]}
  observability: {title: Observability, field: ops, aliases: [tracing, monitoring]}

  # How we work
  testing: {title: Testing, field: practice, aliases: [tests, tdd]}
  security: {title: Security, field: practice, aliases: [appsec]}
  estimating: {title: Estimating, field: practice, aliases: [estimates]}
"""

SETTINGS = """\
# The settings of our team repository. Lines that start with # are for people;
# teamkit keeps them when it changes something here.

format: 1
name: Harbour team
timezone: Europe/Madrid

# Who belongs to which area is written in people/, by each person.
areas: [backend, frontend]

# Who looks after what. Knowledge prepares the Friday meeting; capacity knows who has room.
roles: {knowledge: [ana], capacity: [carla]}

# Every change that teamkit makes is one commit. With `false` you commit by hand.
commit: true

series:
  # Every Friday after lunch, except when the joint meeting takes its place.
  friday:
    title: Weekly engineering meeting
    rule: FREQ=WEEKLY;BYDAY=FR
    start: "13:00"
    minutes: 60
    note_taker_seats: 1
    facilitator: rotate
    rounds:
      - {name: Wins, minutes: 8, label: Win, prompt: What went well this week?}
      - {name: Frustrations, minutes: 8, label: Frustration, prompt: What got in your way?}
      - {name: Learnings, minutes: 8, label: TIL, prompt: What do you know now that you did not know on Monday?}
      - {name: Pairing, minutes: 6, label: Pairing, prompt: With whom did you share a keyboard?}
    input_by: Thu 18:00

  # Both areas together, on the last Friday of the month.
  joint:
    title: Monthly joint meeting
    rule: FREQ=MONTHLY;BYDAY=-1FR
    start: "13:00"
    minutes: 90
    replaces: [friday]
    facilitator: rotate
    standing:
      - {title: Numbers of the month, minutes: 5, owner: carla}
    rounds:
      - {name: News, minutes: 15, label: News, prompt: What should the other area know?}
      - {name: Thanks, minutes: 10, label: Shoutout, prompt: Whom would you like to thank?}
    input_by: Wed 18:00
"""

#: People who sent regrets for one day, beside the days in their own files.
REGRETS = {
    "2025-12-05": ("fay",),
    "2026-01-16": ("goran",),
    "2026-02-13": ("carla",),
    "2026-03-13": ("ben",),
    "2026-04-10": ("ana",),
    "2026-05-15": ("dani",),
    "2026-06-19": ("hana",),
    "2026-07-03": ("carla",),
    "2026-09-11": ("ben",),
    "2026-10-09": ("dani", "hana"),
    "2026-10-23": ("goran",),
    "2026-11-13": ("eli",),
}

#: Meetings that did not take place, and why.
CANCELLED = {
    "2025-12-26": "most of us are away between the years",
    "2026-01-02": "half of the team is still on holiday",
}
