"""Beginning a team's repository: in an empty folder, or in a git repository that stands already."""

import os.path
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from teamkit import kinds
from teamkit.config import FILE, Config, read_config
from teamkit.errors import ConflictError, GitError, NoTeamError, UsageError, did_you_mean
from teamkit.finder import nearest
from teamkit.markdown.scalars import spell
from teamkit.repo import Repo
from teamkit.start.newcomers import Newcomer
from teamkit.start.site import Site
from teamkit.store import layout, templates
from teamkit.store.change import Change, Write
from teamkit.team import Team

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FOLDERS_EXAMPLE = "# folders: {notes: meetings-notes}\n"
_NO_FRONT_MATTER = "# front_matter:\n#   notes: {layout: default, parent: Meeting notes}"
_LONGEST = 480  # minutes of a working day


class Setup(NamedTuple):
    """What the team says of itself at the beginning, each as the function of its name gives it.

    Attributes:
        timezone: an IANA name.
        day: of the weekly meeting: friday, ...
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
    """The team repository that *folder* is in already, or None."""
    try:
        return Team.open(folder)
    except NoTeamError:
        return None


def refuse(folder: Path, *, committing: bool = True) -> None:
    """Refuse early, before anything is asked, a *folder* that no team can begin in.

    Raises:
        GitError: git does not know who commits, or is in the middle of something.
        ConflictError: files stand in the folder, and it is in no git repository.
    """
    around = standing_folder(folder)
    if is_in_git(folder):
        Repo(around).look(committing=committing)
        return
    if folder.is_dir() and any(folder.iterdir()):
        raise ConflictError(
            f"{folder} has files but is not in a git repository; nothing was written.",
            hint="Name an empty folder, or make it one first: git init -b main",
        )
    if committing and Repo(around).identity() is None:
        raise GitError(
            "Git does not know who you are, so nothing can be committed; nothing was written.",
            hint="git config --global user.name 'YOUR NAME'; "
            "git config --global user.email YOU@EXAMPLE",
        )


def plan(folder: Path, answers: Setup, site: Site) -> tuple[Team, Change]:
    """The team as it will be, and the change that begins it; what stands is not touched."""
    text = _settings(answers, site)
    team = Team(folder, _read(text))
    # First: with it on disk, a start that was stopped half-way can be finished or undone.
    writes = [Write(FILE, text)]
    catalog = layout.catalog(team.config)
    if not os.path.lexists(folder / catalog):
        built_in = templates.data("templates") / "catalog.yml"
        writes.append(Write(catalog, built_in.read_text(encoding="utf-8")))
    if site.page:
        writes.append(_page(team.config, site.page))
    writes += [
        _person(team, person)
        for person in answers.people
        if not os.path.lexists(folder / team.path("people", person.handle))
    ]
    message = f"Start the team repository of {answers.name}"
    return team, Change(message, "init", tuple(writes))


def prepare(folder: Path) -> None:
    """Make *folder* a git repository that can take a commit, where it is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not is_in_git(folder):
        Repo.init(folder)


def standing_folder(folder: Path) -> Path:
    """*folder* itself, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def is_in_git(folder: Path) -> bool:
    """Whether *folder* is in a git repository."""
    return any(os.path.lexists(place / ".git") for place in (folder, *folder.parents))


def is_shared(folder: Path) -> bool:
    """Whether *folder* is in a git repository that has a remote."""
    return is_in_git(folder) and bool(Repo(standing_folder(folder)).remotes())


def next_commands(place: str, people: Sequence[Newcomer], *, is_shared: bool) -> tuple[str, ...]:
    """The commands to go on with, one a line."""
    first = "teamkit agenda new" if people else 'teamkit people add ana --name "Ana Costa"'
    cd = f"cd {shlex.quote(place)} && " if place != "." else ""
    told = (f"Next: {cd}{first}", '      teamkit agenda add "What we should talk about"')
    return (*told, "      teamkit sync") if is_shared else told


# ---- what each answer means; an answer that cannot be meant is a UsageError --------------------


def name(words: str) -> str:
    """The team's name on one line."""
    if not words.strip():
        raise UsageError("The team needs a name.", hint="For instance Backend team")
    spell(words)
    return " ".join(words.split())


