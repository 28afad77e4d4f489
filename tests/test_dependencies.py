"""What is declared is imported, what is imported is declared, and pins and bounds fit together."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = {
    name: [Requirement(line) for line in lines if not line.startswith("teamkit")]
    for name, lines in PROJECT["optional-dependencies"].items()
}
#: Data that Python itself looks for where the system has none.
NEVER_IMPORTED = {"tzdata"}


def pins(text: str) -> dict[str, str]:
    """Name -> version of each line of a file of constraints."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return {canonicalize_name(name): pin for name, pin in (line.split("==") for line in lines)}


def imported() -> set[str]:
    """The third-party modules that teamkit imports anywhere."""
    found = set()
    for path in (ROOT / "teamkit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module or "")
    return {name.partition(".")[0] for name in found} - sys.stdlib_module_names - {"teamkit"}


def test_every_dependency_is_imported_and_every_import_declared() -> None:
    homes = packages_distributions()
    providers = {name: {canonicalize_name(home) for home in homes[name]} for name in imported()}
    declared = {canonicalize_name(one.name) for one in [*NEEDED, *EXTRAS["live"]]}

    undeclared = [name for name, homes_ in providers.items() if not homes_ & declared]
    unused = declared - NEVER_IMPORTED - set().union(*providers.values())

    assert (undeclared, unused) == ([], set())


@pytest.mark.parametrize("one", [*NEEDED, *chain(*EXTRAS.values())], ids=str)
def test_every_dependency_is_pinned_to_a_version_in_its_range(one: Requirement) -> None:
    pinned = pins((ROOT / "constraints.txt").read_text("utf-8"))

    assert one.specifier.contains(pinned[canonicalize_name(one.name)])


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci/lowest.py"], capture_output=True, text=True, check=True
    )

    bounds = {
        canonicalize_name(one.name): bound.version
        for one in NEEDED
        for bound in one.specifier
        if bound.operator == ">="
    }
    assert pins(done.stdout) == bounds


def test_every_cap_carries_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").split("\n")
    written = enumerate(line.partition(";")[0] for line in lines)
    capped = [at for at, line in written if line.startswith('  "') and "<" in line]

    assert [lines[at] for at in capped if not lines[at - 1].startswith("  # ")] == []
