"""Measure and print the table that is in the README.

Every command runs as its own process, in turn with all the others, for as many rounds as asked
(11 by default). The figure is the CPU time (user and system, children included) of one cold run.
A ratio is the median of the rounds' ratios to the yardsticks of the same round: a bare
`python -c pass`, and a Typer app of two commands, both of this interpreter.

"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tests.benchmarks import crowd, many

ROOT = Path(__file__).resolve().parents[2]
TWO_COMMANDS = """\
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def one(word: str = "x") -> None:
    typer.echo(word)


@app.command()
def two(word: str = "x") -> None:
    typer.echo(word)


app()
"""
#: The most that a command may hold among 10,000 files, in MiB.
MEMORY = 150
BARE, APP, GIT = "python -c pass", "two-command Typer app", "git add; git commit (one file)"


@dataclass(frozen=True)
class Row:
    """One command to time.

    Attributes:
        argv: makes the command of one round, a new one each time where it writes.
        goal: the most it may be, in times the Typer app; None for a yardstick.
        on_top_of: a row whose time is taken off before the goal is looked at.
    """

    name: str
    argv: Callable[[int], Sequence[str]]
    cwd: Path
    goal: float | None = None
    on_top_of: str | None = None
    env: Mapping[str, str] | None = None


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description="Time teamkit against a small Typer app.")
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="teamkit-benchmark-") as folder:
        rows = rows_in(Path(folder))
        times = measure(rows, options.rounds)
        most = [(row.name, memory(row)) for row in rows if row.cwd.name == "crowd"]
    write = sys.stdout.write
    write("| command | x python | x Typer app | at most |\n| --- | ---: | ---: | ---: |\n")
    for row in rows:
        write(line(row, times))
    write("\n")
    for name, mebibytes in most:
        write(f"Memory of {name}: {mebibytes:.0f} MiB, at most {MEMORY}.\n")


def measure(rows: Sequence[Row], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of every row in every round, after one round that does not count."""
    times: dict[str, list[float]] = {row.name: [] for row in rows}
    for number in range(rounds + 1):
        for row in rows:
            seconds = cpu(row, number)
            if number:
                times[row.name].append(seconds)
    return times


