"""What the demo team said about its topics: one block per heading of the notes.

Each line becomes a bullet. An action is written `[x7] @ana Words +14`: ticked 7 days after the
meeting, due 14 days after it; `[ ]` is still open, `[-7] ... (why)` was dropped after 7 days.
"""

# ruff: noqa: E501 - a long line here is a long line of the file that it becomes

#: (day, heading, lines); the headings of a day come in the order of its meeting.
TALK = (
    (
        "2025-11-21",
        "How we name branches and previews",
        """
Key: a preview's address is made from the branch, and half of them are too long for a certificate
Decision: the ticket's number first, then two or three words
[x7] @goran Refuse branch names over 40 characters in the pipeline +14
[x14] @dani Put the preview's address into the first comment of a pull request +14
""",
    ),
    (
        "2025-11-28",
        "Who looks after staging",
        """
Key: eleven broken days in October, and too many cooks on nine of them
Support @dani: one name is all I need before a demo
Support (strong) @ana: gladly, if the list of duties fits on one page
Question @ben: what happens in the week of a holiday? Nothing, staging may rest
Decision: one person a week, by the alphabet, swaps are free
[x7] @goran Write down what the week's person does and does not do +14
[x14] @ana Mend staging from a fresh copy once, with a stopwatch +21
""",
    ),
    (
        "2025-11-28",
        "What we want from the joint meeting",
        """
Key: news that concern both areas, one topic in depth, thanks
Key: nobody wants a second status round
Decision: 90 minutes at most, and it ends early when it can
[x28] @carla Ask both areas in a quarter whether it is worth their time +56
""",
    ),
    (
        "2025-12-05",
        "PostGIS index for the tile queries",
        """
Key: the index finds the place, the date is filtered row by row
Key: one index over both is 4 GB, a table per year is more code
Support @ben: an index can be dropped again, tables cannot
Decision @ana: one PostGIS index over geometry and date, built without locking
Commitment @ana: to watch the slow-query log for two weeks
[x7] @ana Build the index on staging and measure the ten slowest tiles +7
[x14] @goran Double the disk of the database before the index goes live +14
""",
    ),
    (
        "2025-12-12",
        "Flaky tests: fix, mark or delete",
        """
Key: nine tests fail about once a week, none of them for a reason in the code
Support @goran: a test that nobody believes costs more than it gives
Question @carla: do we know what they once protected?
Decision: a flaky test has one week, then it goes, with a line in the notes
[x14] @ben Make a list of the flaky tests with their last failures +14
[x28] @dani Replace sleeping by waiting in the browser testing helpers +28
""",
    ),
    (
        "2025-12-19",
        "One date field for all sites",
        """
Key: two date pickers on one page showed different weeks
Support @eli: typing is faster than picking, so the field must read what people type
Support @fay: the native field reads well, the popups do not
Decision: a text field that understands dates, and a calendar that is optional
[x28] @dani Publish the field with the next release of the library +28
[x35] @eli Use it in the northern permit form first +42
""",
    ),
    (
        "2026-01-09",
        "Plans for the quarter",
        """
Key: Mooring's second phase, the atlas audit, fewer night alarms
Key: two people will be away for a while in spring
Parked: a new logo for the tools page
Decision: one afternoon a week without meetings, Thursdays
[x7] @carla Draw the quarter on one page with who is where +7
[x14] @ana Ask each person what they want to learn and put it in the skills tables +21
""",
    ),
    (
        "2026-01-16",
        "Django migrations without downtime",
        """
Key: renaming in one step needs a stop, in two releases it does not
Support (strong) @ana: the old and the new code must both run on the same schema
Decision @ben: every Django migration in two releases, and a check in the pipeline for locks
[x14] @ben Write the guideline with the three recipes we need most +14
[x21] @carla Add a line about two releases to our estimates of schema work +21
""",
    ),
    (
        "2026-01-23",
        "Terraform state for staging",
        """
Key: staging was made by hand and described afterwards
Key: importing is dull, rebuilding is risky, both take about three days
Support @ben: rebuild, we found out in November that it works
Decision @goran: staging is built new from Terraform, the old one stays for a week
[x21] @goran Build the second staging and move the names over +21
[x14] @ben Try a week of support on the new staging +28
""",
    ),
    (
        "2026-01-30",
        "Accessibility review of the atlas",
        """
Key: 31 points, 19 of them small
Support @eli: nine of the small ones are shared with the wizard
Support @carla: telling the reviewer openly costs nothing
Decision @fay: small ones before March, an accessibility page lists the rest
[x14] @fay Mend the nineteen small accessibility points with whoever is free +28
[x28] @dani Ask the map library's people about keyboard panning +14
[x35] @eli Move the shared nine into the component library +28
""",
    ),
    (
        "2026-01-30",
        "Handover between backend and frontend",
        """
Key: the API changes on Monday, the page on Thursday, and the demo is on Wednesday
Support @goran: one branch for both works when it is short
Decision: the description of the API is changed first, in its own pull request
[x14] @ben Generate the typed client from the API description +21
""",
    ),
    (
        "2026-02-06",
        "Job queues that swallow errors",
        """
Key: a job that fails five times disappears, and the report is simply missing
Support @goran: a dead letter needs a name beside it
Decision @ben: failed jobs stay in the queues until somebody closes them, with the input
[x14] @ben Keep failed jobs with their input for 30 days +14
[x7] @ana Show the number of failed jobs on the team's board +14
""",
    ),
    (
        "2026-02-13",
        "How we take uploads over 5 GB",
        """
Key: a cut at 98 % means starting again
Key: through our server every file is stored twice for an hour
Support (strong) @ana: crews upload in the evening, they need to go on the next day
Objection (strong) @ben: storage of abandoned parts is never cleaned; a rule that deletes them would change my mind
Temperature: 4 support, 1 neutral, 1 concern
Decision: try resumable uploads in one project, and look again in March
[x14] @eli Build the upload with pause and resume for the sonar crews +14
[x21] @goran Find out what abandoned parts cost us in a month +21
""",
    ),
    (
        "2026-02-20",
        "Alerts that wake people",
        """
Key: thirty alarms in a week, two needed a person
Support @carla: the tired person makes the next mistake
Decision: an alarm at night says what to do, or it waits for the morning
[x14] @goran Sort the alarms into night, morning and never +14
[x21] @ben Write what to do into the text of the five night alarms +28
""",
    ),
    (
        "2026-02-27",
        "React forms we keep writing again",
        """
Key: five wizards, five ways to keep a draft
Support @fay: the northern one has the best errors
Support @dani: and the oldest code, but it can be cut down
Decision: the northern wizard becomes the one, the React form library stays
Commitment @fay: to be the one to ask while Eli is away
[x28] @dani Take the draft keeping out of the northern wizard as a hook +28
[x21] @fay List the fields that only one of the five wizards has +21
""",
    ),
    (
        "2026-03-06",
        "How we take uploads over 5 GB",
        """
Key: three crews used it for two weeks, no upload had to start again
Key: abandoned parts were 70 GB in a month
Answered @ben: a rule deletes parts older than two days, and the size is on the board
Decision: resumable uploads for new projects, old ones when they are touched
[x7] @goran Put the rule that deletes old parts into the infrastructure code +7
[x14] @ana Write the need and our solutions down in one page +14
""",
    ),
    (
        "2026-03-13",
        "Vector tiles or GeoJSON for the atlas",
        """
Key: 18 MB on the first visit against 300 KB
Support (strong) @goran: the bill for traffic falls with it
Support @dani: the renderer wants tiles anyway
Objection @fay: the list of places beside the map needs all attributes; a second request for the list would change my mind
Decision @ana: vector tiles for the map, built at night
[x14] @ana Build the vector tiles for one region and put them beside the old data +14
[x21] @dani Measure the first visit on a slow phone +21
""",
    ),
    (
        "2026-03-20",
        "Secrets in the pipeline",
        """
Key: eleven secrets are in the pipeline's settings and nobody knows who reads them
Support @ben: short-lived ones are less to worry about
Decision: secrets come from the vault at run time, none are stored
[x28] @goran Move the eleven secrets to the vault +28
[x14] @carla Ask both clients whether their security people want to see it +21
""",
    ),
    (
        "2026-03-27",
        "Estimates as ranges",
        """
Key: nine of fourteen single numbers were too low
Support @ben: a range that I can defend
Support @ana: the track record makes it less of an opinion
Question @dani: who tells the client? Carla does, for the first three
Decision @carla: every estimate is a range in which three of five such jobs fall
[x28] @carla Put the last year's actual days into the solutions +28
[x14] @ben Estimate the booking export as a range and say how it felt +21
""",
    ),
    (
        "2026-03-27",
        "Loose ends",
        """
Key: the list beside the atlas now has its own request, and it is fast
Withdrawn @fay: the second request is there, I am happy with tiles
[x7] @dani Delete the old data of the pilot region +14
""",
    ),
    (
        "2026-04-10",
        "Search that forgives spelling",
        """
Key: a third of the empty searches are one letter away from a name
Support @goran: trigrams live in the database that we already run
Support @fay: and the answer should say which word it took
Decision @ben: trigrams first, a search engine when we have three million names
[x14] @ben Put trigram search behind a switch for the internal users +14
[x28] @fay Show what was searched for when it is not what was typed +28
""",
    ),
    (
        "2026-04-17",
        "What belongs in a pull request",
        """
Key: the smallest ones get the best reviews
Support @carla: a sentence about why, before the how
Support @dani: a picture where something is visible
Decision: why, how to try it, and what was left out
[x14] @fay Change the template of pull requests in all repositories +14
""",
    ),
    (
        "2026-04-24",
        "Caching in front of the tide API",
        """
Key: the same forecast is computed 4,000 times an hour
Support @ana: it changes every six hours, so the cache may live for one
Question @ben: who empties it after a correction?
Decision @goran: one hour in the cache, and the model empties it when it publishes
[x14] @goran Add the cache with a time to live of one hour +14
[x21] @ana Let the model empty the cache after a correction +21
""",
    ),
    (
        "2026-05-08",
        "Welcome Hana: the first two weeks",
        """
Key: three short tasks in three repositories, a different partner each time
Support @goran: a release together in the second week
Commitment @ben: lunch, and an honest history of the booking service
[x7] @carla Sit with Hana through Mooring's contract and its people +14
[x14] @hana Write down each time you do not know where to look +21
""",
    ),
    (
        "2026-05-15",
        "Docker images that take ten minutes",
        """
Key: ten minutes, forty times a day
Support @ben: the base image changes twice a year
Support @hana: I would like to learn it
Decision @goran: one shared Docker base image, owned by two people
[x14] @goran @hana Make the base image and write down how it is made +21
[x28] @ben Move the booking service to the base image +28
""",
    ),
    (
        "2026-05-22",
        "Charts: one library or two",
        """
Key: two chart libraries, 240 KB together
Support @fay: only one of them draws something a screen reader can use
Decision: one library behind one component, the other goes with the next release
[x28] @dani Move the four remaining charts +28
[-21] @fay Compare both libraries on an old tablet +21 (the port bought new tablets)
""",
    ),
    (
        "2026-05-29",
        "How newcomers find their way",
        """
Key: 42 times of not knowing where to look, 30 of them one link away
Support (strong) @ana: the list is the best gift in a year
Support @carla: day one needs a page of its own
Decision: one page for day one, kept by the newest person
[x14] @hana Turn the list into a page for day one +21
[x14] @carla Ask for access rights before a newcomer's first day +14
""",
    ),
    (
        "2026-05-29",
        "API design: pages, cursors or both",
        """
Key: page numbers skip rows while others write
Support @ben: cursors are one more parameter and one less bug
Decision @ben: cursors for new lists, page numbers stay where people count pages
[x28] @ben Add the API design of lists to the description of all services +28
""",
    ),
    (
        "2026-06-05",
        "Backups: the restore exercise",
        """
Key: 25 minutes on a spare machine, the contract says four hours
Key: the keys of the backup were known to one person
Decision: a restore each quarter, by somebody who has not done it yet
[x7] @goran Put the backup's keys into the vault with two readers +7
[x28] @hana Do the next restore and correct the description +84
""",
    ),
    (
        "2026-06-12",
        "Observability: what a trace should tell us",
        """
Key: in the last incident we did not know which client's requests were slow
Support @ana: the client, the kind of tile and the cache's answer
Question @ben: what does it cost? About a coffee a day at 1 %
Decision @goran: three fields in every trace, 1 % of all requests and each one over two seconds
[x14] @goran Add the three fields to the observability library +14
[x21] @ben Look at ten slow traces and tell us what you saw +28
""",
    ),
    (
        "2026-06-19",
        "Raster data: where it lives",
        """
Key: 3 TB of raster data on a disk that one person mounts by hand
Support @goran: object storage, the files are made for it
Decision @ana: cloud-optimised raster files in the object store, the disk goes in autumn
[x35] @ana Move the raster data of two years as a trial +42
[x28] @goran Give the raster store its own budget alarm +28
""",
    ),
    (
        "2026-06-26",
        "Summer: who answers what",
        """
Key: in August there are three weeks with fewer than five of us
Support @dani: the freeze from the 20th of July helps
Decision: no releases on Fridays in July and August, one name per client
[x7] @carla Write the name per client and week into the calendar +7
""",
    ),
    (
        "2026-06-26",
        "Talk: Vector tiles in twenty minutes",
        """
Key: what is in a tile, what is not, and why zoom levels differ
Question @hana: who decides what is dropped? We do, in the build
TIL @ben: a tile knows nothing of its neighbours
""",
    ),
    (
        "2026-07-03",
        "TypeScript strict mode in Mooring",
        """
Key: 611 errors, about forty of them real
Support @eli: folder by folder, the wizard took three weeks beside other work
Support @hana: a check that the number never grows
Decision @dani: folder by folder, the number is printed in each pull request
[x14] @dani Print the number of strict TypeScript errors in each pull request +14
[x63] @eli @dani Bring the number under one hundred +90
""",
    ),
    (
        "2026-07-10",
        "Security updates on a calendar",
        """
Key: updates arrive in one pile and wait for a quiet day
Support @goran: Tuesday mornings, when all are here
Decision: small updates are merged by the pipeline, large ones on the first Tuesday
[x14] @goran Let the pipeline merge small security updates after the tests +14
""",
    ),
    (
        "2026-07-17",
        "Kubernetes or plain containers",
        """
Key: one client asks for Kubernetes, we run plain containers for all others
Support @ana: one person who knows it is not enough to promise it
Decision @goran: plain containers stay, Kubernetes only where the client runs it
Commitment @goran: a talk on what we would have to learn
[x28] @carla Tell the client what we offer, and what not +14
""",
    ),
    (
        "2026-07-31",
        "Offline work on the quay",
        """
Key: every reading was kept, twice it was unclear what had been sent
Support @eli: say the number that waits, not a colour
Support @hana: and the time of the last contact
Decision: the number of waiting readings is always on the screen
[x28] @fay Show the number of waiting readings and the last contact +35
[x35] @ben Make the receiving side accept the same reading twice +35
""",
    ),
    (
        "2026-08-28",
        "Autumn plans",
        """
Key: the northern port's permits, the raster move, an offer or two
Parked: a trip to the tide gauge
Decision: until October no new tools
[x14] @ana Write the plan of the autumn on one page +14
""",
    ),
    (
        "2026-09-04",
        "Testing maps in the browser",
        """
Key: pictures differ by machine, so picture tests fail for nothing
Support @fay: ask the map which things it draws, not how they look
Decision @fay: testing by what is drawn, three pictures for the look
[x14] @fay Write the helper that asks the map what it draws +14
[x28] @hana Rewrite the twelve picture tests of the atlas +28
""",
    ),
    (
        "2026-09-11",
        "Review within a day",
        """
Key: half of the pull requests wait more than two days for a first look
Support (strong) @carla: the waiting costs us more than the looking
Support @dani: a first look may be one sentence
Question @eli: and when I am deep in something? Then say so, and name another person
Decision: a first look within one working day
[x14] @hana Add the first look to the guideline on reviews +14
[x28] @ana Look at the waiting times again in a month +28
""",
    ),
    (
        "2026-09-18",
        "Disaster exercise: what we saw",
        """
Key: one hour instead of a day
Key: the phone list had two people who left years ago
Decision: the exercise is part of the quarter's restore
[x7] @carla Correct the phone list +7
[ ] @goran Describe the switch to the second region for somebody who is new +28
""",
    ),
    (
        "2026-09-25",
        "Skills tables: a year on",
        """
Key: some rows are a year old, some skills nobody has
Support @ben: ten minutes are enough for one's own rows
Decision: own rows before the end of October, no reminders by name
[x14] @ana Add three skills that came up this year to the catalog +14
[x28] @goran Offer an afternoon on containers for whoever wants it +35
""",
    ),
    (
        "2026-10-02",
        "Permit rules as data",
        """
Key: the northern port changes its rules each month
Support @carla: the client could change them without us
Support @ben: one schema, checked on both sides
Decision @eli: rules as data, with tests that read like the port's own table
[x14] @eli Move the first ten rules out of the code +21
[x28] @ben Check the same rules on the server +28
""",
    ),
    (
        "2026-10-09",
        "A data pipeline for the buoys",
        """
Key: seven scripts, three languages, one person who knows the order
Support @goran: one pipeline with steps that can be run again
Decision @ana: one pipeline in Python, each step reads and writes files
[x14] @ana Draw the order of the seven scripts +14
[x35] @ben Make the first two steps run again without harm +35
""",
    ),
    (
        "2026-10-16",
        "One language for map styles",
        """
Key: three ways to describe how a harbour looks
Support @ana: the tiles would need only one set of names
Objection (strong) @fay: the dark theme would wait for the slowest site; releases that do not depend on each other would change my mind
Temperature: 4 support, 2 neutral, 1 concern
Decision: a shared style for two sites, the third when we have seen how it goes
[ ] @dani Draft the shared style with variables for the colours +21
[x14] @ana Make one list of the names in the three styles +14
""",
    ),
    (
        "2026-10-23",
        "Rate limits for the public API",
        """
Key: one user makes a third of all requests, and does not know it
Support @ben: write to them before we limit them
Decision: a limit per key, told in the answer, raised on request
[x14] @ben Write to the ten heaviest users +14
[x21] @hana Send the limit and the rest in each answer +21
""",
    ),
    (
        "2026-10-30",
        "Room and time of the joint meeting",
        """
Key: the room is too small since the spring
Support @dani: and too warm
[ ] Find a larger room for the joint meeting
""",
    ),
    (
        "2026-10-30",
        "Tidewatch with a smaller team",
        """
Key: two people instead of four from January
Support @goran: it runs quietly, most weeks nobody touches it
Decision: Tidewatch keeps one main and one second person
[x14] @carla Ask who would like to stay with Tidewatch +14
[x14] @dani Write down what only you know about the charts +21
""",
    ),
    (
        "2026-11-06",
        "Measure before we cache again",
        """
Key: four caches, each with a good reason that nobody wrote down
Support @goran: two of them may do nothing at all
Support @hana: I can draw the way of one request
Decision: no fifth cache before we know what the four do
[ ] @ana @hana Draw the way of one tide request through the four caches +35
[x14] @goran Count hits and misses of each cache for a week +7
""",
    ),
    (
        "2026-11-13",
        "Preview databases with anonymised data",
        """
Key: invented data never shows the slow queries
Support @ana: a tenth of the real rows would be enough
Objection (strong) @carla: the contract allows no copy outside production; a written yes from the client would change my mind
Decision: nothing yet, first the question to the client
[ ] @ben Write down which columns would have to be changed, and how +14
""",
    ),
    (
        "2026-11-20",
        "What we promise about availability",
        """
Key: never missed a working hour, never measured it
Support @goran: 99.5 % in working hours, measured from outside
Question @dani: and at night? An answer in the morning
Decision: 99.5 % in working hours for Mooring, nothing at night
[ ] @ana Measure the tile service from outside and show it on the board +21
[ ] @carla Write the promise in words that the client and we can both read +21
""",
    ),
)
