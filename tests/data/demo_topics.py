"""The topics that the demo team brought in a year, one file each."""

# ruff: noqa: E501 - a long line here is a long line of the file that it becomes

from datetime import date

from tests.data.demo_shapes import Topic

DISCUSSED = (
    Topic(
        date(2025, 11, 25),
        "goran",
        "who-looks-after-staging",
        "Who looks after staging",
        "decide",
        20,
        """Staging is everybody's and so nobody's. In October it was broken on eleven days, and on nine
of them three people started to mend it at the same time.

I would like one name per week, and a list of what that person does and does not do.""",
        interest=("ana", "dani", "fay"),
        talk=(
            "dani: it matters most on the day before a demo",
            "ben: please not the person on call",
        ),
        series="joint",
    ),
    Topic(
        date(2025, 12, 2),
        "ana",
        "postgis-index-for-the-tile-queries",
        "PostGIS index for the tile queries",
        "decide",
        15,
        """The tile endpoint reads far more rows than it draws: the spatial index finds the place, and the
date is filtered row by row afterwards.

Two ways out: one index over both, or a table per year. Measurements for both are on the branch.""",
        interest=("ben", "goran"),
        talk=("ben: how long does it take to build on the live table?",),
        links=("../solutions/map-of-many-points.md",),
    ),
    Topic(
        date(2026, 1, 13),
        "ben",
        "django-migrations-without-downtime",
        "Django migrations without downtime",
        "decide",
        20,
        """We stopped the booking service for six minutes to rename a column. Nobody complained, because
it was 22:00 and I was the one who stayed.

Proposal: every change of the schema in two releases, the old code working with both.""",
        interest=("ana", "carla"),
        links=("../guidelines/migrations-without-downtime.md",),
    ),
    Topic(
        date(2026, 1, 27),
        "fay",
        "accessibility-review-of-the-atlas",
        "Accessibility review of the atlas",
        "feedback",
        20,
        """An outside reviewer comes in spring. I went through the atlas with their list and found 31
points: 19 are small, eight need design, four need the map library.

What should we mend before they come, and what do we tell them openly?""",
        interest=("carla", "dani", "eli"),
        talk=("eli: the wizard shares nine of the small ones, so let us mend those once",),
        series="joint",
    ),
    Topic(
        date(2026, 2, 10),
        "eli",
        "how-we-take-uploads-over-5-gb",
        "How we take uploads over 5 GB",
        "decide",
        20,
        """Survey crews send folders of sonar data. The present upload goes through our own server, and
a cut in the line at 98 % means starting again.

I want to know whether resumable uploads straight to the object store become our normal way.""",
        interest=("ana", "ben", "dani", "goran"),
        talk=(
            "goran: abandoned parts cost money until somebody deletes them",
            "ana: the crews have a good line only in the evening",
        ),
        links=("../solutions/large-uploads.md",),
    ),
    Topic(
        date(2026, 2, 24),
        "eli",
        "react-forms-we-keep-writing-again",
        "React forms we keep writing again",
        "help",
        20,
        """Five permit wizards, five ways to keep a draft, four ways to show an error. I am away from
March, and I would rather leave one wizard than five behind.

Who takes over the one, and which of the five is the best start?""",
        interest=("dani", "fay"),
        series="joint",
    ),
    Topic(
        date(2026, 3, 10),
        "ana",
        "vector-tiles-or-geojson-for-the-atlas",
        "Vector tiles or GeoJSON for the atlas",
        "decide",
        20,
        """The atlas sends 18 MB of GeoJSON on the first visit. Vector tiles would send 300 KB for the
same view, and they need a build step that we have to look after.""",
        interest=("dani", "fay", "goran"),
        talk=("dani: popups read attributes that tiles would drop",),
        links=("../solutions/map-of-many-points.md",),
    ),
    Topic(
        date(2026, 3, 24),
        "carla",
        "estimates-as-ranges",
        "Estimates as ranges",
        "decide",
        20,
        """Of our last fourteen estimates, three were right to the day and nine were too low. A single
number is read as a promise, so let us stop giving single numbers.

A range in which three of five such jobs fall, and the track record beside it.""",
        interest=("ana", "ben", "dani", "goran"),
        series="joint",
        meeting="2026-03-27-joint",
    ),
    Topic(
        date(2026, 4, 7),
        "ben",
        "search-that-forgives-spelling",
        "Search that forgives spelling",
        "feedback",
        15,
        """People look for harbours by ear. A third of the searches that find nothing are one letter away
from a name we have. I tried two ways and would like to hear which one you would rather maintain.""",
        interest=("fay", "goran"),
        links=("../solutions/search-by-place.md",),
    ),
    Topic(
        date(2026, 5, 12),
        "goran",
        "docker-images-that-take-ten-minutes",
        "Docker images that take ten minutes",
        "decide",
        15,
        """Each push builds each image from nothing. That is ten minutes of waiting, forty times a day.
I can cut it to two with a shared base image, if somebody besides me learns how it is made.""",
        interest=("ben", "hana"),
        talk=("hana: I can learn it, I have time for it now",),
    ),
    Topic(
        date(2026, 5, 26),
        "hana",
        "how-newcomers-find-their-way",
        "How newcomers find their way",
        "share",
        20,
        """Three weeks in, I wrote down each time I did not know where to look: 42 times. Most of them
were one link away. I show the list, and you tell me which page should have told me.""",
        interest=("ana", "ben", "carla", "goran"),
        series="joint",
    ),
    Topic(
        date(2026, 6, 9),
        "goran",
        "observability-what-a-trace-should-tell-us",
        "Observability: what a trace should tell us",
        "help",
        15,
        """We collect traces and nobody opens them. Bring one question that you could not answer during
the last incident, and we look whether a trace could have.""",
        interest=("ana", "ben"),
    ),
    Topic(
        date(2026, 6, 30),
        "dani",
        "typescript-strict-mode-in-mooring",
        "TypeScript strict mode in Mooring",
        "decide",
        15,
        """Strict mode shows 611 errors in Mooring. About forty of them are real bugs, I counted a sample.
Folder by folder, or one week with all hands?""",
        interest=("eli", "hana"),
        talk=("eli: folder by folder worked for the wizard",),
    ),
    Topic(
        date(2026, 7, 28),
        "fay",
        "offline-work-on-the-quay",
        "Offline work on the quay",
        "feedback",
        25,
        """Two inspectors took the prototype to sea for a week. It kept every reading, and it confused them
twice about what had been sent. I show both moments and three ideas.""",
        interest=("ben", "eli", "hana"),
        links=("../solutions/offline-field-work.md",),
        series="joint",
        meeting="2026-07-31-joint",
    ),
    Topic(
        date(2026, 9, 8),
        "hana",
        "review-within-a-day",
        "Review within a day",
        "decide",
        15,
        """Half of our pull requests wait more than two days for the first look. A first look within one
working day would be enough, a whole review may take longer.""",
        interest=("ana", "carla", "dani", "eli"),
        links=("../guidelines/review-requests.md",),
    ),
    Topic(
        date(2026, 10, 13),
        "dani",
        "one-language-for-map-styles",
        "One language for map styles",
        "decide",
        20,
        """Three sites, three ways to describe how a harbour looks on the map. One shared style with
variables for colours would halve the work, and tie the sites' releases together.""",
        interest=("ana", "fay"),
    ),
    Topic(
        date(2026, 11, 3),
        "ana",
        "measure-before-we-cache-again",
        "Measure before we cache again",
        "feedback",
        15,
        """There are four caches between the tide model and the reader, and each was added for a good
reason that nobody wrote down. Before a fifth I would like to see what the four do.""",
        interest=("dani", "goran", "hana"),
        links=("../solutions/charts-in-the-page.md",),
    ),
    Topic(
        date(2026, 11, 17),
        "carla",
        "what-we-promise-about-availability",
        "What we promise about availability",
        "decide",
        20,
        """Mooring's new contract asks for a number. We have never missed a working hour, and we have never
measured it either. Which number can we stand behind, and who answers at night?""",
        interest=("ben", "goran"),
        talk=("goran: 99.5 % is what the measured year would bear",),
        links=("../proposals/saltmarsh-beacon.md",),
        meeting="2026-11-20-friday",
    ),
)

