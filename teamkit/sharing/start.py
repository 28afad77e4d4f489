"""Beginning a team's repository: in an empty folder, or in a git repository that stands already."""

import os.path
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from teamkit.config import FILE, Config, read_config
from teamkit.errors import ConflictError, GitError, NoTeamError, UsageError
from teamkit.markdown.scalars import spell
from teamkit.repo import Repo
from teamkit.sharing.newcomers import Newcomer
from teamkit.sharing.site import Site
from teamkit.store import layout, templates
from teamkit.store.change import Change, Write
from teamkit.team import Team

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FOLDERS_EXAMPLE = "# folders: {notes: meetings-notes}\n"
_NO_FRONT_MATTER = "# front_matter:\n#   notes: {layout: default, parent: Meeting notes}"
_LONGEST = 480  # minutes of a working day


class Answers(NamedTuple):
    """What the team says of itself at the beginning.

    Attributes:
        timezone: an IANA name.
        day: of the weekly meeting: friday, fri, ...
        start: HH:MM.
    """

    name: str
    timezone: str
    areas: tuple[str, ...]
    day: str
    start: str
    minutes: int
    people: tuple[Newcomer, ...] = ()


def standing(folder: Path) -> Team | None:
    """The team repository that *folder* is in already, or None.

    Raises:
        BadDocumentError: its teamkit.yml cannot be read.
    """
    try:
        return Team.open(folder)
    except NoTeamError:
        return None


def plan(folder: Path, answers: Answers, site: Site) -> tuple[Team, Change]:
    """The team as it will be, and the change that begins it; what stands is not touched.

    Raises:
        UsageError: an answer cannot be meant.
    """
    text = _settings(answers, site)
    team = Team(folder, _read(text))
    writes = []
    catalog = layout.catalog(team.config)
    if not os.path.lexists(folder / catalog):
        built_in = templates.data("templates") / "catalog.yml"
        writes.append(Write(catalog, built_in.read_text(encoding="utf-8")))
    writes += [
        _person(team, person)
        for person in answers.people
        if not os.path.lexists(folder / team.path("people", person.handle))
    ]
    # Last: until it stands, a start that was stopped half-way can be made again.
    writes.append(Write(FILE, text))
    message = f"Start the team repository of {' '.join(answers.name.split())}"
    return team, Change(message, "init", tuple(writes))


def prepare(folder: Path) -> None:
    """Make *folder* a git repository that can take a commit, where it is none yet.

    Raises:
        GitError: git does not know who commits; nothing was made.
        ConflictError: files stand in the folder, and it is in no git repository.
    """
    around = standing_folder(folder)
    if is_in_git(folder):
        Repo(around).look()
        folder.mkdir(parents=True, exist_ok=True)
        return
    if folder.is_dir() and any(folder.iterdir()):
        raise ConflictError(
            f"{folder} holds files and is in no git repository; nothing was written.",
            hint="Name an empty folder, or make it one first: git init -b main",
        )
    if Repo(around).identity() is None:
        raise GitError(
            "Git does not know who you are, so nothing can be committed; nothing was written.",
            hint="git config --global user.name 'YOUR NAME'; "
            "git config --global user.email YOU@EXAMPLE",
        )
    folder.mkdir(parents=True, exist_ok=True)
    Repo.init(folder)


def standing_folder(folder: Path) -> Path:
    """*folder* itself, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def is_in_git(folder: Path) -> bool:
    """Whether *folder* is in a git repository."""
    return any(os.path.lexists(place / ".git") for place in (folder, *folder.parents))


def _settings(answers: Answers, site: Site) -> str:
    """The text of teamkit.yml."""
    day = _day(answers.day)
    before = _DAYS[(_DAYS.index(day) - 1) % len(_DAYS)]
    # Never a template of the repository: `templates/teamkit.yml` may be another program's there.
    text = templates.fill(
        templates.data("templates"),
        FILE,
        {
            "name": spell(_named(answers.name)),
            "timezone": spell(_zone(answers.timezone)),
            "root_line": f"root: {_root(site.root)}",
            "areas": ", ".join(spell(area, flow=True) for area in answers.areas),
            "series": day,
            "day": day[:2].upper(),
            "start": _time(answers.start),
            "minutes": str(_minutes(answers.minutes)),
            "input_by": f"{before[:3].capitalize()} 18:00",
            "front_matter": _front_matter(site.front_matter),
        },
    )
    if site.folders:
        return text.replace(_FOLDERS_EXAMPLE, f"folders: {_flow(site.folders)}\n", 1)
    return text


def _read(text: str) -> Config:
    """The settings, refused when what was answered would be read differently."""
    config = read_config(text)
    if config.findings:
        raise UsageError(f"{config.findings[0].message}.", hint=config.findings[0].hint or None)
    return config


def _person(team: Team, person: Newcomer) -> Write:
    body = team.template("person.md", {"name": person.name, "body": ""})
    meta = {"name": person.name, "emails": sorted(person.emails)}
    return team.new("people", person.handle, meta, body)


def _front_matter(kinds: Mapping[str, Mapping[str, str]]) -> str:
    if not kinds:
        return _NO_FRONT_MATTER
    lines = (f"  {kind}: {_flow(keys)}" for kind, keys in kinds.items())
    return "\n".join(["front_matter:", *lines])


def _flow(values: Mapping[str, str]) -> str:
    inner = ", ".join(f"{key}: {spell(value, flow=True)}" for key, value in values.items())
    return f"{{{inner}}}"


def _root(folder: str) -> str:
    """The folder as people write it: a dot or an underscore in front needs no quotes."""
    plain = folder == "." or (folder[:1] == "_" and spell(folder[1:]) == folder[1:])
    return folder if plain else spell(folder)


def _named(name: str) -> str:
    if not name.strip():
        raise UsageError("The team needs a name.", hint='--name "Backend team"')
    return " ".join(name.split())


def _day(words: str) -> str:
    fitting = [day for day in _DAYS if len(words) > 1 and day.startswith(words.strip().lower())]
    if len(fitting) != 1:
        raise UsageError(f"'{words}' is no day of the week.", hint="--day fri")
    return fitting[0]


def _time(words: str) -> str:
    hour, _, minute = words.strip().partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == len("00")) or (
        int(hour) > 23 or int(minute) > 59  # noqa: PLR2004  # the clock
    ):
        raise UsageError(f"'{words}' is no time.", hint="--start 13:00")
    return f"{int(hour):02}:{minute}"


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= _LONGEST:
        raise UsageError(f"A meeting cannot take {minutes} minutes.", hint=f"Say 1 to {_LONGEST}")
    return minutes


def _zone(name: str) -> str:
    from zoneinfo import available_timezones

    known = available_timezones()
    if known and name not in known:
        close = get_close_matches(name, sorted(known), n=1)
        hint = f"Did you mean {close[0]}?" if close else "For instance --timezone Europe/Madrid"
        raise UsageError(f"'{name}' is no time zone.", hint=hint)
    return name


def next_commands(place: str, people: Sequence[Newcomer]) -> tuple[str, ...]:
    """Three commands to go on with, one a line."""
    first = "teamkit agenda new" if people else 'teamkit people add ana --name "Ana Costa"'
    cd = f"cd {place} && " if place != "." else ""
    return (f"Next: {cd}{first}", '      teamkit agenda add "What we should talk about"',
            "      teamkit sync")  # fmt: skip
