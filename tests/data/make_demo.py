"""Writes examples/ again: the demo team's repository, and its year as commits.

    python -m tests.data.make_demo

The same words always give the same bytes: there is no clock and no chance in here. What people say
stands in `demo_words`, `demo_talk`, `demo_topics`, `demo_people`, `demo_solutions` and
`demo_library`; change it there and run this again. `demo_calendar` knows who was where,
`demo_meetings` and `demo_records` make the files, `demo_history` the commits. The bodies come from
our own templates/, so the demo always looks like what teamkit writes.
"""

import sys
from pathlib import Path

from tests.data.demo_history import history
from tests.data.demo_meetings import meeting_files
from tests.data.demo_records import record_files

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def examples() -> dict[str, str]:
    """Every file under examples/, by its path there."""
    files = {**record_files(), **meeting_files()}
    return {"history.tsv": history()} | {f"demo/{path}": text for path, text in files.items()}


def write(files: dict[str, str], folder: Path) -> None:
    """Make *folder* hold exactly these files."""
    for old in sorted(folder.rglob("*")):
        if old.is_file() and old.relative_to(folder).as_posix() not in files:
            old.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write them, and say how many."""
    files = examples()
    write(files, EXAMPLES)
    size = sum(len(text.encode()) for text in files.values())
    sys.stdout.write(f"{len(files)} files, {size / 1000:.0f} kB, in {EXAMPLES}\n")


if __name__ == "__main__":
    main()
