"""Arguments and options that several commands take, each spelled once."""

from typing import Annotated, Any

import typer

from teamkit.cli import complete


def split(typed: list[str] | None) -> list[str] | None:
    """The words of a list option, which may be repeated and have commas between its words.

    Returns:
        The words; None when the option was not given.
    """
    if typed is None:
        return None
    return [word for words in typed for part in words.split(",") if (word := part.strip())]


def listed(*flags: str, what: str, metavar: str | None = None, autocompletion: Any = None) -> Any:
    """An option that takes several words: `--skill a,b` or `--skill a --skill b`.

    Args:
        flags: its spellings; without any, the parameter's name.
        what: its help, without a full stop; how to type several is added.
        metavar: the word for a value; without it, the parameter's name.
        autocompletion: what TAB offers.
    """
    return typer.Option(
        *flags,
        metavar=metavar,
        help=f"{what}; comma-separated, can be repeated.",
        autocompletion=autocompletion,
        callback=split,
    )


# ---- which one ----------------------------------------------------------------------------------

SeriesName = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="The meeting (default: the one that meets next).",
        autocompletion=complete.series,
    ),
]
SeriesThatDay = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="The meeting (default: the one on that day).",
        autocompletion=complete.series,
    ),
]
OnlySeries = Annotated[
    str | None,
    typer.Option(
        "--series", metavar="SERIES", help="Only from this meeting.", autocompletion=complete.series
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
    typer.Argument(
        metavar="[PERSON]", help="The person (default: you).", autocompletion=complete.people
    ),
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
        help="An id that `actions list` shows, or its first characters.",
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
        help="The survey (default: the open one).",
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
    str,
    typer.Argument(
        metavar="[NEED]", help="Title of the need, or a part of it; optional when only one is open."
    ),
]
Areas = Annotated[
    list[str] | None, listed("--area", metavar="AREA", what="Only people of this area")
]
People = Annotated[
    list[str] | None,
    listed("--people", metavar="PERSON", what="Only these people", autocompletion=complete.people),
]
Skills = Annotated[
    list[str] | None,
    listed("--skill", metavar="SKILL", what="Only this skill", autocompletion=complete.skills),
]
Tags = Annotated[list[str] | None, listed("--tag", what="Only with this tag")]

# ---- when, why, how -----------------------------------------------------------------------------

Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DAY", help="2026-12-04, fri, next fri, +2w (default: the next one)."
    ),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The first day: 2027-02-01, +2w.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]
Because = Annotated[
    str | None, typer.Option("--because", metavar="TEXT", help="The reason, in a few words.")
]
Probability = Annotated[
    int | None, typer.Option("--probability", help="How likely, in percent.", min=0, max=100)
]
Place = Annotated[
    str, typer.Option("--for", metavar="PLACE", help="markdown, slack (or chat) or mail.")
]
Missing = Annotated[
    bool | None,
    typer.Option(
        "--missing/--no-missing", help="Record words that match no need as a missing need."
    ),
]
Volunteers = Annotated[
    list[str] | None,
    listed(
        "--volunteers",
        metavar="PERSON",
        what="Who would take a part",
        autocompletion=complete.people,
    ),
]
Locks = Annotated[
    list[str] | None,
    typer.Option(
        "--lock", metavar="PERSON=ROLE", help="ana=main, or NEED:ana=support; can be repeated."
    ),
]
MaxPart = Annotated[
    int | None,
    typer.Option(
        "--max-part",
        metavar="PERCENT",
        help="Largest share of a week for one part (default: 80).",
        min=10,
        max=100,
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
