"""The needs that the demo team meets, and how: one file of solutions/ each."""

# ruff: noqa: E501 - a long line here is a long line of the file that it becomes

from datetime import date

from tests.data.demo_shapes import Need

OWNED = (
    Need(
        "large-uploads",
        "Let people upload very large files",
        "owned",
        "eli",
        '"Our crews come back with 40 GB of sonar and a bad line. It has to arrive, and nobody should\nhave to sit beside it."',
        ("api-design", "offline", "react"),
        ("files", "storage"),
        ways=(
            "Resumable upload to the object store | files over 1 GB, or a bad line | 3-6 d | abandoned parts cost money; the browser goes to sleep | @eli @ana",
            "Upload through our server | files under 200 MB, one at a time | 1-2 d | cut by a time-out; every file stored twice for an hour | @ben",
            "A disk by post | more than 2 TB, once | 1 d | lost or wet disk | @goran",
        ),
        details=(
            (
                "Resumable upload to the object store",
                "The browser cuts the file into parts and sends them straight to the store with signed addresses.\nIt remembers which parts have arrived, also after a restart. A rule deletes parts older than two\ndays. The component lives in the shared library, the signing in a small service.",
            ),
        ),
        jobs=(
            "Tidewatch | 2026-02-26 | Resumable upload to the object store | 4-6 d | 7 d | abandoned parts cost money | ask for the store's rights on day one",
            "Mooring | 2026-05-21 | Resumable upload to the object store | 3-6 d | 4 d |  | the component was reused as it is",
            "Ferryline | 2026-09-10 | Resumable upload to the object store | 3-6 d | 3 d | the browser goes to sleep | a sentence on the page helped more than code",
            "Mooring | 2025-06-12 | Upload through our server | 1-2 d | 3 d | cut by a time-out | write down every time-out first",
        ),
        reviewed=date(2026, 9, 14),
        review_in="6 months",
    ),
    Need(
        "map-of-many-points",
        "Show a million points on a map without waiting",
        "owned",
        "ana",
        '"We know where everything is, and the map takes a minute to say so."',
        ("maplibre", "postgis", "vector-tiles"),
        ("maps",),
        ways=(
            "Vector tiles built at night | the data changes once a day or less | 5-9 d | attributes dropped from the tiles; the night build fails unseen | @ana @dani",
            "Tiles from the database | the data changes all the time | 4-8 d | slow queries at small zooms; an empty cache on Monday | @ana",
            "One GeoJSON file | under 5,000 points | 4-8 h | grows without notice | @dani",
        ),
        details=(
            (
                "Vector tiles built at night",
                "One file per region, simplified per zoom before it is clipped. The list beside the map asks the\nAPI for its attributes; the tiles only carry what is drawn.",
            ),
            (
                "Tiles from the database",
                "One query per tile over an index on geometry and date, and an hour in the cache. Look at the plan\nat the smallest zoom first: that is where it hurts.",
            ),
        ),
        jobs=(
            "Saltmarsh atlas | 2026-04-16 | Vector tiles built at night | 5-8 d | 9 d | attributes dropped from the tiles | show popups to the client before the build",
            "Tidewatch | 2025-12-18 | Tiles from the database | 4-6 d | 4 d |  | the index was the whole work",
            "Ferryline | 2026-06-25 | One GeoJSON file | 4 h | 6 h |  | fine for 300 stops",
        ),
        reviewed=date(2026, 7, 2),
        review_in="6 months",
    ),
    Need(
        "sign-in",
        "Let people sign in with the account they already have",
        "owned",
        "ben",
        '"Please, not another password."',
        ("api-design", "django", "security"),
        ("accounts",),
        ways=(
            "The client's own sign-in service | the client has one and somebody who answers | 3-5 d | waiting for the client's people; test accounts expire | @ben",
            "A link by e-mail | few users, rare visits | 2-3 d | mails are held back; links opened by mail scanners | @ben @carla",
        ),
        details=(
            (
                "The client's own sign-in service",
                "We speak the usual standard and keep no passwords. Start with a mail to the client's people on\nthe first day: the waiting is longer than the work.",
            ),
        ),
        jobs=(
            "Mooring | 2026-01-15 | The client's own sign-in service | 3-5 d | 8 d | waiting for the client's people | ask before the contract is signed",
            "Ferryline | 2026-05-07 | The client's own sign-in service | 3-5 d | 4 d | test accounts expire | ask for two test accounts",
            "Saltmarsh atlas | 2026-08-06 | A link by e-mail | 2-3 d | 2 d |  | links work once, after a click on a button",
        ),
        reviewed=date(2026, 5, 11),
        review_in="6 months",
    ),
    Need(
        "scheduled-reports",
        "Send a report every month without anybody thinking of it",
        "owned",
        "carla",
        '"The board meets on the first Monday and wants the numbers on the table."',
        ("django", "queues"),
        ("reports",),
        ways=(
            "A job that renders and sends | the numbers come from our own database | 2-4 d | a failed job stays unseen; daylight saving time | @ben @carla",
            "A page that is always current | readers come by themselves | 1-3 d | nobody comes | @dani",
        ),
        details=(
            (
                "A job that renders and sends",
                "A queue job with the month as its input, so that each report can be made again. It waits for the\nnight load and says so on the board when it did not run.",
            ),
        ),
        jobs=(
            "Mooring | 2026-03-05 | A job that renders and sends | 2-4 d | 3 d |  | keep the input, then everything can be repeated",
            "Tidewatch | 2025-10-09 | A job that renders and sends | 2 d | 4 d | daylight saving time | days are days, not 24 hours",
        ),
        reviewed=date(2026, 3, 6),
        review_by=date(2026, 11, 30),
    ),
    Need(
        "search-by-place",
        "Find a record by a place name, also a misspelt one",
        "owned",
        "ben",
        '"Our people write the harbours as they hear them."',
        ("postgres", "search"),
        ("search",),
        ways=(
            "Trigrams in the database | up to a few million names | 2-4 d | short names match everything | @ben",
            "A search engine beside it | more names, or several languages | 8-13 d | one more thing to run; the index lags behind | @ben @goran",
        ),
        details=(
            (
                "Trigrams in the database",
                "Names are stored once as written and once folded, without accents. The answer says which word it\ntook. Names under four letters are looked up exactly.",
            ),
        ),
        jobs=(
            "Saltmarsh atlas | 2026-04-30 | Trigrams in the database | 2-4 d | 3 d | short names match everything | three-letter harbours exist",
            "Ferryline | 2026-10-08 | Trigrams in the database | 1-2 d | 1 d |  | the second time it is a configuration",
        ),
        reviewed=date(2026, 10, 9),
        review_in="12 months",
    ),
    Need(
        "charts-in-the-page",
        "Draw charts that keep themselves up to date",
        "owned",
        "dani",
        '"I want to leave it open on the wall and look up now and then."',
        ("accessibility", "dataviz", "typescript"),
        ("charts",),
        ways=(
            "Our chart component | lines, bars and time up to 20,000 readings | 1-3 d | empty looks like loading; a hidden tab falls behind | @dani @fay",
            "Drawn on a canvas | more readings, or animation | 4-7 d | nothing for screen readers; blurred text | @dani",
        ),
        details=(
            (
                "Our chart component",
                "One component over one library, with a table of the same numbers behind a button. It asks for news\neach minute and catches up when the tab is seen again.",
            ),
        ),
        jobs=(
            "Tidewatch | 2026-01-22 | Drawn on a canvas | 4-6 d | 9 d | blurred text; nothing for screen readers | the table of numbers comes first",
            "Mooring | 2026-06-11 | Our chart component | 1-3 d | 2 d |  |",
            "Ferryline | 2026-07-16 | Our chart component | 1-2 d | 2 d | empty looks like loading | four states are drawn in the design",
            "Saltmarsh atlas | 2026-10-22 | Our chart component | 1-3 d | 1 d |  | no surprise at all",
            "Tidewatch | 2026-11-12 | Our chart component | 2-3 d | 3 d | a hidden tab falls behind | the wall screen is never hidden, until somebody locks it",
        ),
        reviewed=date(2026, 11, 12),
        review_in="6 months",
    ),
    Need(
        "forms-with-many-steps",
        "A long form that people can leave and come back to",
        "owned",
        "eli",
        '"Our permit has eleven pages, and the phone rings on page nine."',
        ("accessibility", "react", "typescript"),
        ("forms",),
        ways=(
            "The wizard | more than two pages, or rules that change | 4-8 d | rules known to one person at the client; old drafts after a change | @eli @fay",
            "One long page | no rules between the fields | 1-2 d | people lose their place | @dani",
        ),
        details=(
            (
                "The wizard",
                "Fields and rules are data, checked in the browser and again on the server. Drafts carry the number\nof their rules, and old ones are shown what has changed.",
            ),
        ),
        jobs=(
            "Mooring | 2025-12-11 | The wizard | 6-10 d | 14 d | rules known to one person at the client | ask for the paper form on day one",
            "Ferryline | 2026-08-13 | The wizard | 4-8 d | 6 d |  | the second one took half the time",
            "Mooring | 2026-11-05 | The wizard | 4-8 d | 7 d | old drafts after a change | number the rules",
        ),
        reviewed=date(2026, 8, 20),
        review_in="6 months",
    ),
    Need(
        "a-copy-for-every-change",
        "See each change in a copy of the site before it goes live",
        "owned",
        "goran",
        '"May I try it before our users do?"',
        ("ci", "docker", "terraform"),
        ("delivery",),
        ways=(
            "A preview per branch | any of our own sites | 2-3 d | previews without enough data; forgotten copies cost money | @goran @dani",
            "A staging site | one release at a time, with the client's own data | 3-5 d | broken by two people at once | @goran",
        ),
        details=(
            (
                "A preview per branch",
                "Every push builds a copy with its own small database. It goes away two days after the merge, and a\nbudget alarm finds the ones that did not.",
            ),
        ),
        jobs=(
            "Ferryline | 2026-02-19 | A preview per branch | 2-4 d | 5 d | previews without enough data | agree on the invented data first",
            "Mooring | 2026-07-09 | A preview per branch | 2-3 d | 2 d |  | copied from Ferryline",
            "Tidewatch | 2026-02-12 | A staging site | 3-5 d | 4 d |  | a rebuild is calmer than an import",
        ),
        reviewed=date(2026, 4, 2),
        review_in="6 months",
    ),
)

