"""What people paste and programs read of the calls for input and the announcements."""

from teamkit.meetings.agendas.views_prepared import PLAN
from teamkit.meetings.messages import forms
from teamkit.meetings.messages.calls import Announcement, Call
from teamkit.meetings.topics.views import TOPIC
from teamkit.meetings.views_shared import AGENDA_ITEM
from teamkit.output import fields
from teamkit.output.fields import MOMENT, PATH, TEXT, Field, Page, Record, a, optional
from teamkit.output.shapes import Lines

_CALL = Record[tuple[Call, str]](
    "call",
    "",
    (
        Field("plan", lambda it: it[0].page, a(PLAN), "The plan of the meeting so far."),
        Field(
            "deadline",
            lambda it: it[0].deadline and it[0].deadline.isoformat(timespec="minutes"),
            optional(MOMENT),
            "Until when topics can be brought.",
        ),
        Field("link", lambda it: it[0].link, optional(TEXT), "Where to bring one without git."),
        Field("message", lambda it: it[1], TEXT, "The message to paste."),
    ),
)
_ANNOUNCED = Record[tuple[Announcement, str]](
    "announcement",
    "",
    (
        Field("plan", lambda it: it[0].page, a(PLAN), "The plan of the meeting."),
        Field("path", lambda it: it[0].path, PATH, "The agenda."),
        Field("link", lambda it: it[0].link, optional(TEXT), "The agenda on the web."),
        Field("message", lambda it: it[1], TEXT, "The message to paste."),
    ),
)
_ASK = Page("agenda.ask", "The topics on the agenda so far.", TOPIC, _CALL)
_ANNOUNCE = Page(
    "agenda.announce", "The items of the agenda.", AGENDA_ITEM, _ANNOUNCED, writes=True
)


def asked(call: Call, place: str) -> Lines:
    """The call for input as it is pasted into *place*."""
    text = forms.written(call.message, place)
    topics = [item.topic for item in call.page.plan.items if item.topic]
    return fields.lines(_ASK, text, topics, whole=(call, "\n".join(text)))


def announced(one: Announcement, place: str) -> Lines:
    """The announcement as it is pasted into *place*."""
    text = forms.written(one.message, place)
    return fields.lines(_ANNOUNCE, text, one.page.plan.items, whole=(one, "\n".join(text)))
