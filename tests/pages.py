"""Every page that teamkit generates, from a team in which each one-line value is one we choose."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Folder

#: From the name of a value to how YAML spells it.
Spell = Callable[[str], str]

_COMMANDS = (
    ("agenda", "new", "friday", "--date", "2026-12-04"),
    ("notes", "new", "friday", "--date", "2026-12-04"),
    ("agenda", "ask", "friday"),
    ("agenda", "announce", "friday"),
    ("agenda", "announce", "friday", "--for", "mail"),
    ("notes", "digest", "--since", "2026-11-01"),
    ("solutions", "doc"),
    ("solutions", "doc", "--out", "docs/solutions.md"),
    ("proposals", "pack", "marsh"),
    ("proposals", "pack", "marsh", "--out", "docs/marsh.md"),
    ("advice", "status", "marsh"),
    ("topics", "list", "--plain"),
    ("skills", "survey", "status"),
    ("skills", "survey", "close"),
    ("agenda", "move", "2026-12-04", "2026-12-03", "friday", "--because", "a holiday"),
)


def generated(place: Path, spell: Spell) -> dict[str, str]:
    """What each command prints and each file holds then that is not one of *files*."""
    place.mkdir()
    folder, given = Folder(place), files(spell)
    folder.write(given)
    folder.git("init", "--quiet", "-b", "main")
    folder.commit()
    found = {}
    for command in _COMMANDS:
        done = folder.run("--no-input", *command)
        assert done.status == 0, (command, done)
        found[" ".join(command)] = done.stdout
    found |= {
        path.relative_to(place).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(place.rglob("*.md"))
        if path.relative_to(place).as_posix() not in given
    }
    survey = folder.read("skills/surveys/round.md")
    return {**found, "survey": survey.partition("\n---\n")[2]}


def files(spell: Spell) -> dict[str, str]:
    """The team's files by path; *spell* gives the YAML of each value."""
    return {
        "teamkit.yml": f"""\
format: 1
name: {spell("team")}
timezone: Europe/Madrid
series:
  friday:
    title: {spell("series")}
    rule: FREQ=WEEKLY;BYDAY=FR
    minutes: 200
    facilitator: ana
    timekeeper: ben
    rounds:
      - name: {spell("round")}
        label: {spell("label")}
        prompt: {spell("prompt")}
    standing:
      - title: {spell("standing")}
    input_by: {spell("input")}
front_matter:
  agendas:
    parent: {spell("parent")}
""",
        "people/ana.md": f"---\nname: {spell('Ana')}\n---\n",
        "people/ben.md": f"---\nname: {spell('Ben')}\n---\n",
        "topics/2026-11-20-ana-one.md": f"""\
---
title: {spell("topic")}
by: {spell("ana-by")}
aim: {spell("aim")}
minutes: 5
---
""",
        "topics/2026-11-20-ana-two.md": f"""\
---
title: {spell("long")}
by: ana
minutes: 400
---
""",
        "notes/2026-11-20-friday.md": f"""\
---
title: {spell("notes")}
present: [ana, ben]
---

## Uploads

- [ ] @ana move the backups
- Objection @ben: too early
- Decision: we try it
""",
        "skills/catalog.yml": f"""\
levels:
  1: {spell("level")}
skills:
  postgis:
    title: {spell("skill")}
    field: {spell("field")}
""",
        "skills/ana.md": """\
| Skill | Level | Wants | As of |
| --- | --- | --- | --- |
| postgis | 3 | more | 2026-11-20 |
""",
        "skills/surveys/round.md": f"""\
---
title: {spell("survey")}
opens: 2026-11-10
closes: 2026-12-10
---
""",
        "solutions/uploads.md": f"""\
---
title: {spell("need")}
status: owned
owner: {spell("owner")}
tags:
  - {spell("tag")}
---

## Solutions

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |
| In parts | over 1 GB | 2-4 d | a bad line | @ana |
""",
        "proposals/marsh.md": f"""\
---
title: {spell("proposal")}
status: {spell("status")}
owner: {spell("seller")}
starts: 2027-01-11
ends: 2027-06-25
---

## Needs

| Need | Skill | Level | FTE | From | To | Solution |
| --- | --- | --- | --- | --- | --- | --- |
| Big files | postgis | 3 | 0.5 | 2027-01-11 | 2027-03-26 | [Uploads](../solutions/uploads.md) |
""",
    }
