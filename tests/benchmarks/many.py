"""A team with a thousand notes and five thousand actions, the same each time."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

HANDLES = ("ana", "ben", "carla", "dani", "eli", "fay", "goran", "hana")
NOTES, ACTIONS_EACH = 1_000, 5
SETTINGS = """\
format: 1
name: A long-lived team
timezone: UTC
series:
  daily: {title: Daily meeting, rule: FREQ=DAILY, minutes: 30}
"""
_WORDS = (
    "measure the cache",
    "write it down",
    "ask the client",
    "draw the way of a request",
    "find a larger room",
    "count hits and misses",
    "move the backups",
    "tidy the board",
)


def write(folder: Path) -> Path:
    """Write that team's files into *folder*, which must be new; no git."""
    files = {"teamkit.yml": SETTINGS}
    files |= {f"people/{h}.md": f"---\nname: {h.capitalize()}\n---\n" for h in HANDLES}
    random = Random(20261201)  # the same words each time, no secrets
    first = date(2026, 12, 1) - timedelta(days=NOTES)
    for number in range(NOTES):
        day = first + timedelta(days=number)
        files[f"notes/{day}-daily.md"] = _notes(day, number, random)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _notes(day: date, number: int, random: Random) -> str:
    who = random.sample(HANDLES, 5)
    lines = [
        f"- Key: {random.choice(_WORDS)} before we {random.choice(_WORDS)}",
        f"- Decision: {random.choice(_WORDS)} first",
        f"- Support @{who[0]}: {random.choice(_WORDS)}",
    ]
    for at in range(ACTIONS_EACH):
        is_old = number < NOTES - 100
        box = "x" if random.random() < (0.97 if is_old else 0.4) else " "
        due = day + timedelta(days=random.randrange(7, 30))
        words = random.choice(_WORDS).capitalize()
        lines.append(f"- [{box}] @{who[at]} {words} {number}.{at}  (due:: {due})")
    present = "".join(f"  - {h}\n" for h in sorted(who))
    return (
        f"---\ntitle: {day} daily notes\ndate: {day}\nseries: daily\nfacilitator: {who[0]}\n"
        f"note_takers:\n  - {who[1]}\npresent:\n{present}---\n\n# Daily meeting, {day}\n\n"
        f"## Wins\n\n- Win @{who[2]}: {random.choice(_WORDS)}\n\n## Topic {number}\n\n"
        + "\n".join(lines)
        + "\n"
    )
