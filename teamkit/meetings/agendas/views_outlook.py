"""How an agenda looks so far: minutes planned and free, what falls out, what could fill it."""

from collections.abc import Sequence

from teamkit.meetings.agendas.fillers import Filler
from teamkit.meetings.agendas.prepare import MeetingOutline, Prepared


def outlook(page: MeetingOutline | Prepared, fillers: Sequence[Filler] = ()) -> list[str]:
    """The sentences that end every command about an agenda; *fillers* when there are too few."""
    out = "; ".join(
        f"{topic.title} (promised)" if topic.meeting == page.stem else topic.title
        for topic, _ in page.plan.left_out
    )
    said = [f"Does not fit: {out}."] if out else []
    said.append(f"{page.series.slug} on {page.day}: {minutes(page)}")
    if fillers:
        said.append("There is room for:")
        said += [f"  {one.what} ({one.because}): {one.path}:{one.line}" for one in fillers]
        said.append('Add one: teamkit agenda add "..."')
    return said


def minutes(page: MeetingOutline | Prepared) -> str:
    """Minutes planned against minutes available, as a sentence."""
    plan = page.plan
    if plan.free < 0:
        return f"{plan.planned} of {plan.available} minutes planned: {-plan.free} too many."
    return f"{plan.planned} of {plan.available} minutes planned, {plan.free} free."
