"""What people and programs see of a proposal's pack: the page, and its facts."""

from shlex import quote

from teamkit.output.shapes import Card, Lines
from teamkit.projects.proposals import pack_page, simulation
from teamkit.projects.proposals.pack import Pack
from teamkit.projects.proposals.pack_page import Audience
from teamkit.projects.proposals.skills_needed import SkillNeeded
from teamkit.store.outputs import Written


def pack(found: Pack, reader: Audience) -> Card:
    """The page to read or to send."""
    text = f"# {pack_page.title(found)}\n\n{pack_page.page(found, reader)}"
    return Card("proposals.pack", "", (), _items(found), body=text, facts=_facts(found))


def written(found: Pack, made: Written) -> Lines:
    """The path of the page that was written."""
    facts = {**_facts(found), "page": made.path, "kept": made.is_kept}
    return Lines("proposals.pack", (made.path,), _items(found), facts=facts)


def told(found: Pack) -> tuple[str, ...]:
    """What the page lacks, and how to mend it."""
    unlinked = [one.need for one in found.chosen if one.offer is None and not one.need.solution]
    return tuple(
        f"No solution is linked to '{need.title}'. See what fits: "
        f"teamkit solutions for {quote(need.title)}"
        for need in unlinked
    )


def _facts(found: Pack) -> dict[str, object]:
    forecast = found.forecast
    return {
        "proposal": found.proposal.stem,
        "title": found.proposal.title,
        "status": found.proposal.status,
        "owner": found.proposal.owner or None,
        "starts": found.proposal.starts,
        "ends": found.proposal.ends,
        "probability": found.proposal.probability,
        "path": found.proposal.path,
        "forecast": {
            "p50_days": round(forecast.p50, 2),
            "p80_days": round(forecast.p80, 2),
            "draws": simulation.DRAWS,
            "variance": [
                {"need": time.name, "share": round(share, 4)} for time, share in forecast.shares
            ],
            "not_counted": [one.need.title for one in found.chosen if one.time is None],
            "spread": found.spread,
        }
        if forecast
        else None,
        "skills": [_skill(one) for one in found.staffing.wanted],
    }


def _skill(one: SkillNeeded) -> dict[str, object]:
    return {
        "skill": one.skill,
        "title": one.title,
        "level": one.level,
        "level_said": one.is_level_said,
        "needs": [need.title for need in one.needs],
        "fte": {str(month): round(fte, 3) for month, fte in one.fte.items()},
        "able": [{"person": own.person, "level": own.level} for own in one.able],
        "leaving": dict(one.leaving),
        "wants_to_learn": one.learners,
        "gap": one.is_gap,
    }


def _items(found: Pack) -> tuple[dict[str, object], ...]:
    """A need each."""
    return tuple(
        {
            "need": one.need.title,
            "line": one.need.line,
            "skill": one.need.skill or None,
            "level": one.need.level,
            "fte": one.need.fte,
            "starts": one.need.starts,
            "ends": one.need.ends,
            "solution": one.offer._asdict() if one.offer else None,
            "other_solutions": one.others,
            "low_days": one.low,
            "high_days": one.high,
            "widened": one.is_widened,
        }
        for one in found.chosen
    )
