"""Beliefs about the report of a bug."""

import sys
from pathlib import Path

import pytest

from teamkit.output.gate import fitting
from teamkit.output.report import bug_report

PYTHON = ".".join(map(str, sys.version_info[:3]))


def test_a_report_names_what_where_and_the_versions() -> None:
    with pytest.raises(LookupError) as caught:
        fitting("ñ", "no-such-encoding")

    report = bug_report(caught.value, version="1.2", command="teamkit week")

    lines = report.split("\n")
    assert lines[:4] == [
        "teamkit: This is a bug in teamkit, not a mistake of yours.",
        "Please report it with these lines:",
        "",
        "  what:     LookupError: unknown encoding: no-such-encoding",
    ]
    assert lines[4].startswith("  where:    output/gate.py:")
    assert lines[4].endswith(" in fitting")
    assert lines[5:] == [
        "  command:  teamkit week",
        f"  versions: teamkit 1.2, Python {PYTHON}, {sys.platform}",
        "",
    ]


def test_inner_frames_come_first_and_their_callers_after() -> None:
    from teamkit.output.shapes import Card
    from teamkit.output.terminal import Screen, draw

    with pytest.raises(LookupError) as caught:
        draw(Card("k", "ñ", (), ()), Screen(80, colour=False, encoding="no-such-encoding"))

    report = bug_report(caught.value, version="1", command="x")

    names = [line.split(" in ")[-1] for line in report.split("\n") if " in " in line][1:]
    assert names[:3] == ["fitting", "_folded", "_title"]
    assert report.count("  from:     output/terminal.py:") == 4


def test_an_error_from_elsewhere_has_no_frame_of_ours() -> None:
    report = bug_report(KeyError("a"), version="1", command="x")

    assert "  where:    not in teamkit\n" in report


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("No such file: '/home/ana b/team/notes/x.md'", "No such file: '…/x.md'"),
        ('"C:\\Users\\ana\\x.md" is odd', '"…/x.md" is odd'),
        ("cannot read /home/ana/team/x.md: gone", "cannot read …/x.md: gone"),
        ("D:/team/x.md", "…/x.md"),
        ("file:///home/ana/x.md", "file://…/x.md"),
        (
            "see https://example.org/a/b and notes/x.md, 1/2",
            "see https://example.org/a/b and notes/x.md, 1/2",
        ),
        ("one\n\x1b[31mtwo", "one ␛[31mtwo"),
    ],
)
def test_folders_of_this_machine_are_left_out(said: str, reported: str) -> None:
    report = bug_report(ValueError(said), version="1", command="x")

    assert f"  what:     ValueError: {reported}\n" in report


def test_the_command_names_no_folder_either() -> None:
    report = bug_report(ValueError(""), version="1", command=f"teamkit -C {Path.cwd()} week")

    assert str(Path.cwd()) not in report
