"""How long `allocation suggest` takes for 60 people, 20 needs and 12 months.

`python -m tests.benchmarks.staffing [FAMILY ...]` writes one team per family and seed, the same
each time, runs the command as its own process, and prints CPU seconds and MiB. The families make
it hard in different ways: people who are all alike, groups of them, months that are just too
short, everybody able and everything at once.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

PEOPLE, NEEDS, SKILLS = 60, 20, 12
SEEDS = 3
#: What it must keep to.
SECONDS, MEBIBYTES = 5.0, 300
_SETTINGS = "format: 1\nname: An office\ntimezone: UTC\nareas: [data, pages]\n"
_MONTHS = [(2027, number) for number in range(1, 13)]


class Family(NamedTuple):
    """How people and needs are drawn.

    Attributes:
        kinds: how many different people there are; the others are copies.
        levels: drawn from for each skill; None: no answer.
        ftes: drawn from for each need, in percent.
        months: how many a need takes; None: from 1 to 6, drawn.
        agreed: percents drawn from for what is agreed elsewhere.
        able: of how many people the others say nothing of their skills; None: of nobody.
        skills: how many are asked for.
        volunteers: how many rows of volunteers.
    """

    kinds: int = PEOPLE
    levels: tuple[int | None, ...] = (None, None, 0, 1, 1, 2, 2, 3, 3, 4)
    ftes: tuple[int, ...] = (20, 30, 40, 50, 60, 80)
    months: int | None = None
    agreed: tuple[int, ...] = (0, 0, 10, 20, 40, 60)
    able: int | None = None
    skills: int = SKILLS
    volunteers: int = 6


FAMILIES = {
    "mixed": Family(),
    "busy": Family(agreed=(40, 50, 60, 70, 80)),
    "alike": Family(kinds=1, levels=(4,), agreed=(0,), volunteers=0),
    "alike and busy": Family(kinds=1, levels=(3,), agreed=(45,), ftes=(50, 60), months=12),
    "groups": Family(kinds=4, agreed=(0, 20, 40)),
    "able at once": Family(levels=(3, 4), ftes=(60,), months=12, agreed=(0,)),
    "19 for 20": Family(able=19, levels=(3, 4), ftes=(60,), months=12, agreed=(0,)),
    "8 for 20": Family(able=8, levels=(2, 3, 4), ftes=(20, 30, 40), months=12, agreed=(0, 10)),
    "12 in shifts": Family(able=12, levels=(2, 3, 4), ftes=(40, 50, 60), agreed=(0, 20)),
    "scarce": Family(levels=(None,) * 6 + (1, 2, 3, 4), agreed=(20, 40, 60)),
    "one skill": Family(skills=1, levels=(1, 2, 3, 3, 4, 4), agreed=(0, 30, 60)),
    "parts of ten": Family(able=10, levels=(2, 3, 4), ftes=(10, 15, 20), months=12, agreed=(0,)),
}


def main(names: Iterable[str]) -> None:
    """Run and print."""
    write = sys.stdout.write
    write(
        "| family | seed | CPU s | MiB | able | fit |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
    )
    for name in names or FAMILIES:
        for seed in range(SEEDS):
            with tempfile.TemporaryDirectory(prefix="teamkit-staffing-") as folder:
                team = write_team(Path(folder), FAMILIES[name], seed)
                seconds, mebibytes, points = measured(team)
            write(f"| {name} | {seed} | {seconds:.1f} | {mebibytes:.0f} | {points} |\n")
            sys.stdout.flush()
    write(f"At most {SECONDS:g} s and {MEBIBYTES} MiB each.\n")


def measured(team: Path) -> tuple[float, float, str]:
    """CPU seconds, MiB, and the points of both tiers as cells, of one run."""
    code = (
        "import json, resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "page = json.loads(done.stdout)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss, page['able'], page['fit'])\n"
    )
    command = [sys.executable, "-m", "teamkit", "-C", str(team), "allocation", "suggest", "p"]
    world = {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "TEAMKIT_TODAY": "2026-12-01"}
    done = subprocess.run(
        [sys.executable, "-c", code, *command, "--json"],
        env={**world, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, size, able, fit = done.stdout.split()
    mebibyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return float(seconds), int(size) / mebibyte, f"{able} | {fit}"


def write_team(folder: Path, family: Family, seed: int) -> Path:
    """Write that team into *folder*; no git."""
    random = Random(f"{family} {seed}")
    files = {"teamkit.yml": _SETTINGS}
    skills = "".join(f"  skill-{at}: {{title: Skill {at}, field: data}}\n" for at in range(SKILLS))
    files["skills/catalog.yml"] = f"skills:\n{skills}"
    kinds = [_kind(random, family) for _ in range(family.kinds)]
    other = ["| Need | Person | Role | Part | From | To | State |", "| --- |" + " --- |" * 6]
    for number in range(PEOPLE):
        handle = f"person-{number:02}"
        front, rows, agreed = kinds[number % family.kinds]
        is_able = family.able is None or number < family.able
        files[f"people/{handle}.md"] = f"---\nname: Person {number}\n{front}---\n"
        files[f"skills/{handle}.md"] = _skills(handle, rows if is_able else [])
        for (year, month), percent in zip(_MONTHS, agreed, strict=True):
            if percent:
                days = f"{date(year, month, 1)} | {date(year, month, 28)}"
                other.append(f"| Old | @{handle} | main | {percent} | {days} | agreed |")
    files["proposals/other.md"] = _page("Other", "running", [], other)
    files["proposals/p.md"] = _proposal(random, family)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _kind(random: Random, family: Family) -> tuple[str, list[str], list[int]]:
    """One kind of person: front matter, rows of skills, percents agreed by month."""
    front = f"areas:\n  - {random.choice(('data', 'pages'))}\n"
    rows = []
    for at in range(SKILLS):
        level = random.choice(family.levels)
        if level is not None:
            want = random.choice(("more", "keep", ""))
            rows.append(
                f"| skill-{at} | {level} | {want} | 2026-{random.randint(1, 11):02}-01 |  |"
            )
    return front, rows, [random.choice(family.agreed) for _ in _MONTHS]


def _skills(handle: str, rows: list[str]) -> str:
    head = "| Skill | Level | Want | Updated | Note |\n| --- | --- | --- | --- | --- |\n"
    return f"---\ntitle: {handle}\n---\n\n{head}" + "".join(f"{row}\n" for row in rows)


def _proposal(random: Random, family: Family) -> str:
    needs = ["| Need | Skill | Level | FTE | From | To | Solution |", "| --- |" + " --- |" * 6]
    rows = ["| Need | Person | Role | Part | From | To | State |", "| --- |" + " --- |" * 6]
    for at in range(NEEDS):
        first = 1 if family.months else random.randint(1, 11)
        months = family.months or random.randint(1, 6)
        days = f"{date(2027, first, 1)} | {date(2027, min(12, first + months - 1), 28)}"
        skill, fte = random.randrange(family.skills), random.choice(family.ftes) / 100
        needs.append(f"| Need {at} | skill-{skill} | 3 | {fte} | {days} |  |")
    for _ in range(family.volunteers):
        need, who = random.randrange(NEEDS), random.randrange(family.able or PEOPLE)
        role = random.choice(("main", "support"))
        rows.append(f"| Need {need} | @person-{who:02} | {role} |  |  |  | volunteered |")
    return _page("P", "proposal", needs, rows)


def _page(title: str, status: str, needs: list[str], rows: list[str]) -> str:
    head = f"---\ntitle: {title}\nstatus: {status}\n---\n\n## Needs\n\n"
    return head + "\n".join(needs) + "\n\n## Allocation\n\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
