"""Every command that has `--json`, run for real, prints one JSON page and nothing else."""

import json
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command

from teamkit.cli.app import Root, app
from teamkit.contract import pages
from teamkit.output.schema import schema
from tests.conftest import Folder

AGENDA = "agenda new friday --date 2026-12-04"
NOTES = "notes new friday --date 2026-12-04"
SURVEY = "skills survey open '2026 Q4'"
FORM = "Person,Docker\nben,3\n"
SUGGESTED = "allocation suggest saltmarsh --write"

#: Words of a command -> lines to run in the demo: the last is the command, the others come first.
LINES: dict[str, tuple[str, ...]] = {
    "": ("",),
    "demo": ("demo harbour",),
    "init": ("init ../new --no-input --name New --person ana=Ana",),
    "agenda new": (AGENDA,),
    "agenda show": ("agenda show friday --date 2026-11-20",),
    "agenda list": ("agenda list",),
    "agenda add": ("agenda add 'Show the tile cache'",),
    "agenda vote": ("agenda vote webhooks",),
    "agenda keep": ("agenda keep storage --date 2026-12-11",),
    "agenda park": ("agenda park renderer --because 'in January'",),
    "agenda defer": ("agenda defer acronyms --because 'in the channel'",),
    "agenda drop": ("agenda drop storage --because 'the client pays'",),
    "agenda move": ("agenda move fri thu --because 'the office is closed'",),
    "agenda cancel": ("agenda cancel fri --because 'only two of us'",),
    "agenda ask": ("agenda ask",),
    "agenda announce": (AGENDA, "agenda announce"),
    "topics list": ("topics list",),
    "topics show": ("topics show storage",),
    "meeting order": (AGENDA, "meeting order"),
    "meeting state": ("meeting state",),
    "notes new": (AGENDA, NOTES),
    "notes show": ("notes show 2026-11-20",),
    "notes list": ("notes list",),
    "notes rotate": (AGENDA, "notes rotate"),
    "notes swap": (AGENDA, "notes rotate --pick ben", "notes swap ben eli"),
    "notes skip": (AGENDA, "notes rotate --pick ben", "notes skip ben --because 'on a train'"),
    "notes add": ("notes add --date 2026-11-20 'd: two demos a month'",),
    "notes promote": ("notes promote 2026-11-20-friday:46 --to guideline",),
    "notes objections": ("notes objections",),
    "notes digest": ("notes digest",),
    "notes wrap": ("notes wrap friday --date 2026-11-20 --no-input",),
    "actions list": ("actions list",),
    "actions done": ("actions done e02b48",),
    "actions drop": ("actions drop e02b48 --because 'not needed'",),
    "people add": ("people add hans --name 'Hans Winter'",),
    "people list": ("people list",),
    "people show": ("people show ana",),
    "people away": ("people away ben 2026-12-21..2027-01-06",),
    "people back": ("people back fay",),
    "people leave": ("people leave goran",),
    "skills who-knows": ("skills who-knows postgis",),
    "skills set": ("skills set terraform 2",),
    "skills show": ("skills show hana",),
    "skills list": ("skills list",),
    "skills matrix": ("skills matrix",),
    "skills gaps": ("skills gaps",),
    "skills learn": ("skills learn",),
    "skills growth": ("skills growth",),
    "skills add": ("skills add Beekeeping",),
    "skills alias": ("skills alias terraform tf",),
    "skills merge": ("skills merge raster vector-tiles",),
    "skills evidence": ("skills evidence",),
    "skills survey open": (SURVEY,),
    "skills survey answer": (SURVEY, "skills survey answer"),
    "skills survey form": (SURVEY, "skills survey form"),
    "skills survey import": (SURVEY, "skills survey import form.csv"),
    "skills survey status": (SURVEY, "skills survey status"),
    "skills survey close": (SURVEY, "skills survey close"),
    "solutions add": ("solutions add 'Count gulls'",),
    "solutions list": ("solutions list",),
    "solutions show": ("solutions show sign-in",),
    "solutions for": ("solutions for 'huge files'",),
    "solutions use": ("solutions use sign-in --solution client --project Tide --actual 5d",),
    "solutions edit": ("solutions edit sign-in --tag security",),
    "solutions review": ("solutions review sign-in",),
    "solutions doc": ("solutions doc",),
    "solutions missing": ("solutions missing",),
    "proposals new": ("proposals new 'Wreck watch' --need 'very large files'",),
    "proposals need": ("proposals need saltmarsh 'sign in'",),
    "proposals show": ("proposals show saltmarsh",),
    "proposals list": ("proposals list",),
    "proposals set-status": ("proposals set-status saltmarsh lost",),
    "proposals pack": ("proposals pack saltmarsh",),
    "allocation suggest": ("allocation suggest saltmarsh",),
    "allocation why": ("allocation why saltmarsh ben",),
    "allocation agree": (SUGGESTED, "allocation agree saltmarsh dani"),
    "allocation decline": (
        SUGGESTED,
        "allocation decline saltmarsh ana --because 'not at night'",
    ),
    "allocation load": ("allocation load",),
    "advice ask": ("advice ask saltmarsh hana --by +1w",),
    "advice give": ("advice give saltmarsh Yes",),
    "advice status": ("advice status",),
    "advice decide": (
        "advice decide saltmarsh --decision 'We do it' --anyway --because 'the client waits'",
    ),
    "save": ("save",),
    "sync": ("sync",),
    "check": ("check",),
}
#: A meeting that runs speaks in lines, and refuses.
WITHOUT = {"meeting run"}


def has_json() -> Iterator[str]:
    """The words of every command that takes `--json`, found behind the root's doors."""
    root = get_command(app)
    assert isinstance(root, Root)
    yield from _has_json("", root)
    for name in root.doors:
        yield from _has_json(name, root.open(name))


def _has_json(words: str, command: Any) -> Iterator[str]:
    if words and hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from _has_json(f"{words} {name}", inner)
    elif any("--json" in param.opts for param in command.params):
        yield words


def test_every_command_that_has_json_is_run_here() -> None:
    assert set(has_json()) - WITHOUT == set(LINES)


@pytest.mark.parametrize("words", LINES)
def test_a_program_reads_one_page(words: str, demo: Folder) -> None:
    *first, line = (shlex.split(line) for line in LINES[words])
    for before in first:
        assert demo.run(*before).status == 0
    demo.write({"form.csv": FORM})
    demo.git("init", "--quiet", "--bare", "../shared.git")
    demo.git("remote", "add", "origin", "../shared.git")

    done = demo.shell(*line, "--json")

    assert "Traceback" not in done.stderr
    assert done.status == 0, done.stderr
    page = json.loads(done.stdout)
    Draft202012Validator(schema(pages()[page["kind"]])).validate(page)