def timezone(words: str) -> str:
    """The IANA name, as this machine's data know it; anything where it has none."""
    from zoneinfo import available_timezones

    zone = words.strip()
    known = available_timezones()
    if known and zone not in known:
        hint = _close(zone, sorted(known)) or "For instance Europe/Madrid"
        raise UsageError(f"'{zone}' is not a time zone.", hint=hint)
    return zone


def areas(words: Iterable[str]) -> tuple[str, ...]:
    """The areas, in the order given, each once."""
    found = tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
    for area in found:
        spell(area, flow=True)
    return found


def day(words: str) -> str:
    """The English name of a day of the week, from its first two letters or more."""
    typed = words.strip().lower()
    fitting = [one for one in _DAYS if len(typed) > 1 and one.startswith(typed)]
    if len(fitting) != 1:
        close = nearest(typed, _DAYS, most=1)
        raise UsageError(
            f"'{words}' is not a day of the week.", hint=did_you_mean(close) or "For instance fri"
        )
    return fitting[0]


def time(words: str) -> str:
    """A time of the day as HH:MM."""
    found = re.fullmatch(r"(\d|[01]\d|2[0-3]):([0-5]\d)", words.strip(), re.ASCII)
    if found is None:
        raise UsageError(f"'{words}' is not a time of day.", hint="For instance 13:00")
    return f"{found[1]:0>2}:{found[2]}"


def minutes(words: str) -> int:
    """How long a meeting takes."""
    if re.fullmatch(r"-?\d{1,5}", words.strip(), re.ASCII) is None:
        raise UsageError(f"'{words}' is not a number of minutes.", hint="For instance 60")
    number = int(words)
    if not 1 <= number <= _LONGEST:
        raise UsageError(f"A meeting cannot take {number} minutes.", hint=f"Use 1 to {_LONGEST}")
    return number


def root(words: str) -> str:
    """The folder for the team's tree, inside the team's folder."""
    line = f"root: {_root(words.strip())}\n" if words.strip() else ""
    return _read(f"format: 1\nname: The team\ntimezone: UTC\n{line}").root


def _close(zone: str, known: Sequence[str]) -> str | None:
    """The hint: the zone that is spelt nearly so, or whose city is."""
    zones = {one.rpartition("/")[2]: one for one in known} | {one: one for one in known}
    return did_you_mean(zones[one] for one in nearest(zone, zones, most=1))


# ---- the files --------------------------------------------------------------------------------


def _settings(answers: Setup, site: Site) -> str:
    """The text of teamkit.yml."""
    before = _DAYS[(_DAYS.index(answers.day) - 1) % len(_DAYS)]
    # Never a template of the repository: `templates/teamkit.yml` may be another program's there.
    text = templates.fill(
        templates.data("templates"),
        FILE,
        {
            "name": spell(answers.name),
            "timezone": spell(answers.timezone),
            "root_line": f"root: {_root(site.root)}",
            "areas": ", ".join(spell(area, flow=True) for area in answers.areas),
            "series": answers.day,
            "day": answers.day[:2].upper(),
            "start": answers.start,
            "minutes": str(answers.minutes),
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


def _page(config: Config, path: str) -> Write:
    """The page for people without teamkit; a repository's own `templates/README.md` is about it."""
    values = {noun: config.folders.get(noun, noun) for noun in kinds.NOUNS}
    values |= {"name": config.name, "settings": layout.link(path, FILE)}
    return Write(path, templates.fill(templates.data("templates"), "README.md", values))


def _person(team: Team, person: Newcomer) -> Write:
    """Somebody's file; where the team has one area only, it is theirs too."""
    body = team.template("person.md", {"name": person.name, "body": ""})
    areas = list(team.config.areas) if len(team.config.areas) == 1 else []
    meta = {"name": person.name, "areas": areas, "emails": sorted(person.emails)}
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
