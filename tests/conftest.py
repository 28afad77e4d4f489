"""What every test may have: a clean world, the command line, a small team, the demo team."""

import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner

# No test is timed: how busy a machine is says nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What a shell starts with `&` ignores Ctrl-C, and so would every program that a test interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-12-01"
WHO = {
    "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@harbour.example",
    "GIT_COMMITTER_NAME": "Ana",
    "GIT_COMMITTER_EMAIL": "ana@harbour.example",
}


_numbers = count()


def pytest_collection_finish() -> None:
    """Whatever is there before the first test stays: nobody looks through it for garbage again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tests")


@pytest.fixture
def tmp_path(_places: Path, request: pytest.FixtureRequest) -> Path:
    """An empty folder; pytest's own looks through all those before it for the next number."""
    place = _places / f"{next(_numbers)}-{request.function.__name__[:30]}"
    place.mkdir()
    return place


@pytest.fixture(autouse=True)
def _clean_world(_places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _clean(_places, monkeypatch)


def _clean(places: Path, patch: pytest.MonkeyPatch) -> None:
    """No configuration of this machine, no clock but ours, git knows who we are."""
    home = places / f"{next(_numbers)}-home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("GIT_", "TEAMKIT_")):
            patch.delenv(name)
    patch.setenv("HOME", str(home))
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.setenv("TEAMKIT_TODAY", TODAY)
    patch.setenv("COLUMNS", "100")
    for name in ("EDITOR", "VISUAL", "NO_COLOR", "FORCE_COLOR"):
        patch.delenv(name, raising=False)
    for name, value in WHO.items():
        patch.setenv(name, value)


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    status: int
    stdout: str
    stderr: str


class Folder:
    """A folder with a git repository in it, and the command line on it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def run(
        self, *args: str, env: Mapping[str, str] | None = None, stdin: str | None = None
    ) -> Result:
        """Run teamkit in this process."""
        from teamkit.cli.app import app

        result = CliRunner().invoke(app, ["-C", str(self.path), *args], env=env, input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Result(result.exit_code, result.stdout, result.stderr)

    def shell(
        self,
        *args: str,
        env: Mapping[str, str] | None = None,
        stdin: str = "",
        cwd: Path | None = None,
    ) -> Result:
        """Run teamkit as its own process, in this folder."""
        done = subprocess.run(
            [sys.executable, "-m", "teamkit", *args],
            cwd=cwd or self.path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            input=stdin,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def git(self, *args: str, check: bool = True) -> str:
        """Run git here; its output."""
        done = subprocess.run(
            ["git", *args], cwd=self.path, capture_output=True, text=True, check=check
        )
        return done.stdout

    def write(self, files: Mapping[str, str]) -> None:
        """Write files by hand, as people do."""
        for name, text in files.items():
            place = self.path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode("utf-8"))

    def read(self, name: str) -> str:
        """One file's text, line ends as they are."""
        return (self.path / name).read_bytes().decode("utf-8")

    def commit(self, message: str = "By hand") -> None:
        """Commit everything that lies here."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)

    def log(self, count: int = 1) -> list[str]:
        """The newest subjects, newest first."""
        return self.git("log", f"-{count}", "--format=%s").splitlines()

    def status(self) -> str:
        """What git says is not committed."""
        return self.git("status", "--porcelain", "--untracked-files=all")


SETTINGS = """\
format: 1
name: Small team
timezone: Europe/Madrid
areas: [backend]
series:
  friday:
    title: Weekly meeting
    rule: FREQ=WEEKLY;BYDAY=FR
    start: "13:00"
    minutes: 60
    facilitator: carla
    rounds:
      - {name: Wins, minutes: 10, label: Win}
"""


@pytest.fixture
def empty(tmp_path: Path) -> Folder:
    """An empty folder, no git."""
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def _small_once(_places: Path) -> Path:
    folder = Folder(_places / "small")
    folder.path.mkdir()
    folder.git("init", "--quiet", "--template=", "-b", "main")
    (folder.path / ".git/hooks").mkdir()
    people = {
        f"people/{h}.md": f"---\nname: {h.capitalize()}\n---\n" for h in ("ana", "ben", "carla")
    }
    folder.write({"teamkit.yml": SETTINGS, **people})
    with pytest.MonkeyPatch.context() as patch:
        _clean(_places, patch)
        folder.commit("Start")
    return folder.path


@pytest.fixture
def small(_small_once: Path, tmp_path: Path) -> Folder:
    """A team of three with one series and nothing else, committed."""
    shutil.copytree(_small_once, tmp_path, symlinks=True, dirs_exist_ok=True)
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def demo_once(_places: Path) -> Path:
    """The demo team as `teamkit demo` writes it, made once; copy it before you change it."""
    place = _places / "demo"
    subprocess.run(
        [sys.executable, "-m", "teamkit", "demo", str(place)],
        cwd=ROOT,
        env={**os.environ, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
    )
    return place


@pytest.fixture
def demo(demo_once: Path, tmp_path: Path) -> Folder:
    """A fresh copy of the demo team."""
    shutil.copytree(demo_once, tmp_path / "team", symlinks=True)
    return Folder(tmp_path / "team")


def shared(*parts: str) -> Path:
    """A folder of real files to test on; the test is skipped where it is not there."""
    place = ROOT.parent.joinpath("shared", *parts)
    if not place.exists():
        pytest.skip(f"no {'/'.join(parts)} to test on beside the checkout")
    return place


@pytest.fixture
def handbook(tmp_path: Path) -> Folder:
    """A git repository made from a real handbook site."""
    source = shared("handbook")
    place = tmp_path / "handbook"
    shutil.copytree(source, place)
    for path in [place, *place.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    folder = Folder(place)
    folder.git("init", "--quiet", "-b", "main")
    folder.commit("The site")
    return folder
