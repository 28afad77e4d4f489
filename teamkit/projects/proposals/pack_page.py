"""The page of a proposal's pack, in Markdown; the same for the same files."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Risk
from teamkit.markdown import tables
from teamkit.markdown.links import link
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.projects.proposals import simulation
from teamkit.projects.proposals.pack import Chosen, Pack
from teamkit.projects.proposals.simulation import Time
from teamkit.projects.proposals.skills_needed import SkillNeeded
from teamkit.store import layout

#: The fewest needs that make up this part of the variance are named as what drives the spread.
DRIVING = 0.6
# Where HTML would begin.
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_HOURS = 8
_MOST_LEARNT = 2
_NO_NEEDS = """\
This proposal names no needs yet, so there is nothing to add up.

- Write what the client wants under `## Needs`, one row each:
  `| Need | Skill | Level | FTE | From | To | Solution |`.
- Link each need to the page of its solution; to find it: `teamkit solutions for WORDS`."""


class Audience(NamedTuple):
    """Who the page is made for.

    Attributes:
        people: whose names are spelled out.
        catalog: for the words of the levels.
        today: who has left by then is not named.
        path: the page's place, for its links; empty for one that stands nowhere yet.
    """

    people: Directory
    catalog: Catalog
    today: date
    path: str = ""

    def names(self, handles: Iterable[str]) -> str:
        """The full names, commas between; who has no file stays as written."""
        known = ((handle, self.people.get(handle)) for handle in dict.fromkeys(handles) if handle)
        return ", ".join(
            person.name if person else handle
            for handle, person in known
            if person is None or person.left is None or person.left > self.today
        )


def title(found: Pack) -> str:
    """What the page is called."""
    return plain(found.proposal.title)


def page(found: Pack, reader: Audience) -> str:
    """The pack in Markdown, below its title."""
    if not found.chosen:
        return f"{plain(_about(found, reader))}\n\n{_NO_NEEDS}"
    parts = (_summary, _needs, _time, _months, _gaps, _people)
    return "\n".join(line for part in parts for line in part(found, reader)).rstrip("\n")


def plain(text: str) -> str:
    """The words on one line, without HTML."""
    return _TAG.sub(r"\\<", " ".join(text.split()))


def _summary(found: Pack, reader: Audience) -> Iterator[str]:
    yield from (plain(_about(found, reader)), "", "## In short", "")
    if found.forecast:
        p50, p80 = _number(found.forecast.p50), _number(found.forecast.p80)
        counted = sum(1 for one in found.chosen if one.time)
        needs = "The one need" if counted == 1 else f"The {counted} needs"
        takes = "takes" if counted == 1 else "take"
        yield (
            f"- {needs} with a known time {takes} {p50} working days or less in half of all "
            f"cases (P50), {p80} or less in four of five (P80)."
        )
        yield f"- {plain(_drivers(found.forecast.shares))}"
    if untimed := plain("; ".join(one.need.title for one in found.chosen if one.time is None)):
        where = "Not in these numbers" if found.forecast else "Nothing could be added up"
        yield f"- {where}, because nobody has said how long it takes: {untimed}."
    if gaps := [f"{one.title} {one.level}" for one in found.staffing.wanted if one.is_gap]:
        yield f"- Nobody, or one person only, can do: {plain(', '.join(gaps))} (see Gaps)."
    yield ""


def _about(found: Pack, reader: Audience) -> str:
    proposal = found.proposal
    days = [day.isoformat() if day else "open" for day in (proposal.starts, proposal.ends)]
    likely = proposal.status in {"lead", "proposal"}
    told = (
        proposal.status.capitalize(),
        f"{days[0]} to {days[1]}" if proposal.starts or proposal.ends else "",
        f"owner {owner}" if (owner := reader.names([proposal.owner])) else "",
        f"{proposal.probability} % likely" if likely and proposal.probability is not None else "",
    )
    return f"{', '.join(filter(None, told))}."


def _drivers(shares: Sequence[tuple[Time, float]]) -> str:
    """Which needs the spread comes from: the fewest that make up most of it."""
    if len(shares) == 1:
        return f"All of the spread comes from {shares[0][0].name}."
    named: list[str] = []
    total = 0.0
    for time, share in shares:
        if total < DRIVING:
            named.append(f"{time.name} ({_percent(share)} of the variance)")
            total += share
    return f"Most of the spread comes from {', '.join(named)}: look there first."


def _needs(found: Pack, reader: Audience) -> Iterator[str]:
    yield from ("## Needs", "")
    for one in found.chosen:
        yield from (f"### {plain(one.need.title)}", "")
        yield from (f"- {line}" for line in _need(one, reader))
        yield ""


def _need(one: Chosen, reader: Audience) -> Iterator[str]:
    offer = one.offer
    if offer is None:
        slug = one.need.solution
        missing = f"there is no solutions page '{slug}'" if slug else "none is linked"
        yield f"Solution: {missing}, so nothing is known of time and risks."
        return
    place = link(offer.title, layout.link(reader.path, offer.path))
    status = "" if offer.status == "owned" else f"; {offer.status}"
    name = offer.solution or "none yet"
    yield f"Solution: {plain(name)} ({place}{status})"
    if offer.when:
        yield f"Use it when: {plain(offer.when)}"
    if one.low is None or one.high is None:
        yield "Time: nobody has said how long it takes."
    else:
        widened = "; one number, made a range" if one.is_widened else ""
        yield f"Time: {_range(one.low, one.high)} ({plain(offer.basis)}{widened})"
    yield from (plain(_risk(risk)) for risk in offer.risks)
    if one.others:
        yield f"Other solutions: {plain('; '.join(one.others))}"
    if asked := reader.names((offer.owner, *offer.who)):
        yield f"Ask: {asked}"


def _risk(risk: Risk) -> str:
    jobs = "1 job" if risk.jobs == 1 else f"{risk.jobs} jobs"
    often = f"happened in {risk.happened} of {jobs}" if risk.happened else f"never in {jobs}"
    if not risk.jobs:
        often = "no job on record yet"
    learnt = f". What we learnt: {'; '.join(risk.learnt[:_MOST_LEARNT])}" if risk.learnt else ""
    return f"Risk: {risk.phrase} ({often}){learnt}"


def _time(found: Pack, _: Audience) -> Iterator[str]:
    if found.forecast is None:
        return
    yield from ("## Time", "")
    yield (
        "What was added up, in working days of one person; how many work at once is another "
        "question. Of five such jobs three fall between P20 and P80."
    )
    yield ""
    shares = dict(found.forecast.shares)
    timed = [(one, one.time) for one in found.chosen if one.time]
    rows = [
        (
            plain(time.name),
            _number(time.low),
            _number(time.high),
            _percent(shares[time]),
            plain(one.offer.basis if one.offer else ""),
        )
        for one, time in timed
    ]
    yield tables.render(
        ("Need", "P20", "P80", "Of the variance", "From"), rows, align_right=(1, 2, 3)
    )
    yield _method(found)
    yield ""


def _method(found: Pack) -> str:
    low, high = simulation.widened(1.0, found.spread)
    whose = "as the team's own jobs spread" if found.spread else "too few jobs tell the team's own"
    widened = (
        f" One number was made a range, {low:.2f} to {high:.2f} times itself ({whose})."
        if any(one.is_widened for one in found.chosen)
        else ""
    )
    return (
        "Each time is taken as a lognormal through its P20 and P80, and no need as depending on "
        f"another; {simulation.DRAWS:,} draws. The same files give the same numbers.{widened}"
    )


def _months(found: Pack, _: Audience) -> Iterator[str]:
    staffing = found.staffing
    yield from ("## Skills by month", "")
    if staffing.wanted:
        header = ("Skill", "Level", *map(str, staffing.months))
        rows = [
            (
                plain(one.title),
                str(one.level) if one.is_level_said else f"{one.level} (not said)",
                *(_fte(one.fte.get(month)) for month in staffing.months),
            )
            for one in staffing.wanted
        ]
        yield "Full-time people (FTE) by skill and level."
        yield ""
        yield tables.render(header, rows, align_right=range(1, len(header)))
    for about, titles in (
        ("No skill is named for", staffing.unsaid),
        ("Not counted, for want of an FTE or of dates", staffing.uncounted),
    ):
        if titles:
            yield f"{about}: {plain('; '.join(titles))}.\n"


def _gaps(found: Pack, reader: Audience) -> Iterator[str]:
    gaps = [one for one in found.staffing.wanted if one.is_gap]
    if gaps:
        yield from ("## Gaps", "")
        yield from (f"- {_skill(one, reader)}: {plain(_gap(one, reader))}" for one in gaps)
        yield ""


def _gap(one: SkillNeeded, reader: Audience) -> str:
    """Why it is one: nobody, or one person only, until the end."""
    staying = [own.person for own in one.able if own.person not in one.leaving]
    leaving = (f"{reader.names([who])} leaves on {day}" for who, day in sorted(one.leaving.items()))
    alone = f"{reader.names(staying)} alone" if staying else "nobody"
    return "; ".join((alone, *leaving))


def _people(found: Pack, reader: Audience) -> Iterator[str]:
    wanted = [one for one in found.staffing.wanted if one.able or one.learners]
    if wanted:
        yield from ("## People to ask, people who want to learn", "")
        yield from (f"- {_skill(one, reader)}: {plain(_who(one, reader))}" for one in wanted)
        yield ""


def _skill(one: SkillNeeded, reader: Audience) -> str:
    return plain(f"{one.title}, {one.level} ({reader.catalog.levels[one.level]})")


def _who(one: SkillNeeded, reader: Audience) -> str:
    able = reader.names(own.person for own in one.able)
    wants = "wants" if len(one.learners) == 1 else "want"
    learning = f"{reader.names(one.learners)} {wants} to learn it" if one.learners else ""
    return "; ".join(filter(None, (f"ask {able}" if able else "", learning)))


def _range(low: float, high: float) -> str:
    """`3.4-7 d`; in hours when it is within a day."""
    unit, times = ("h", _HOURS) if high <= 1 else ("d", 1)
    first, last = _number(low * times), _number(high * times)
    return f"{first} {unit}" if first == last else f"{first}-{last} {unit}"


def _number(number: float) -> str:
    """One decimal below ten, where it says something; none above."""
    return f"{number:.0f}" if number >= 9.95 else f"{number:.1f}".removesuffix(".0")  # noqa: PLR2004  # rounds to 10


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _fte(fte: float | None) -> str:
    return "" if fte is None else f"{fte:.2f}".rstrip("0").rstrip(".")
