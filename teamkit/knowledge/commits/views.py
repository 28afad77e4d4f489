"""What people see of code repositories: where somebody has been, never how much anybody did."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit.facts import Finding
from teamkit.knowledge.commits.model import Summary
from teamkit.knowledge.commits.summarize import MOST, YEARS, HistoryReading, Left
from teamkit.output import fields
from teamkit.output.common import FINDING
from teamkit.output.extend import within
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    a,
    many,
    optional,
)
from teamkit.output.shapes import Column, Lines, Table
from teamkit.people.catalog import Catalog
from teamkit.repo import Identity

#: Said with every page of it.
NO_APPRAISAL = (
    "Commits show where people have worked, so that you can ask them. It is not an appraisal."
)
_LISTED = 5


class SkillShown:
    """What a summary says of one skill."""

    def __init__(self, summary: Summary, skill: str) -> None:
        own = {who: months for (who, about), months in summary.shown.items() if about == skill}
        months = [month for each in own.values() for month in each]
        self.skill, self.people = skill, sorted(own)
        self.places = sorted({month.place for month in months})
        self.until = max(month.last for month in months)

    def row(self, catalog: Catalog) -> tuple[str, str, str, str]:
        """What people read of it."""
        places = ", ".join(place.strip("/") for place in self.places)
        title = catalog.title(self.skill)
        return title, ", ".join(self.people), places, f"{self.until:%Y-%m}"


class ReadHistory(NamedTuple):
    """What one run has read, and what is wrong in the map of paths."""

    found: HistoryReading
    findings: Sequence[Finding]


def _summary(it: ReadHistory) -> Summary:
    return it.found.summary


_SHOWN = Record[SkillShown](
    "committed_skill",
    "A skill that commits stand for.",
    (
        Field("skill", lambda s: s.skill, SLUG, "Which skill."),
        Field("people", lambda s: s.people, many(HANDLE), "Who committed, by handle."),
        Field("places", lambda s: s.places, many(TEXT), "Under which paths."),
        Field("until", lambda s: s.until, DAY, "The day of the newest commit."),
    ),
)
_LEFT = Record[Left](
    "uncounted_commits",
    "How many commits count nothing, and why.",
    (
        Field("ignored", lambda it: it.ignored, COUNT, "Named in .git-blame-ignore-revs."),
        Field("mass", lambda it: it.mass, COUNT, f"Of more than {MOST} files."),
        Field("bots", lambda it: it.bots, COUNT, "Written by programs."),
        Field("nobody", lambda it: it.nobody, COUNT, "Written by nobody here."),
    ),
)
_STRANGER = Record[Identity](
    "stranger",
    "An author who is nobody here.",
    (
        Field("name", lambda who: who.name, TEXT, "The name in git."),
        Field("email", lambda who: who.email, TEXT, "The address in git."),
    ),
)
_REPOSITORY = (
    Field[Summary]("repository", lambda s: s.name, TEXT, "What it is called."),
    Field[Summary]("updated", lambda s: s.read, DAY, "The day it was read."),
    Field[Summary]("head", lambda s: s.head, TEXT, "The commit it was read at."),
    Field[Summary]("until", lambda s: s.until, optional(DAY), "The day of the newest commit."),
)
_SUMMARY = Record[Summary](
    "repository",
    "A code repository that was read.",
    (
        *_REPOSITORY,
        Field[Summary]("skills", lambda s: s.skills, many(SLUG), "What its commits stand for."),
    ),
)
_WHOLE = Record[ReadHistory](
    "read_history",
    "",
    (
        *within(_REPOSITORY, _summary),
        Field("about", lambda _: NO_APPRAISAL, TEXT, "What the page is not for."),
        Field("commits", lambda it: it.found.commits, COUNT, "How many were read."),
        Field("commits_not_counted", lambda it: it.found.left, a(_LEFT), "How many count nothing."),
        Field("strangers", lambda it: it.found.strangers, many(_STRANGER), "Unknown authors."),
        Field("unused", lambda it: it.found.unused, many(TEXT), "Patterns that nothing fits."),
        Field("shallow", lambda it: it.found.is_shallow, YES, "Whether older commits are missing."),
        Field("findings", lambda it: it.findings, many(FINDING), "What is wrong in the map."),
    ),
)
_ABOUT = Record[None](
    "about_commits", "", (Field("about", lambda _: NO_APPRAISAL, TEXT, "What it is not for."),)
)
_NAME = Record[str](
    "repository_name", "A repository.", (Field("repository", lambda it: it, TEXT, "Its name."),)
)
_READ = Page("skills.evidence.read", "What commits show.", _SHOWN, _WHOLE, writes=True)
_KEPT = Page("skills.evidence", "The repositories that were read.", _SUMMARY, _ABOUT)
_FORGET = Page("skills.evidence.forget", "What is kept no longer.", _NAME, writes=True)


def read(found: HistoryReading, catalog: Catalog, findings: Sequence[Finding]) -> Table:
    """Who was where, by skill; people by handle."""
    summary = found.summary
    skills = [SkillShown(summary, skill) for skill in summary.skills]
    return Table(
        kind=_READ.kind,
        title=f"What {summary.name} shows",
        columns=(Column("Skill", style="bold"), Column("Who"), Column("Where"), Column("Until")),
        rows=tuple(one.row(catalog) for one in skills),
        items=_READ.items(skills),
        notes=(NO_APPRAISAL,),
        empty="No commit by anyone on the team counts toward a skill.",
        facts=_READ.facts(ReadHistory(found, findings)),
    )


def told(found: HistoryReading, findings: Sequence[Finding], *, is_kept: bool) -> list[str]:
    """What was not used and why, with the ways out; then what became of the rest."""
    name = found.summary.name
    said = [*map(str, findings), _count(found)]
    if found.is_shallow:
        said.append(f"Only the newest part of {name} is here; all of it: git fetch --unshallow")
    if found.unused:
        unused = ", ".join(found.unused)
        said.append(f"No commit of the last {YEARS} years touches: {unused}")
    if found.strangers:
        said.append(
            f"Nobody here is {_strangers(found.strangers)}. If it is one of you: emails or aliases"
            f" in people/HANDLE.md, or a .mailmap in {name}; then run it again."
        )
    kept = "Kept in this clone alone, without addresses; who-knows counts it from now on."
    return [*said, kept if is_kept else "Nothing was kept."]


def kept(summaries: Sequence[Summary], catalog: Catalog) -> Table:
    """What is kept, and since when."""
    return Table(
        kind=_KEPT.kind,
        columns=(
            Column("Repository", style="bold"),
            Column("Read on"),
            Column("Newest commit"),
            Column("Skills"),
        ),
        rows=tuple(
            (
                one.name,
                one.read.isoformat(),
                f"{one.until or 'none'}, {one.head[:7]}",
                ", ".join(map(catalog.title, one.skills)),
            )
            for one in summaries
        ),
        items=_KEPT.items(summaries),
        notes=("Kept in this clone alone. To drop one: --forget NAME", NO_APPRAISAL),
        empty="No code repository was read yet: teamkit skills evidence --repo DIR --map paths.yml",
        facts=_KEPT.facts(None),
    )


def forgotten(name: str) -> Lines:
    """The repository that is kept no longer."""
    return fields.lines(_FORGET, (name,), (name,))


def _count(found: HistoryReading) -> str:
    left = found.left
    reasons = {
        "by nobody here": left.nobody,
        "by bots": left.bots,
        f"of more than {MOST} files": left.mass,
        "of formatting": left.ignored,
    }
    out = ", ".join(f"{count} {reason}" for reason, count in reasons.items() if count)
    until = f" until {found.summary.until}" if found.summary.until else ""
    commits = "1 commit" if found.commits == 1 else f"{found.commits} commits"
    more = f" Left out: {out}." if out else ""
    return f"Read {found.summary.name}{until}: {commits}.{more}"


def _strangers(strangers: Sequence[Identity]) -> str:
    names = [f"{who.name} <{who.email}>" for who in strangers[:_LISTED]]
    more = len(strangers) - _LISTED
    return ", ".join(names) + (f", nor {more} more (--json)" if more > 0 else "")
