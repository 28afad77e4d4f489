"""A small team's clone with a remote, a person's own work in it, and the commands typed there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT, SETTINGS, Folder, Result

_NOTES = """\
---
title: 2026-11-27 friday notes
date: 2026-11-27
series: friday
facilitator: carla
---

# Weekly meeting, 2026-11-27

## Webhooks

- [ ] @ben Measure the cache  (due:: 2026-12-04)
- Key: Retries need a limit
"""
_NEED = """\
---
title: Upload large files
status: owned
owner: ana
review_in: 6 months
---

# Upload large files

## Solutions

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |
| Resumable upload |  | 3-6 d |  | @ana |

## Track record

| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |
| --- | --- | --- | --- | --- | --- | --- |
"""
_SKILLS = """\
---
title: "Ana: skills"
---

| Skill | Level | Want | Updated | Note |
| --- | --- | --- | --- | --- |
| postgis | 1 |  | 2026-11-01 |  |
"""
_TEAMKIT_ALONE = re.compile(r"teamkit [^$`\\;&|<>*?(){}\[\]~!#\n]*")
NOTES, TOPIC = "notes/2026-11-27-friday.md", "topics/2026-11-20-ana-webhooks.md"
FILES = {
    "teamkit.yml": SETTINGS,
    **{f"people/{h}.md": f"---\nname: {h.capitalize()}\n---\n" for h in ("ana", "ben", "carla")},
    TOPIC: "---\ntitle: Webhooks\nby: ana\n---\n\n# Webhooks\n",
    NOTES: _NOTES,
    "solutions/large-uploads.md": _NEED,
    "skills/catalog.yml": "levels: {1: seen, 2: with help}\nskills:\n  postgis: {title: PostGIS}\n",
    "skills/ana.md": _SKILLS,
    "src/app.py": "print('one')\n",
    "src/other.py": "print('two')\n",
}

#: A person's own work, none of teamkit's business: staged, edited, and unknown to git.
STAGED = {"src/app.py": "print('staged')\n", "src/new.py": "print('staged, new')\n"}
EDITED = {"src/other.py": "print('half-", "people/ben.md": "---\nname: Ben\n---\n\nHalf a sen"}
UNKNOWN = {"scratch.txt": "scratch\n", "notes/draft.md": "---\ntitle: Draft\n---\n\nNot ye"}


class Place(Folder):
    """One clone, `team`, and its remote beside it; a new one for each walk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.own: dict[str, str] = {}
        self.git_dir = path / ".git"

    @property
    def remote(self) -> Path:
        return self.path.parent / "shared.git"

    def run_as_typed(self, command: str, *, cwd: Path | None = None) -> Result:
        """What a shell makes of *command*; `teamkit` is this checkout's.

        Of teamkit's words in which nothing is the shell's but quotes, the shell makes the same.
        """
        if cwd is None and _TEAMKIT_ALONE.fullmatch(command):
            return self.run(*shlex.split(command)[1:])
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=cwd or self.path,
            env=os.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def lock(self, name: str) -> None:
        """A lock that a killed git left."""
        file = self.git_dir / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    def hook(self, name: str, script: str, *, mode: int = 0o755) -> None:
        file = self.git_dir / "hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(mode)

    def object(self, rev: str) -> Path:
        """The file of one loose object."""
        found = self.git("rev-parse", rev).strip()
        return self.git_dir / "objects" / found[:2] / found[2:]

    def in_head(self, path: str) -> str:
        """A file's text in the last commit; empty where it is not in it."""
        return self.git("show", f"HEAD:{path}", check=False)

    # ---- what is the person's own ------------------------------------------------------------

    def leave_own(self, *, staged: bool) -> None:
        """A person's own work, begun before the command."""
        own = {**EDITED, **UNKNOWN, **(STAGED if staged else {})}
        self.write(own)
        if staged:
            self.git("add", "--", *STAGED)
        self.own = own

    def touched(self) -> list[str]:
        """Which of the own files are changed, gone, or in a commit made since."""
        wrong = [p for p, text in self.own.items() if self._bytes(p) != text.encode()]
        known = (self.path.parent / "known").read_text().split()
        for commit in set(self.git("rev-list", "--all", "--reflog", check=False).split()):
            if commit not in known:
                listed = self.git("ls-tree", "-r", "-z", commit, check=False).split("\0")
                blobs = {entry.partition("\t")[2]: entry.split()[2] for entry in listed if entry}
                wrong += [f"{p} was committed" for p in self.own if blobs.get(p) == self._blob(p)]
        return wrong

    def _blob(self, path: str) -> str:
        return self.git("hash-object", "--no-filters", path, check=False).strip()

    def _bytes(self, path: str) -> bytes | None:
        try:
            return (self.path / path).read_bytes()
        except OSError:
            return None


