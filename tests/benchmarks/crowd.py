"""An organisation's repository: 300 skills, 2,000 people, 10,000 files, the same each time."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

SKILLS, PEOPLE, ROWS = 300, 2_000, 20
TOPICS, SOLUTIONS, FILES = 2_500, 500, 10_000
TODAY = date(2026, 12, 1)
SETTINGS = """\
format: 1
name: An organisation
timezone: UTC
series:
  weekly: {title: Weekly meeting, rule: FREQ=WEEKLY, minutes: 60}
"""
_WORDS = (
    "measure", "cache", "client", "request", "upload", "large", "file", "proxy", "index", "query",
    "backup", "restore", "form", "browser", "network", "image", "layer", "plan", "state", "report",
    "month", "reader", "keyboard", "harbour", "tide", "boat", "chart", "table", "login", "page",
)  # fmt: skip


def write(folder: Path) -> Path:
    """Write that organisation's files into *folder*, which must be new; no git."""
    random = Random(20261201)  # the same words each time, no secrets
    handles = [f"person-{number:04}" for number in range(PEOPLE)]
    files = {"teamkit.yml": SETTINGS, "skills/catalog.yml": _catalog()}
    for handle in handles:
        files[f"people/{handle}.md"] = f"---\nname: {handle.title()}\njoined: 2020-01-01\n---\n"
        files[f"skills/{handle}.md"] = _table(handle, random)
    for number in range(TOPICS):
        who, day = random.choice(handles), _day(random)
        files[f"topics/{day}-{who}-{number}.md"] = _topic(random, who)
    for number in range(SOLUTIONS):
        files[f"solutions/need-{number:03}.md"] = _solution(random, handles)
    for number in range(FILES - 2 * PEOPLE - TOPICS - SOLUTIONS):
        day = TODAY - timedelta(days=number)
        files[f"notes/{day}-weekly.md"] = _notes(day, random, handles)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _catalog() -> str:
    lines = [f"  skill-{n:03}: {{title: Skill {n:03}, field: f{n % 9}}}\n" for n in range(SKILLS)]
    return "skills:\n" + "".join(lines)


def _table(handle: str, random: Random) -> str:
    rows = [
        f"| Skill {n:03} | {random.randint(0, 4)} | {random.choice(('more', 'keep', ''))} "
        f"| {_day(random)} |  |\n"
        for n in sorted(random.sample(range(SKILLS), ROWS))
    ]
    head = "| Skill | Level | Want | Updated | Note |\n| --- | --- | --- | --- | --- |\n"
    return f"---\ntitle: {handle}\n---\n\n{head}{''.join(rows)}"


def _topic(random: Random, who: str) -> str:
    return f"---\ntitle: {_title(random)}\nby: {who}\n---\n\n{_prose(random)}\n"


def _solution(random: Random, handles: list[str]) -> str:
    one, two = random.sample(handles, 2)
    day = _day(random)
    return (
        f"---\ntitle: {_title(random)}\nstatus: owned\nowner: {one}\n"
        f"skills:\n  - skill-{random.randrange(SKILLS):03}\nlast_reviewed_on: {day}\n---\n\n"
        f"## Solutions\n\n| Solution | Use it when | Approx. time | Risks | Who |\n"
        f"| --- | --- | --- | --- | --- |\n| {_title(random)} | always | 2-3 d |  | @{two} |\n\n"
        f"{_prose(random)}\n"
    )


def _notes(day: date, random: Random, handles: list[str]) -> str:
    present = sorted(random.sample(handles, 8))
    lines = [f"---\ntitle: {day} weekly\ndate: {day}\nseries: weekly\npresent:"]
    lines += [f"  - {handle}" for handle in present]
    lines += ["---", ""]
    for _ in range(2):
        lines += [f"## {_title(random)}", "", f"- Key: {_prose(random)}"]
        lines += [f"- Decision @{present[0]}: {_title(random)}"]
        lines += [f"- Support @{present[1]}: {_title(random)}"]
        lines += [f"- [ ] @{present[2]} {_title(random)}", ""]
    return "\n".join(lines)


def _title(random: Random) -> str:
    skill = f" with Skill {random.randrange(SKILLS):03}" if random.random() < 0.3 else ""
    return f"{' '.join(random.sample(_WORDS, 3)).capitalize()}{skill}"


def _prose(random: Random) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(12))


def _day(random: Random) -> date:
    return TODAY - timedelta(days=random.randrange(1500))
