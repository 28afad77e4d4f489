"""The manual page is what the commands' help says: python -m tests.data.make_man writes it."""

import shutil
import subprocess

import pytest

from teamkit.commands import DOORS
from tests.data.make_man import PAGE, page


def test_the_page_is_written_from_the_commands() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "write it anew: python -m tests.data.make_man"
    )


def test_it_has_every_word() -> None:
    assert [name for name in DOORS if f"\n.SS teamkit {name}" not in page()] == []


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff to read it with")
def test_it_is_read_without_a_complaint() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(PAGE)], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
