"""What people read of the needs that were linked, and of those that were not."""

import shlex

from teamkit.projects.proposals.match import Match


def matched(found: Match, stem: str, *, is_recorded: bool, takes_skill: bool) -> list[str]:
    """What was taken for a need, and what was not, in sentences; *takes_skill*: and its skill."""
    words, offer = found.words, found.offer
    if offer and found.is_sure:
        skill, *others = offer.skills or ("",)
        more = f" (also: {', '.join(others)})" if others else ""
        takes = f"; skill: {skill}{more}" if skill and takes_skill else ""
        by = f", by: {offer.solution}" if offer.solution else ""
        return [f"'{words}' is: {offer.title} ({offer.need}){by}{takes}."]
    if offer is None or not found.is_near:
        fate = "it is recorded as missing" if is_recorded else "nothing is linked"
        return [f"{nothing(found)}; {fate}."]
    return [
        f"'{words}' may be: {offer.title} ({offer.need}); nothing is linked.",
        f"To link it: teamkit proposals need {stem} {shlex.quote(words)} --solution {offer.need}",
    ]


def nothing(found: Match) -> str:
    """That no need fits some words, and which comes nearest; a sentence without its period."""
    return f"No need {'fits' if found.offer else 'speaks of'} {with_nearest(found)}"


def with_nearest(found: Match) -> str:
    """The words, and the need that comes nearest, where there is one."""
    nearest = f" (nearest: {found.offer.need})" if found.offer else ""
    return f"'{found.words}'{nearest}"
