"""Looking for mistakes in a team's files: every rule, over all of them or over some."""

from collections.abc import Collection

from teamkit.check import (
    advice,
    keys,
    lines,
    meetings,
    names,
    people,
    proposals,
    site,
    skills,
    solutions,
)
from teamkit.check.scope import Rule, Scope, unreadable
from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from teamkit.team import Team

#: In no order that matters; a new rule is a function in its module and a name here.
RULES: tuple[Rule, ...] = (
    site.settings,
    site.time_zone,
    site.jekyll,
    site.missing,
    names.portable,
    names.twins,
    site.liquid,
    keys.missing,
    keys.wrong_types,
    keys.dialects,
    people.unknown,
    people.twofold,
    meetings.series,
    meetings.moments,
    meetings.file_names,
    meetings.closings,
    meetings.endings,
    lines.labels,
    lines.owners,
    lines.days,
    skills.rows,
    skills.unknown,
    skills.catalog,
    solutions.tables,
    solutions.solutions,
    solutions.people,
    proposals.tables,
    proposals.days,
    proposals.names,
    proposals.links,
    proposals.titles,
    advice.dissent,
)


def check(team: Team, paths: Collection[str] | None = None) -> list[Finding]:
    """What is wrong in the team's files, by path and line; the same thing once.

    Args:
        team: the repository.
        paths: files and folders relative to the team's folder; None means everything.
    """
    reading = Scope(team, paths)
    found = [finding for rule in RULES for finding in _ruled(rule, reading)]
    found += reading.unreadable
    named = {finding.path for finding in reading.unreadable}
    found += [finding for finding in team.unreadable if finding.path not in named]
    told = dict.fromkeys(finding for finding in found if reading.covers(finding.path))
    return sorted(told, key=lambda finding: (finding.path, finding.line, finding.message))


def _ruled(rule: Rule, reading: Scope) -> list[Finding]:
    """What one rule finds; a folder that cannot be opened is a finding itself."""
    try:
        return rule(reading)
    except BadDocumentError as bad:
        return [unreadable(bad)]
