"""What people paste and programs read of the calls for input and the announcements."""

from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.messages import forms
from teamkit.meetings.messages.calls import Announcement, Call
from teamkit.meetings.topics.views import topic_item
from teamkit.output.shapes import Lines


def asked(call: Call, place: str) -> Lines:
    """The call for input as it is pasted into *place*."""
    lines = forms.written(call.message, place)
    facts = {
        **_meeting(call.page),
        "deadline": call.deadline.isoformat(timespec="minutes") if call.deadline else None,
        "link": call.link or None,
        "topics": [topic_item(item.topic) for item in call.page.plan.items if item.topic],
        "message": "\n".join(lines),
    }
    return Lines("agenda.ask", lines, (), facts=facts)


def announced(one: Announcement, place: str) -> Lines:
    """The announcement as it is pasted into *place*."""
    lines = forms.written(one.message, place)
    facts = {
        **_meeting(one.page),
        "path": one.path,
        "link": one.link or None,
        "message": "\n".join(lines),
    }
    items = tuple(
        {"start": item.start, "minutes": item.minutes, "what": item.what, "kind": item.kind,
         "by": item.owner or None, "topic": item.topic.path if item.topic else None}
        for item in one.page.plan.items
    )  # fmt: skip
    return Lines("agenda.announce", lines, items, facts=facts)


def _meeting(page: Prepared) -> dict[str, object]:
    return {
        "series": page.series.slug, "date": page.day, "start": page.series.start,
        "minutes": page.plan.available, "free": page.plan.free,
    }  # fmt: skip
