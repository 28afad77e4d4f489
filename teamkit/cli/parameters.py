"""Arguments and options that several commands take, each spelled once."""

from typing import Annotated

import typer

from teamkit.cli import complete

# ---- which one ----------------------------------------------------------------------------------

SeriesName = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="Which meeting; without it, the one that meets next.",
        autocompletion=complete.series,
    ),
]
SeriesThatDay = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="Which meeting; without it, the one on that day.",
        autocompletion=complete.series,
    ),
]
OnlySeries = Annotated[
    str | None,
    typer.Option(
        "--series", metavar="SERIES", help="Only of that meeting.", autocompletion=complete.series
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help="Handle, name, alias, a start of one, or @me.",
        autocompletion=complete.people,
    ),
]
Answerer = Annotated[
    str,
    typer.Argument(metavar="[PERSON]", help="Else you.", autocompletion=complete.people),
]
TopicName = Annotated[
    str,
    typer.Argument(
        metavar="TOPIC",
        help="A part of the file's name or of the title.",
        autocompletion=complete.records("topics"),
    ),
]
ActionIds = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="As actions list shows it, or its start.",
        autocompletion=complete.open_actions,
    ),
]
SkillName = Annotated[
    str, typer.Argument(metavar="SKILL", help="Its name or alias.", autocompletion=complete.skills)
]
SurveyName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="Which round; without it, the one that is open.",
        autocompletion=complete.records("surveys"),
    ),
]
NeedName = Annotated[
    str,
    typer.Argument(
        metavar="NEED",
        help="The file's name, a part of it, or the title.",
        autocompletion=complete.records("solutions"),
    ),
]
ProposalName = Annotated[
    str,
    typer.Argument(
        metavar="PROPOSAL",
        help="The file's name, a part of it, or the title.",
        autocompletion=complete.records("proposals"),
    ),
]
PartName = Annotated[
    str, typer.Argument(metavar="[NEED]", help="Its title or a part; else the only one open.")
]
Areas = Annotated[
    list[str] | None,
    typer.Option("--area", metavar="AREA", help="Only who works there; repeat it."),
]
People = Annotated[
    str,
    typer.Option("--people", metavar="ANA,BEN", help="Only these people, with commas between."),
]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="With this tag; repeat it.")]

# ---- when, why, how -----------------------------------------------------------------------------

Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DAY", help="2026-12-04, fri, next fri, +2w; else the next one."
    ),
]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="2027-02-01, +2w, ...")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]
Because = Annotated[
    str | None, typer.Option("--because", metavar="WHY", help="The reason, in a few words.")
]
Probability = Annotated[
    int | None, typer.Option("--probability", help="How likely, in percent.", min=0, max=100)
]
Place = Annotated[
    str, typer.Option("--for", metavar="PLACE", help="markdown, slack (or chat) or mail.")
]
Missing = Annotated[
    bool | None,
    typer.Option("--missing/--no-missing", help="Record what no need speaks of, as missing."),
]
Volunteers = Annotated[
    str,
    typer.Option(
        "--volunteers", metavar="ANA,BEN", help="Who would take a part, with commas between."
    ),
]
Locks = Annotated[
    list[str] | None,
    typer.Option("--lock", metavar="ana=main", help="NEED:ana=support too; repeat it."),
]
MaxPart = Annotated[
    int | None,
    typer.Option(
        "--max-part", metavar="PERCENT", help="Of a week, for one part; else 80.", min=10, max=100
    ),
]

# ---- in and out ---------------------------------------------------------------------------------

MoreText = Annotated[
    list[str] | None, typer.Argument(metavar="[-]", help="- reads more about it from stdin.")
]
Edit = Annotated[bool, typer.Option("--edit", "-e", help="Open the page in your editor first.")]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="FILE", help="Write it into this page of the repository."),
]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, for spreadsheets.")]
Regenerate = Annotated[
    bool, typer.Option("--regenerate", help="Replace what was edited by hand, too.")
]


def split(words: str) -> list[str]:
    """The words of a list with commas between."""
    return [word for part in words.split(",") if (word := part.strip())]