def cpu(row: Row, number: int) -> float:
    """User and system seconds of one run and of all it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        row.argv(number),
        cwd=row.cwd,
        env={**os.environ, **WORLD, **(row.env or {})},
        capture_output=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{row.name}: status {done.returncode}\n{done.stderr.decode()}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def memory(row: Row) -> float:
    """The most that one run holds at a time, in MiB, measured by a process of its own."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *row.argv(0)],
        cwd=row.cwd,
        env={**os.environ, **WORLD},
        capture_output=True,
        check=True,
    )
    return int(done.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def line(row: Row, times: Mapping[str, list[float]]) -> str:
    """The row of the table: medians of the ratios within each round."""
    own = times[row.name]
    off = times[row.on_top_of] if row.on_top_of else [0.0] * len(own)
    net = [a - b for a, b in zip(own, off, strict=True)]
    bare = median(a / b for a, b in zip(net, times[BARE], strict=True))
    app = median(a / b for a, b in zip(net, times[APP], strict=True))
    goal = f"{row.goal:g}" if row.goal else ""
    return f"| {row.name} | {bare:.1f} | {app:.2f} | {goal} |\n"


WORLD = {
    "PYTHONPATH": str(ROOT),
    "TEAMKIT_TODAY": "2026-12-01",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@harbour.example",
    "GIT_COMMITTER_NAME": "Ana",
    "GIT_COMMITTER_EMAIL": "ana@harbour.example",
}


def rows_in(folder: Path) -> list[Row]:
    """The rows, each on its own copy of the demo team in *folder*."""
    made = subprocess.run(
        [*teamkit("demo"), str(folder / "team")],
        env={**os.environ, **WORLD},
        capture_output=True,
        check=False,
    )
    if made.returncode:
        raise SystemExit(made.stderr.decode())
    two = folder / "two.py"
    two.write_text(TWO_COMMANDS)
    read, plain, git, commit = (copy(folder, name) for name in ("read", "plain", "git", "commit"))
    complete = {
        "_TEAMKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": "teamkit ag",
        "COMP_CWORD": "1",
    }
    subprocess.run(
        teamkit("agenda", "new", "friday", "--date", "2026-12-04"),
        cwd=read,
        env={**os.environ, **WORLD},
        capture_output=True,
        check=True,
    )
    rows = [
        Row(BARE, lambda _: [sys.executable, "-c", "pass"], folder),
        Row(APP, lambda _: [sys.executable, str(two), "one"], folder),
        Row("--version", lambda _: teamkit("--version"), read, 1.3),
        Row("--help", lambda _: teamkit("--help"), read, 1.3),
        Row("one TAB", lambda _: teamkit(), read, 1.3, env=complete),
        *daily(folder, read),
        Row(
            "notes rotate --dry-run",
            lambda _: teamkit("notes", "rotate", "friday", "--date", "2026-12-04", "-n"),
            read,
            2.5,
        ),
        Row("agenda new --no-commit", lambda n: new(n, "--no-commit"), plain, 2.5),
        Row(GIT, one_file, git),
        Row("agenda new, on top of that", new, commit, 3.5, on_top_of=GIT),
    ]
    long_lived = many.write(folder / "many")
    rows.append(
        Row("actions list (5,000 in 1,000)", lambda _: teamkit("actions", "list"), long_lived, 15)
    )
    rows += in_a_crowd(crowd.write(folder / "crowd"))
    if shutil.which("nb"):
        rows += nb(folder, copy(folder, "whole"))
    return rows


def daily(folder: Path, read: Path) -> list[Row]:
    """What people type every day; each that writes has a copy of the team of its own."""
    add, vote, note, done, skill = (copy(folder, name) for name in ("a", "v", "n", "d", "s"))
    action = waiting(done)
    return [
        Row("teamkit", lambda _: teamkit(), read),
        Row(
            "skills who-knows X --json",
            lambda _: teamkit("skills", "who-knows", "postgis", "--json"),
            read,
            1.7,
        ),
        Row("skills matrix", lambda _: teamkit("skills", "matrix"), read),
        Row("solutions for", lambda _: teamkit("solutions", "for", "upload large files"), read),
        Row("actions list", lambda _: teamkit("actions", "list"), read),
        Row("check", lambda _: teamkit("check"), read),
        Row("agenda add", lambda n: teamkit("agenda", "add", f"A new thing {n}"), add, 2.2),
        Row("agenda vote", voted, vote),
        Row("notes add", lambda n: teamkit("notes", "add", *NOTES, f"k: point {n}"), note),
        Row("actions done", lambda n: teamkit("actions", "done", action[n]), done),
        Row("skills set", lambda n: teamkit("skills", "set", "postgis", str(n % 5)), skill),
    ]


#: A meeting of the demo team, as options.
NOTES = ("--series", "friday", "--date", "2026-11-20")


def voted(number: int) -> list[str]:
    """A vote that changes something each time: given in one round, taken back in the next."""
    return teamkit("agenda", "vote", "webhooks", "--by", "eli", *(["--un"] if number % 2 else []))


def waiting(team: Path) -> list[str]:
    """The ids of the open actions of a team, to which a hundred more are added."""
    notes = team / "notes/2026-11-20-friday.md"
    with notes.open("a", encoding="utf-8") as file:
        file.writelines(f"- [ ] @ana Do the thing {number}\n" for number in range(100))
    subprocess.run(
        ["git", "commit", "-aqm", "Agree on things"],
        cwd=team,
        env={**os.environ, **WORLD},
        check=True,
    )
    found = subprocess.run(
        teamkit("actions", "list", "--plain"),
        cwd=team,
        env={**os.environ, **WORLD},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split("\t")[0] for line in found.stdout.splitlines()]


def in_a_crowd(folder: Path) -> list[Row]:
    """Who knows something among 2,000 people and 10,000 files."""
    return [
        Row(
            "who-knows SKILL --json (10,000 files)",
            lambda _: teamkit("skills", "who-knows", "skill-042", "--json"),
            folder,
            12,
        ),
        Row(
            "who-knows, free words (10,000 files)",
            lambda _: teamkit("skills", "who-knows", "large file uploads", "--json"),
            folder,
            30,
        ),
    ]


def teamkit(*args: str) -> list[str]:
    """The command line of this checkout and interpreter."""
    return [sys.executable, "-m", "teamkit", *args]


def copy(folder: Path, name: str) -> Path:
    """A copy of the demo team of its own."""
    shutil.copytree(folder / "team", folder / name, symlinks=True)
    return folder / name


def new(number: int, *args: str) -> list[str]:
    """A new agenda for another Friday each time."""
    day = date(2026, 12, 4) + timedelta(weeks=number)
    return teamkit("agenda", "new", "friday", "--date", day.isoformat(), *args)


def one_file(number: int) -> list[str]:
    """What a person types to add one file."""
    name = f"agendas/file-{number}.md"
    script = f"cp teamkit.yml {name} && git add {name} && git commit -q -m 'Add a file' -- {name}"
    return ["sh", "-c", script]


def nb(folder: Path, whole: Path) -> list[Row]:
    """The same with nb, in a notebook that holds the demo team's files."""
    home = folder / "nb-home"
    home.mkdir()
    env = {"HOME": str(home), "NB_DIR": str(home / ".nb"), "NB_AUTO_SYNC": "0", "EDITOR": "true"}
    subprocess.run(
        ["nb", "init"], env={**os.environ, **WORLD, **env}, check=False, capture_output=True
    )
    shutil.copytree(
        folder / "team",
        home / ".nb" / "home",
        ignore=shutil.ignore_patterns(".git"),
        dirs_exist_ok=True,
    )
    for args in (["add", "--all"], ["commit", "-q", "-m", "The team"]):
        subprocess.run(
            ["git", *args], cwd=home / ".nb" / "home", env={**os.environ, **WORLD}, check=False
        )
    return [
        Row("agenda new, with its commit", new, whole),
        Row(
            "nb add, with its commit",
            lambda n: ["nb", "add", f"file-{n}.md", "--content", "x", "--no-color"],
            folder,
            env=env,
        ),
    ]


if __name__ == "__main__":
    main()
