"""What a cold run may load, and every door opens on what its help says."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from teamkit.cli.app import Root, app
from teamkit.cli.lazy import module_name
from teamkit.commands import now
from tests import typed
from tests.conftest import ROOT, Folder

COMMANDS = ROOT / "teamkit/commands"

HEAVY = {
    "git", "ruamel", "rich", "frontmatter", "textual", "networkx", "pydantic", "rapidfuzz",
    "slugify", "dateutil", "filelock", "sqlite3", "zoneinfo",
}  # fmt: skip


def loaded(*args: str, cwd: Path) -> set[str]:
    """The heavy libraries a run of teamkit has imported when it ends."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sorted(m for m in sys.modules if '.' not in m), "
        "file=open('loaded.txt', 'w')))\n"
        f"sys.argv = {['teamkit', *args]!r}\n"
        "from teamkit.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "TEAMKIT_TODAY": "2026-12-01"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    modules = set((cwd / "loaded.txt").read_text().split())
    (cwd / "loaded.txt").unlink()
    return modules & (HEAVY | {"yaml", "json"})


@pytest.mark.parametrize("args", [["--version"], ["--help"]])
def test_the_root_loads_nothing_heavy(args: list[str], tmp_path: Path) -> None:
    assert loaded(*args, cwd=tmp_path) == set()


def test_who_knows_loads_json_alone(demo_once: Path) -> None:
    found = loaded("skills", "who-knows", "postgis", "--json", cwd=demo_once)

    assert found == {"json"}


def test_rotating_loads_only_what_it_needs(demo: Folder) -> None:
    demo.run("agenda", "new", "friday", "--date", "2026-12-04")

    found = loaded("notes", "rotate", "friday", "--date", "2026-12-04", "--dry-run", cwd=demo.path)

    assert found <= {"yaml", "dateutil", "json"}


def test_compiling_an_agenda_loads_no_git_library_and_no_rich(demo_once: Path) -> None:
    found = loaded("agenda", "new", "friday", "--date", "2026-12-04", "--dry-run", cwd=demo_once)

    assert found <= {"yaml", "difflib", "dateutil", "json"}


def test_a_command_loads_no_file_of_another(demo_once: Path) -> None:
    code = (
        "import sys, atexit\n"
        "ours = lambda: (name for name in sys.modules if name.startswith('teamkit.commands.'))\n"
        "atexit.register(lambda: print(*ours()))\n"
        "sys.argv = ['teamkit', 'agenda', 'add', '--help']\n"
        "from teamkit.__main__ import main\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=demo_once, capture_output=True, text=True, check=False
    )

    loaded = done.stdout.strip().split("\n")[-1].split()
    assert loaded == ["teamkit.commands.agenda", "teamkit.commands.agenda.add"]


@pytest.mark.parametrize(("words", "command"), [*typed.every()])
def test_behind_each_door_is_what_its_help_says(words: str, command: Any) -> None:
    *folders, word = words.split()
    doors = import_module(".".join(["teamkit.commands", *folders])).DOORS

    assert (command.help or "").split("\n")[0].strip() == doors[word]


def test_every_file_has_a_door() -> None:
    files = {
        path.relative_to(COMMANDS).with_suffix("").as_posix()
        for path in COMMANDS.rglob("*.py")
        if path.name != "__init__.py"
    }
    found = {"/".join(module_name(word) for word in words.split()) for words, _ in typed.every()}

    assert files - found == {"now", "proposals/link"}


def test_the_page_without_a_command_is_there() -> None:
    assert callable(now.command)


def test_the_root_is_what_the_script_runs() -> None:
    assert isinstance(get_command(app), Root)
