"""Every command that has `--json`, run for real, prints one JSON page and nothing else."""

import json
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from teamkit.contract import pages
from teamkit.output.schema import schema
from tests import typed
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
    "agenda async": ("agenda async acronyms --because 'in the channel'",),
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
    "schema": ("schema",),
}
#: The team's own repository has a history, too.
READ_CODE = "skills evidence --repo . --name demo --map paths.yml"
#: Lines for the kinds that another flag, place or state of a command prints.
FLAGS: dict[str, tuple[str, ...]] = {
    "version": ("--version",),
    "start": ("-C .. ",),
    "check.additions": ("check --additions HEAD..HEAD",),
    "skills.evidence.read": (READ_CODE,),
    "skills.evidence.forget": (READ_CODE, "skills evidence --forget demo"),
}
#: Words whose page is not called after them.
KINDS = {"": "now"}
#: What writes a whole folder, or lines as they come, has no diff to show.
WITHOUT_DIFF = {"demo", "meeting.run"}
#: A meeting that runs speaks in lines, and refuses.
WITHOUT = {"meeting run"}


def has_json() -> Iterator[tuple[str, bool]]:
    """The words of every command that takes `--json`, and whether it writes."""
    for words, command in (("", typed.root()), *typed.every()):
        if any("--json" in param.opts for param in command.params):
            yield words, any("--dry-run" in param.opts for param in command.params)


def test_every_command_that_has_json_is_run_here() -> None:
    assert dict(has_json()).keys() - WITHOUT == LINES.keys()


@pytest.mark.parametrize("words", LINES)
def test_a_program_reads_one_page(words: str, demo: Folder) -> None:
    page = printed(demo, *LINES[words])

    assert page["kind"] == KINDS.get(words, words.replace(" ", "."))
    Draft202012Validator(schema(pages()[page["kind"]])).validate(page)


@pytest.mark.parametrize("kind", FLAGS)
def test_what_only_a_flag_or_another_place_prints_is_a_page_too(kind: str, demo: Folder) -> None:
    page = printed(demo, *FLAGS[kind])

    assert page["kind"] == kind
    Draft202012Validator(schema(pages()[kind])).validate(page)


def test_every_kind_is_printed_here() -> None:
    kinds = {KINDS.get(words, words.replace(" ", ".")) for words in LINES}

    assert pages().keys() - {"save.unfinished"} == {*kinds, *FLAGS}


def test_a_page_has_a_diff_where_its_command_can_rehearse() -> None:
    writes = {KINDS.get(words, words.replace(" ", ".")): it for words, it in has_json() if words}
    found = pages()

    rehearsed = {kind for kind, it in writes.items() if it} - WITHOUT_DIFF
    assert rehearsed == {kind for kind in writes if kind in found and found[kind].writes}


def test_with_dry_run_the_page_has_a_diff(demo: Folder) -> None:
    page = printed(demo, "people leave goran --dry-run")

    assert "+left: 2026-12-01\n" in page["diff"]
    Draft202012Validator(schema(pages()["people.leave"])).validate(page)


def test_a_change_that_is_undone_is_a_page_too(demo: Folder) -> None:
    hook = demo.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert demo.run("people", "leave", "goran").status != 0

    page = printed(demo, "save --abort")

    assert page["items"] == [{"path": "people/goran.md", "subject": "Goran leaves on 2026-12-01"}]
    Draft202012Validator(schema(pages()["save.unfinished"])).validate(page)


def printed(demo: Folder, *lines: str) -> dict[str, Any]:
    """The page that the last of *lines* prints."""
    *first, line = map(shlex.split, lines)
    demo.write({"form.csv": FORM, "paths.yml": "people/: postgis\n"})
    for before in first:
        assert demo.run(*before).status == 0
    demo.git("init", "--quiet", "--bare", "../shared.git")
    demo.git("remote", "add", "origin", "../shared.git")

    done = demo.shell(*line, "--json")

    assert "Traceback" not in done.stderr
    assert done.status == 0, done.stderr
    page: dict[str, Any] = json.loads(done.stdout)
    return page
