"""What the server had before its history was rewritten: the clone's own note, never shared."""

import json
from pathlib import Path

_NAME = "rewritten.json"


def noted(common_dir: Path, ref: str) -> str | None:
    """The commit that *ref* was at before it was rewritten; None when nothing is noted."""
    try:
        commits = json.loads((common_dir / "teamkit" / _NAME).read_text(encoding="utf-8"))
        return str(commits[ref]) if ref in commits else None
    except (OSError, ValueError, TypeError):
        return None


def note(common_dir: Path, ref: str, commit: str) -> None:
    """Remember that *ref* was at *commit*, so that the next run refuses as well."""
    folder = common_dir / "teamkit"
    folder.mkdir(exist_ok=True)
    temporary = folder / f"{_NAME}.new"
    temporary.write_text(json.dumps({ref: commit}), encoding="utf-8")
    temporary.replace(folder / _NAME)


def forget(common_dir: Path) -> None:
    """The histories fit again."""
    (common_dir / "teamkit" / _NAME).unlink(missing_ok=True)
