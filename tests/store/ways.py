"""Systems that have less than this one: what `os` lacks there is taken away, for the two ways."""

import importlib
import os
import sys
import types
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: What Windows lacks.
_LACKING = ("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "fchmod", "pread")
#: As this system is; as Windows is; that, and no hard links; as this one, on a disk without them.
WAYS = ("descriptors", "paths", "paths and no links", "descriptors and no links")
#: The same for a process that is started, as its `sitecustomize`. The locks keep what they need.
SHIM = f"""\
import os, sys, types
import filelock
whole = types.ModuleType("os")
vars(whole).update(vars(os))
for module in [m for name, m in sys.modules.items() if name.startswith("filelock")]:
    module.os = whole
for name in {_LACKING}:
    delattr(os, name)
os.supports_dir_fd = set()
"""


def take_away(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Leave in `os` what *way* has, in this process."""
    importlib.import_module("filelock")  # whole, before anything is taken away
    whole = types.ModuleType("os")
    vars(whole).update(vars(os))
    for module in [m for name, m in sys.modules.items() if name.startswith("filelock")]:
        monkeypatch.setattr(module, "os", whole, raising=False)
    if way.startswith("paths"):
        for name in _LACKING:
            monkeypatch.delattr(os, name)
        monkeypatch.setattr(os, "supports_dir_fd", set())
    if way == "paths and no links":
        monkeypatch.delattr(os, "link")
    if way == "descriptors and no links":
        monkeypatch.setattr(os, "link", _refuse)


def shim(place: Path, way: str, also: str = "") -> Mapping[str, str]:
    """The environment of a process that has what *way* has, and runs *also* at its start."""
    place.mkdir(exist_ok=True)
    (place / "sitecustomize.py").write_text((SHIM if way == "paths" else "") + also)
    return {"PYTHONPATH": os.pathsep.join([str(place), str(ROOT)])}


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")
