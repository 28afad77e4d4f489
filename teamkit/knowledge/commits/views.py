"""What people see of code repositories: where somebody has been, never how much anybody did."""

from collections.abc import Sequence

from teamkit.facts import Finding
from teamkit.knowledge.commits.model import Summary
from teamkit.knowledge.commits.summarize import MOST, YEARS, HistoryReading
from teamkit.output.shapes import Column, Lines, Table
from teamkit.people.catalog import Catalog
from teamkit.repo import Identity

#: Said with every page of it.
NO_APPRAISAL = "Commits say where somebody has been, to be found and asked; it is no appraisal."
_LISTED = 5


def read(found: HistoryReading, catalog: Catalog, findings: Sequence[Finding]) -> Table:
    """Who was where, by skill; people by handle."""
    summary = found.summary
    skills = [_Skill(summary, skill) for skill in summary.skills]
    return Table(
        kind="skills.evidence.read",
        title=f"What {summary.name} shows",
        columns=(Column("Skill", style="bold"), Column("Who"), Column("Where"), Column("Until")),
        rows=tuple(one.row(catalog) for one in skills),
        items=tuple(one.item() for one in skills),
        notes=(NO_APPRAISAL,),
        empty="No commit of anybody here stands for a skill.",
        facts={
            **_facts(summary),
            "about": NO_APPRAISAL,
            "commits": found.commits,
            "left_out": found.left._asdict(),
            "strangers": [who._asdict() for who in found.strangers],
            "unused": list(found.unused),
            "shallow": found.is_shallow,
            "findings": [
                {"path": one.path, "line": one.line, "message": one.message, "hint": one.hint}
                for one in findings
            ],
        },
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
        kind="skills.evidence",
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
        items=tuple({**_facts(one), "skills": one.skills} for one in summaries),
        notes=("Kept in this clone alone. To drop one: --forget NAME", NO_APPRAISAL),
        empty="No code repository was read yet: teamkit skills evidence --repo DIR --map paths.yml",
        facts={"about": NO_APPRAISAL},
    )


def forgotten(name: str) -> Lines:
    """The repository that is kept no longer."""
    return Lines("skills.evidence.forget", (name,), ({"repository": name},))


class _Skill:
    """What a summary says of one skill."""

    def __init__(self, summary: Summary, skill: str) -> None:
        own = {who: months for (who, about), months in summary.shown.items() if about == skill}
        months = [month for each in own.values() for month in each]
        self.skill, self.people = skill, sorted(own)
        self.places = sorted({month.place for month in months})
        self.until = max(month.last for month in months)

    def row(self, catalog: Catalog) -> tuple[str, str, str, str]:
        places = ", ".join(place.strip("/") for place in self.places)
        title = catalog.title(self.skill)
        return title, ", ".join(self.people), places, f"{self.until:%Y-%m}"

    def item(self) -> dict[str, object]:
        return vars(self)


def _facts(summary: Summary) -> dict[str, object]:
    return {
        "repository": summary.name,
        "read": summary.read,
        "head": summary.head,
        "until": summary.until,
    }


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
