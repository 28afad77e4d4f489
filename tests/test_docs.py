"""What the documents say is what the program does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from teamkit import config
from teamkit.commands import DOORS
from teamkit.errors import ExitStatus
from tests import typed
from tests.conftest import ROOT, Folder
from tests.evaluation import rotation, who_knows

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted(page.relative_to(ROOT) for page in (ROOT / "docs").glob("*.md"))
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
#: So long a line Typer shows whole, whatever the command is called.
FITS = 60


def block(name: str, page: str = README) -> list[str]:
    """The lines of a page's code block after `<!-- name -->`."""
    match = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```", page, re.DOTALL)
    assert match, f"no block {name}"
    return match[1].strip().split("\n")


def keys_in(section: str) -> set[str]:
    return set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


def section(title: str) -> str:
    pattern = rf"(?ms)^## {re.escape(title)}[^\n]*\n(.*?)(?=^## |\Z)"
    match = re.search(pattern, FORMATS)
    assert match, f"no section {title} in docs/formats.md"
    return match[1]


def test_every_exit_status_is_documented_and_no_other() -> None:
    page = (ROOT / "docs" / "exit-statuses.md").read_text(encoding="utf-8")

    rows = re.findall(r"^\| (\d+) \| ([a-z ]+?) \|", page, re.MULTILINE)
    found = {int(number): name for number, name in rows}

    assert found == {int(s): s.name.lower().replace("_", " ") for s in ExitStatus}


def test_the_settings_are_documented_and_no_others() -> None:
    assert keys_in(section("teamkit.yml")) == config.KEYS | config.SERIES_KEYS


def test_every_command_is_in_the_readme() -> None:
    missing = [name for name in DOORS if f"teamkit {name}" not in README]

    assert missing == []


@pytest.mark.parametrize("line", block("demo"))
def test_the_readmes_commands_run_on_the_demo(line: str, demo: Folder) -> None:
    words = shlex.split(line)
    assert words[0] == "teamkit"
    if "friday --date" in line:
        demo.run("agenda", "new", "friday", "--date", "2026-12-04")

    result = demo.run(*words[1:])

    assert result.status == 0, result.stderr


def test_the_line_to_try_it_does_its_main_job(tmp_path: Path) -> None:
    """The README's first line, from the demo on, with this interpreter's teamkit."""
    (line,) = block("try")
    head, *rest = line.split(" && ")
    assert head == "python3 -m venv .venv"
    assert rest[0] == ".venv/bin/python -m pip install -q -c constraints.txt ."
    script = " && ".join(rest[1:]).replace(".venv/bin/teamkit", f"{sys.executable} -m teamkit")

    done = subprocess.run(
        ["sh", "-c", script],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path / "nobody")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "agendas/2026-12-04-friday.md" in done.stdout


def test_the_first_line_of_help_fits_into_a_list_of_commands() -> None:
    groups = [typed.root(), *typed.root().commands.values()]
    listed = [command for group in groups for command in getattr(group, "commands", {}).values()]

    assert [line for one in listed if len(line := one.help.split("\n")[0]) > FITS] == []


def test_values_in_the_help_are_words() -> None:
    page = (ROOT / "docs" / "man" / "teamkit.1").read_text(encoding="utf-8")

    assert re.findall(r"^\.B .*<(?!notes\|).*", page, re.MULTILINE) == []


def test_every_command_says_what_it_does() -> None:
    assert [words for words, command in typed.every() if not command.help] == []


def test_the_table_about_turns_is_what_the_replay_gives() -> None:
    page = (ROOT / "docs" / "meeting.md").read_text(encoding="utf-8")
    worst = [row for row in rotation.table().split("\n") if row.startswith("| worst of all |")]

    assert [row for row in worst if row.removeprefix("| worst of all ") not in page] == []
    assert len(worst) == len(rotation.STRATEGIES)


def commands(page: Path) -> list[str]:
    """Each line that begins with teamkit in the page's blocks of shell."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    return [line for told in blocks for line in told.split("\n") if line.startswith("teamkit ")]


@pytest.mark.parametrize("line", [line for page in DOCS for line in commands(page)])
def test_the_guides_commands_exist(line: str) -> None:
    words = shlex.split(line, comments=True)

    assert words[2] in typed.root().commands[words[1]].commands


def test_the_guide_has_the_measured_who_knows() -> None:
    page = (ROOT / "docs" / "skills.md").read_text(encoding="utf-8")

    assert who_knows.table() in page


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *map(str, DOCS)])
def test_links_in_the_documents_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://)([^)#]+)", text)

    broken = [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]

    assert broken == []
