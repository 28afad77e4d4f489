"""A new machine, with a `teamkit` on the PATH; the team is made once."""

import os
from pathlib import Path

import pytest

from tests.ways_out import place


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    place.make(folder)
    return folder


@pytest.fixture(autouse=True)
def machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "EMAIL"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_EDITOR", "true")
    programs = tmp_path_factory.mktemp("programs")
    place.on_path(programs)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