WAITING = (
    Topic(
        date(2026, 10, 20),
        "eli",
        "a-shared-mailbox-for-permit-questions",
        "A shared mailbox for permit questions",
        "decide",
        10,
        """Questions about permits reach whoever answered last time. A shared mailbox would spread them,
and it needs somebody who empties it.""",
        interest=("carla",),
        status="parked",
        because="the northern port decides in January who answers their users",
    ),
    Topic(
        date(2026, 11, 4),
        "carla",
        "who-is-here-in-the-last-week-of-the-year",
        "Who is here in the last week of the year",
        "help",
        5,
        """Please write your days off into your own file under people/, so that on-call can be planned
before December.""",
        interest=("goran",),
        status="async",
        because="everybody writes it down, nothing to talk about",
    ),
    Topic(
        date(2026, 11, 9),
        "fay",
        "what-we-show-when-there-is-no-network",
        "What we show when there is no network",
        "decide",
        15,
        """The offline prototype, the atlas and the wizard each say something else when the line is gone:
a red bar, a grey map, nothing at all. I propose one sentence and one sign for all three.""",
        interest=("ana", "ben", "eli", "goran"),
        talk=(
            "eli: the wizard should also say that nothing is lost",
            "ben: please tell offline from our server being down",
        ),
        links=("../solutions/offline-field-work.md",),
    ),
    Topic(
        date(2026, 11, 11),
        "hana",
        "the-page-of-acronyms",
        "The page of acronyms: keep or drop",
        "share",
        5,
        """It has 64 entries, eleven of them from clients who have left. I show what people look up most.""",
        interest=("carla",),
    ),
    Topic(
        date(2026, 11, 12),
        "ben",
        "retry-rules-for-webhooks",
        "Retry rules for webhooks",
        "feedback",
        10,
        """We send a webhook again five times in an hour and then never more. Ferryline asks for a day.
I have a draft of the rules and would like to hear where it is too clever.""",
        interest=("goran", "hana"),
        talk=("goran: a day of retries needs a limit per receiver",),
    ),
    Topic(
        date(2026, 11, 17),
        "dani",
        "a-second-renderer-for-the-atlas",
        "A second renderer for the atlas",
        "help",
        10,
        """The browsers' new graphics interface draws our currents twice as fast on my machine, and not at
all on the port's. Who has a machine to try it on?""",
    ),
    Topic(
        date(2026, 11, 18),
        "ana",
        "storage-limits-for-uploads",
        "Storage limits for uploads",
        "decide",
        15,
        """Resumable uploads work, and the store grows by 200 GB a month. I propose a limit per project and
a date after which raw files move to cheap storage.""",
        interest=("ben", "carla", "dani"),
        talk=("carla: the limit belongs into the offer, next to the price",),
        links=("../solutions/large-uploads.md",),
        meeting="2026-12-04-friday",
    ),
    Topic(
        date(2026, 11, 19),
        "goran",
        "a-second-database-for-releases",
        "A second database for releases",
        "decide",
        20,
        """Releases with two sets of servers are easy, and the database is still one. I show what it would
take to switch it as well, and I do not know yet whether it is worth it.""",
        interest=("ana", "ben", "hana"),
        series="joint",
    ),
)

TOPICS = DISCUSSED + WAITING
