"""A folder under real git, and what a test wants to know about it."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from teamkit.repo import Repo


class Sandbox:
    """One work tree of ana's, with one commit of `old.md` and `other.md`."""

    def __init__(self, folder: Path, *, bare: bool = False) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *(["--bare"] if bare else []))
        if not bare:
            self.sign_as("ana")

    @property
    def repo(self) -> Repo:
        return Repo(self.folder)

    def sign_as(self, name: str) -> None:
        self.git("config", "user.name", name)
        self.git("config", "user.email", f"{name}@example.org")

    def git(self, *args: str, ok: bool = True) -> str:
        command = ["git", *args]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, check=False, text=True)
        assert not ok or done.returncode == 0, done.stderr
        return done.stdout.removesuffix("\n")

    def shell(self, command: str) -> None:
        """Runs a remedy as a person would type it."""
        env = {**os.environ, "GIT_EDITOR": "true"}
        subprocess.run(
            command, shell=True, cwd=self.folder, check=True, capture_output=True, env=env
        )

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def save(self, path: str, text: str, message: str = "") -> str:
        """Writes and commits one file, by plain git."""
        self.write(path, text)
        self.git("--literal-pathspecs", "add", "--", path)
        self.git("commit", "-q", "-m", message or f"Add {path}")
        return self.git("rev-parse", "HEAD")

    def hook(self, name: str, script: str) -> None:
        hooks = self.folder / self.git("rev-parse", "--git-path", "hooks")
        hooks.mkdir(exist_ok=True)
        (hooks / name).write_text(f"#!/bin/sh\n{script}\n")
        (hooks / name).chmod(0o755)

    def index(self) -> str:
        """Every entry of the index: mode, blob id, stage, path."""
        return self.git("ls-files", "--stage", "-t")

    def bytes_of_all(self) -> dict[str, bytes]:
        """Every file below the folder, git's own included."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    def committed(self, rev: str = "HEAD") -> list[str]:
        """The paths that one commit changed."""
        listed = self.git("diff-tree", "--root", "-r", "-z", "--name-only", "--no-commit-id", rev)
        return listed.split("\0")[:-1]


def wrapper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts another git before the real one, which the script reaches as `git`."""
    program = tmp_path / "wrapper/git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nPATH={shlex.quote(os.environ['PATH'])}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
