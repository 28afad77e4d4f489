"""Whether what a branch changes is harmless: nothing but new topics, as a forge's CI asks.

The commits alone are looked at. Nothing is checked out, and nothing of the work tree decides: the
settings are those of the base, so that a branch cannot say for itself what is harmless.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from teamkit.config import FILE, read_config
from teamkit.errors import BadDocumentError, NoTeamError, UsageError
from teamkit.facts import Finding
from teamkit.markdown import liquid
from teamkit.markdown.document import Document, parse
from teamkit.markdown.scanner import lines
from teamkit.store import layout
from teamkit.team import Team

if TYPE_CHECKING:
    from teamkit.repo import Repo
    from teamkit.repo.differences import Difference

#: More files than these are for a person to look at.
MOST_FILES = 20
#: Bytes of one topic.
LARGEST = 64 << 10
#: Characters of a file's name, its ending included.
LONGEST = 100
_SAFE = "small letters, digits and hyphens, and .md"
_NAME = re.compile(r"[a-z0-9-]+\.md")
# Where HTML begins, but no comment and no address between brackets; and code, which holds none.
_TAG = re.compile(r"<(?!!--|https?:|mailto:)[A-Za-z/!?]")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_MARKERS = re.compile(r"^(<{7}|>{7}|\|{7})( |\r?$)", re.MULTILINE)


class Additions(NamedTuple):
    """What a branch would bring.

    Attributes:
        findings: why it is for a person to look at, a path once; empty when it is harmless.
        paths: every path that differs, in order; empty when there is nothing to merge.
    """

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]


def additions(team: Team, span: str) -> Additions:
    """Whether merging *span* (`BASE..HEAD`) would do nothing but add topics.

    Raises:
        UsageError: the span does not name two commits.
        GitError: there is no such commit, or the two share no history.
        NoTeamError: the base is no team repository.
        BadDocumentError: the settings of the base cannot be read.
    """
    base, head = _ends(span)
    found = team.repo.differences(base, head)
    folder = _topics(team.repo, base)
    findings = [_finding(one.path, why) for one in found if (why := _misplaced(one, folder))]
    if len(found) > MOST_FILES:
        why = f"{len(found)} files differ, at most {MOST_FILES} merge by themselves"
        findings.append(_finding(folder, why))
    elif not findings:
        findings = [bad for one in found for bad in _unfit(team.repo, head, one.path)]
    return Additions(tuple(findings), tuple(one.path for one in found))


def _ends(span: str) -> Sequence[str]:
    ends = span.split("..." if "..." in span else "..")
    if len(ends) != 2 or not all(ends):  # noqa: PLR2004  # git takes a missing end for HEAD
        raise UsageError(
            f"'{span}' is not a range of commits.",
            hint="Write BASE..HEAD, for instance origin/main..HEAD",
        )
    return ends


def _topics(repo: "Repo", base: str) -> str:
    """The folder of topics, as the base has it."""
    data = repo.read(base, FILE)
    if data is None:
        raise NoTeamError(f"the commit {base}")
    return layout.folder(read_config(data.decode("utf-8", "replace")), "topics")


def _misplaced(one: "Difference", folder: str) -> str:
    """Why a difference is not a new topic, whatever it holds; empty when it may be one."""
    place, _, name = one.path.rpartition("/")
    reasons = (
        (one.is_deleted, "is deleted or moved away, not added"),
        (not one.is_added, "is changed, not added"),
        (place != folder, f"is not directly in {folder}"),
        (not _is_safe(name), f"is not a safe name for a topic ({_SAFE})"),
        (len(name) > LONGEST, f"has a name of {len(name)} characters, at most {LONGEST} are usual"),
        (not one.is_plain, "is not a plain file (a link, a program or a submodule)"),
        ((one.size or 0) > LARGEST, f"is larger than {LARGEST >> 10} KB"),
    )
    return next((why for holds, why in reasons if holds), "")


def _is_safe(name: str) -> bool:
    fits = bool(_NAME.fullmatch(name)) and layout.is_record(name)
    return fits and not layout.problem(name)


def _unfit(repo: "Repo", head: str, path: str) -> list[Finding]:
    """Why what an added file holds is no topic; at most one finding."""
    try:
        document = parse(path, repo.read(head, path) or b"")
    except BadDocumentError as bad:
        return [_finding(path, f"cannot be read: {bad.why}", bad.line)]
    markers = _MARKERS.search(document.text)
    if markers:
        line = document.text.count("\n", 0, markers.start()) + 1
        return [_finding(path, "has a conflict marker of a merge", line)]
    if runs := liquid.found(document.text):
        line, begun = runs[0]
        return [_finding(path, f"holds Liquid, which a site generator runs: {begun}", line)]
    if line := _html(document):
        return [_finding(path, "holds HTML other than a comment", line)]
    if not document.text_of("title"):
        return [_finding(path, "has no title in its front matter", document.line_of("title"))]
    return []


def _html(document: Document) -> int:
    """The first line that holds HTML, outside of code and comments; 0 when none does."""
    if _TAG.search(document.text_of("title") or ""):
        return document.line_of("title")
    shown = (
        line.number
        for line in lines(document.body, document.body_line)
        if not line.in_code and not line.hidden and _TAG.search(_CODE.sub("", line.text))
    )
    return next(shown, 0)


def _finding(path: str, why: str, line: int = 0) -> Finding:
    return Finding(path, line, why, rule="additions", is_error=True)
