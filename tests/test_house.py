"""The house as designed, held against the code: floors, rooms, libraries, sizes."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "teamkit"

#: Lowest first; a room imports only from lower floors or from itself.
FLOORS = (
    {"errors", "choice", "facts"},
    {"finder"},
    {"days", "markdown", "output", "repo"},
    {"kinds"},
    {"config"},
    {"store"},
    {"team"},
    {"people"},
    {"meetings", "knowledge"},
    {"gather"},
    {"projects"},
    {"dues"},
    {"week"},
    {"check"},
    {"share", "start"},
    {"cli"},
    {"contract"},
    {"commands", "api"},
    {"__init__", "__main__"},
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

#: Where each library may be imported.
LIBRARIES = {
    "typer": {"cli", "commands"},
    "rich": {"output"},
    "git": {"repo/history.py"},
    "yaml": {"markdown"},
    "ruamel": {"markdown"},
    "frontmatter": {"markdown"},
    "sqlite3": {"store/search.py"},
    "textual": {"cli/live"},
    "networkx": {"projects/allocation"},
    "highspy": {"projects/allocation/solver.py"},
    "rapidfuzz": {"finder.py"},
    "subprocess": {"repo/runner.py", "cli/editor.py"},
    "click": set(),
}

#: Modules whose functions may import, because what they import is heavy or behind a door, and what.
LAZY = {
    "__init__": {"teamkit.api"},
    "__main__": {"teamkit.cli.app"},
    "check.site": {"zoneinfo"},
    "cli.app": {"shlex", "teamkit.cli.versions"},
    "cli.ask": {"typer"},
    "cli.complete": {"teamkit.meetings.actions", "teamkit.people.catalog", "teamkit.store"},
    "cli.editor": {"subprocess", "tempfile"},
    "cli.input": {"termios", "tty", "typer"},
    "cli.live.plain": {"zoneinfo"},
    "cli.live.start": {"teamkit.cli.live.screen"},
    "cli.sentences": {"shlex"},
    "cli.session": {
        "datetime",
        "teamkit.cli.input",
        "teamkit.days",
        "teamkit.people.directory",
        "teamkit.team",
        "zoneinfo",
    },
    "commands.check": {"teamkit.check"},
    "commands.now": {"teamkit", "teamkit.start", "teamkit.week"},
    "commands.sync": {"random"},
    "dues": {
        "teamkit.knowledge.solutions.facts",
        "teamkit.meetings.facts",
        "teamkit.projects.advice.facts",
        "teamkit.projects.proposals.facts",
    },
    "finder": {"rapidfuzz", "unicodedata"},
    "gather": {
        "teamkit.knowledge.commits.facts",
        "teamkit.knowledge.pages.facts",
        "teamkit.knowledge.solutions.facts",
        "teamkit.meetings.facts",
        "teamkit.meetings.objections",
        "teamkit.people.catalog",
    },
    "knowledge.skills.who_knows": {"teamkit.knowledge.skills", "teamkit.store"},
    "markdown.blocks": {"hashlib"},
    "markdown.document": {"hashlib"},
    "markdown.reader": {"teamkit.markdown"},
    "markdown.second_opinion": {"frontmatter.default_handlers", "ruamel.yaml", "ruamel.yaml.error"},
    "meetings.actions.agreements": {"hashlib"},
    "meetings.calendar": {"dateutil.rrule"},
    "meetings.live.rounds": {"hashlib"},
    "meetings.messages.forms": {"textwrap"},
    "meetings.messages.web": {"teamkit.repo"},
    "output.console": {
        "teamkit.output",
        "teamkit.output.report",
        "teamkit.output.terminal",
        "textwrap",
    },
    "output.programs": {"json"},
    "output.quiet": {"ctypes"},
    "projects.allocation.solver": {"highspy"},
    "projects.proposals.simulation": {"random", "statistics"},
    "repo.commit": {"teamkit.repo"},
    "repo.history": {"git"},
    "repo.layout": {"teamkit.repo"},
    "repo.preflight": {"shlex", "teamkit.repo"},
    "repo.remote": {"shlex"},
    "repo.runner": {"shlex", "tempfile"},
    "repo.worktree": {"teamkit.repo"},
    "start.init": {"zoneinfo"},
    "store.files": {"hashlib"},
    "store.layout": {"slugify", "unicodedata"},
    "store.lock": {"fcntl", "filelock"},
    "store.search": {"sqlite3"},
    "team": {
        "teamkit.markdown.front_matter",
        "teamkit.repo",
        "teamkit.store",
        "teamkit.store.apply",
    },
    "week.now": {"teamkit.meetings.live"},
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def room_of(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@cache
def imports(tree: ast.Module) -> tuple[tuple[str, ast.stmt], ...]:
    """Every imported module, also under TYPE_CHECKING and inside functions."""
    return tuple(_imports(tree))


def _imports(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a room is"
            module = node.module or ""
            if module in {"teamkit", *(f"teamkit.{room}" for room in FLOOR_OF)}:
                yield from ((f"{module}.{alias.name}", node) for alias in node.names)
            else:
                yield module, node


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in modules()]


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(name_of(path)) for path in modules()}

    assert rooms - FLOOR_OF.keys() == set()


def test_no_import_runs_up_or_across() -> None:
    wrong = []
    for path, tree in trees():
        here = room_of(name_of(path))
        for imported, node in imports(tree):
            if imported == "teamkit.__version__" or not imported.startswith("teamkit."):
                continue
            there = imported.split(".")[1]
            if there != here and FLOOR_OF.get(there, 99) >= FLOOR_OF[here]:
                wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno} imports {imported}")

    assert wrong == []


def test_imports_inside_a_room_run_one_way() -> None:
    """Of two neighbours in a folder, modules or folders, only one ever imports from the other."""
    wrong = []
    for folder, neighbours in streets().items():
        while ends := [name for name, o in neighbours.items() if not o & neighbours.keys()]:
            for name in ends:
                del neighbours[name]
        if neighbours:
            wrong.append(f"{folder or PACKAGE.name}: {sorted(neighbours)}")

    assert wrong == []


def streets() -> dict[str, dict[str, set[str]]]:
    """Folder -> what lies in it -> its neighbours there that it imports from."""
    names = {name_of(path) for path in modules()}
    found: dict[str, dict[str, set[str]]] = {}
    for path, tree in trees():
        here = name_of(path).split(".")
        for imported, _ in imports(tree):
            target = imported.removeprefix("teamkit.")
            there = (target if target in names else target.rpartition(".")[0]).split(".")
            shared = len(
                list(takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
            )
            if imported.startswith("teamkit.") and shared < min(len(here), len(there)):
                folder = found.setdefault(".".join(here[:shared]), {})
                folder.setdefault(here[shared], set()).add(there[shared])
                folder.setdefault(there[shared], set())
    return found


def test_class_names_are_unique() -> None:
    places: dict[str, list[str]] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(f"{name_of(path)}:{node.lineno}")

    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_modules_are_named_after_things_and_words_that_people_type() -> None:
    """A form in -ing is neither, unless people type it: `meeting`, `solutions missing`."""
    manual = (PACKAGE.parent / "docs/man/teamkit.1").read_text(encoding="utf-8")
    typed = {
        word for line in re.findall(r"^\.SS (.*)$", manual, re.MULTILINE) for word in line.split()
    }

    wrong = [
        module
        for module in map(name_of, modules())
        if (word := module.rpartition(".")[2].removeprefix("views_")).endswith("ing")
        and word not in typed
    ]

    assert wrong == []


def test_contributing_shows_the_floors_as_they_are() -> None:
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = [
        set(re.findall(r"`(\w+)`", row.split("|")[2]))
        for row in re.findall(r"^\| \d+ \|.*$", text, re.MULTILINE)
    ]

    assert shown == [rooms for rooms in FLOORS if not rooms & {"__init__", "__main__"}]


def test_modules_of_a_room_form_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    names = {name_of(path) for path in modules()}
    for path, tree in trees():
        found = {i.removeprefix("teamkit.") for i, _ in imports(tree) if i.startswith("teamkit.")}
        targets = {t if t in names else t.rpartition(".")[0] for t in found}
        graph[name_of(path)] = {t for t in targets if t in names and t != name_of(path)}
    order: list[str] = []
    while graph:
        free = sorted(name for name, targets in graph.items() if not targets & graph.keys())
        assert free, f"a circle among {sorted(graph)}"
        order += free
        for name in free:
            del graph[name]

    assert len(order) == len(names)


def test_every_module_has_a_use() -> None:
    """Another one imports it, or people type it; so no dependency serves dead code alone."""
    used = {
        f"{node.module}.{alias.name}".removeprefix("teamkit.")
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    used |= {name.rpartition(".")[0] for name in used}

    alone = [name_of(path) for path in modules() if path.stem != "__init__"]
    alone = [name for name in alone if name not in used]
    assert [name for name in alone if room_of(name) not in {"commands", "__main__"}] == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_has_one_room(library: str) -> None:
    wrong = []
    for path, tree in trees():
        place = path.relative_to(PACKAGE).as_posix()
        allowed = any(place == home or place.startswith(f"{home}/") for home in LIBRARIES[library])
        for imported, node in imports(tree):
            if imported.split(".")[0] == library and not allowed:
                wrong.append(f"{place}:{node.lineno}")

    assert wrong == []


def test_only_the_named_modules_import_inside_functions() -> None:
    found: dict[str, set[str]] = {}
    for path, tree in trees():
        top = {id(node) for node in tree.body}
        guarded = {
            id(inner) for node in tree.body if isinstance(node, ast.If) for inner in ast.walk(node)
        }
        for imported, node in imports(tree):
            if id(node) not in top | guarded:
                written = node.module if isinstance(node, ast.ImportFrom) else imported
                found.setdefault(name_of(path), set()).add(written or "")

    assert found == LAZY


def test_no_module_is_over_300_lines() -> None:
    long = {str(p.relative_to(PACKAGE)): n for p in modules() if (n := _lines(p)) > 300}

    assert long == {}


def test_no_function_body_is_over_40_lines() -> None:
    long = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                if body and (node.end_lineno or 0) - body[0].lineno + 1 > 40:
                    long.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}")

    assert long == []


def test_only_the_console_prints() -> None:
    wrong = [f"{place}:{node.lineno}" for place, node in calls() if called(node) == "print"]

    assert wrong == []


def test_the_world_comes_in_as_values_below_the_command_line() -> None:
    """No clock and no current folder below `cli/`."""
    clocks = {"date.today", "datetime.now", "datetime.today", "Path.cwd", "os.getcwd"}

    wrong = [
        f"{place}:{node.lineno}"
        for place, node in calls()
        if called(node) in clocks and not place.startswith(("cli/", "commands/"))
    ]

    assert wrong == []


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield path.relative_to(PACKAGE).as_posix(), node


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")