def make(folder: Path) -> None:
    """The team as every walk begins with it: committed, shared, one commit ahead."""
    bare, team = folder / "shared.git", Folder(folder / "team")
    Folder(folder).git("init", "--quiet", "--bare", "-b", "main", str(bare))
    Folder(folder).git("init", "--quiet", "-b", "main", str(team.path))
    for key, value in (("name", "Ana"), ("email", "ana@harbour.example")):
        team.git("config", f"user.{key}", value)
    team.write(FILES)
    team.commit("Start")
    team.git("remote", "add", "origin", "../shared.git")
    team.git("push", "--quiet", "-u", "origin", "main")
    team.write({"people/carla.md": "---\nname: Carla\n---\n\nFacilitates.\n"})
    team.commit("Carla")
    team.git("tag", "before")
    (folder / "known").write_text(team.git("rev-list", "--all"))


def copy(base: Path, folder: Path) -> Place:
    """A fresh copy of what `make` made."""
    shutil.copytree(base, folder, symlinks=True)
    return Place(folder / "team")


def on_path(folder: Path) -> None:
    """A `teamkit` for shells, which runs this checkout."""
    program = folder / "teamkit"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m teamkit "$@"\n')
    program.chmod(0o755)


class Command(NamedTuple):
    """Words that people type, and whether the last commit holds what they ask for."""

    words: tuple[str, ...]
    done: Callable[[Place], bool]
    before: Callable[[Place], None] = lambda _: None


def _glob(place: Place, part: str) -> bool:
    return part in place.git("ls-tree", "-r", "--name-only", "HEAD", check=False)


def _edit(place: Place) -> None:
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nBack on Monday.\n"})


def _shared(place: Place) -> bool:
    here = place.git("rev-parse", "HEAD", check=False)
    there = place.git("--git-dir", str(place.remote), "rev-parse", "main", check=False)
    return here == there != ""


COMMANDS = {
    "add": Command(("agenda", "add", "Night shifts", "--by", "ben"), lambda p: _glob(p, "night-s")),
    "vote": Command(
        ("agenda", "vote", "webhooks", "--by", "ben"), lambda p: "ben" in p.in_head(TOPIC)
    ),
    "set": Command(
        ("skills", "set", "postgis", "2"),
        lambda p: "| postgis | 2 |" in p.in_head("skills/ana.md"),
    ),
    "tick": Command(("actions", "done", "cb2ae1"), lambda p: "[x]" in p.in_head(NOTES)),
    "promote": Command(
        ("notes", "promote", "2026-11-27-friday:13", "--to", "topic", "--no-input"),
        lambda p: _glob(p, "retries") and "Retries" in p.in_head(NOTES),
    ),
    "use": Command(
        ("solutions", "use", "large-uploads", "--project", "Tidewatch", "--actual", "7d"),
        lambda p: "Tidewatch" in p.in_head("solutions/large-uploads.md"),
    ),
    "save": Command(
        ("save", "people/ana.md"), lambda p: "Monday" in p.in_head("people/ana.md"), _edit
    ),
    "sync": Command(("sync",), _shared),
    "now": Command((), lambda _: False),
    "check": Command(("check",), lambda _: False),
}
