"""A code repository under real git, and people who commit to it."""

from collections.abc import Sequence
from pathlib import Path

from teamkit.people.directory import Directory
from teamkit.people.person import Person
from tests.conftest import Folder

PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana Ferrándiz", emails=("ana@harbour.example",), github="ana-f"),
        "ben": Person("ben", "Ben Oakhurst", aliases=("Benjamin",)),
        "carla": Person("carla", "Carla Quintás", emails=("Carla@Harbour.example",)),
    }
)
ANA = "Ana <ana@harbour.example>"
BEN = "Ben Oakhurst <ben@old.example>"
BOT = "deps[bot] <deps@harbour.example>"
GUEST = "Pilot Boat <pilot@sea.example>"


class Code(Folder):
    """A code repository called tidewatch."""

    def __init__(self, where: Path) -> None:
        super().__init__(where / "tidewatch")
        self.path.mkdir()
        self.git("init", "--quiet", "-b", "main")
        self._changes = 0

    def change(self, who: str, day: str, *paths: str, also: Sequence[str] = ()) -> str:
        """Commit a change of these files, made by *who*, with others *also*; its id."""
        self._changes += 1
        self.write(dict.fromkeys(paths, f"{self._changes}\n"))
        self.git("add", "--all")
        said = ["-m", "Change"]
        if also:
            said += ["-m", "\n".join(f"Co-authored-by: {one}" for one in also)]
        self.git("commit", "--quiet", "--author", who, "--date", f"{day}T12:00:00Z", *said)
        return self.git("rev-parse", "HEAD").strip()