OTHERS = (
    Need(
        "offline-field-work",
        "Collect readings where there is no network",
        "trying",
        "fay",
        '"Behind the breakwater there is nothing, and that is where the gauges are."',
        ("offline", "typescript"),
        ("field", "offline"),
        ways=(
            "A web app that works offline | short visits, one person per gauge | 10-18 d | unclear what has been sent; storage emptied by the phone | @fay @ben",
            "Paper and a photograph | a few readings a month | 1 d | typing mistakes | @hana",
        ),
        details=(
            (
                "A web app that works offline",
                "Readings are kept in the browser and sent when the line is back; the server takes the same reading\ntwice without harm. The number that waits is always on the screen.",
            ),
        ),
        jobs=(
            "Tidewatch | 2026-07-23 | A web app that works offline | 8-15 d | 17 d | unclear what has been sent | a number is clearer than a colour",
        ),
        reviewed=date(2026, 8, 3),
        review_by=date(2027, 1, 29),
    ),
    Need(
        "several-languages",
        "Publish every page in three languages",
        "missing",
        "",
        '"Half of our sailors read English, a third read French, and the law wants Spanish."\n\nAsked for twice this year. We have translated labels, never whole pages with their pictures.',
        ("react",),
        ("content",),
    ),
    Need(
        "pictures-from-orbit",
        "Show this week's picture from orbit beside last year's",
        "missing",
        "ana",
        '"We want to see the sandbank move."\n\nThe raster store is the first half. The second half, drawing two large pictures side by side, has\nnot been tried by anybody here.',
        ("maplibre", "raster"),
        ("imagery", "maps"),
        ways=(
            "Two windows on one raster file | a guess, nobody has tried | 8-20 d | unknown licence; slow on phones | @ana",
        ),
        reviewed=date(2026, 6, 19),
        review_by=date(2026, 12, 18),
    ),
    Need(
        "map-as-a-pdf",
        "Save the map as a PDF",
        "retired",
        "dani",
        '"For the wall of the office."\n\nRetired in April 2026: the browser\'s own print view does it since the style for paper exists.',
        ("css", "maplibre"),
        ("maps", "print"),
        ways=(
            "A hidden browser that prints | not any more | 5-8 d | eats memory; fonts differ | @dani",
        ),
        jobs=(
            "Saltmarsh atlas | 2025-05-15 | A hidden browser that prints | 3 d | 8 d | eats memory | do not run browsers beside a database",
        ),
        reviewed=date(2026, 4, 14),
    ),
)

NEEDS = OWNED + OTHERS
