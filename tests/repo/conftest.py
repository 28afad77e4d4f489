"""Git as on a new machine: no configuration of its owner, no variables of a hook around us."""

import os
from pathlib import Path

import pytest

from tests.repo.sandbox import Sandbox


@pytest.fixture(autouse=True)
def new_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "EMAIL"]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def team(tmp_path: Path) -> Sandbox:
    sandbox = Sandbox(tmp_path / "team")
    sandbox.save("old.md", "old\n")
    sandbox.save("other.md", "other\n")
    return sandbox
