"""teamkit.yml as settings; an unknown or unreadable key is ignored and becomes a finding."""

from collections.abc import Mapping

from teamkit.config.parts import is_part
from teamkit.config.reader import Reader
from teamkit.config.values import (
    FILE,
    FORGES,
    FORMAT,
    REVIEWS_A_WEEK,
    STALE_AFTER,
    Config,
    Round,
    Series,
    StandingItem,
)
from teamkit.kinds import NOUNS
from teamkit.markdown.document import Value, parse_yaml
from teamkit.markdown.scalars import one_line

#: What may stand at the top of the file.
KEYS = frozenset([
    "format", "name", "timezone", "root", "areas", "roles", "folders", "commit", "forge",
    "series", "front_matter", "reviews_a_week", "stale_after",
])  # fmt: skip
#: What may stand under a series.
SERIES_KEYS = frozenset([
    "title", "rule", "first", "start", "minutes", "areas", "note_taker_seats", "note_taker_parts",
    "facilitator", "timekeeper", "rounds", "standing", "balance", "input_by", "replaces",
])  # fmt: skip


def read_config(text: str, path: str = FILE) -> Config:
    """The settings in *text*, the content of teamkit.yml.

    Raises:
        BadDocumentError: it is not YAML of our kind.
    """
    values, lines = parse_yaml(path, text)
    reader = Reader(path, text, lines)
    reader.known(values, KEYS, "")
    for key in ("format", "name", "timezone"):
        if not isinstance(values.get(key), str):
            reader.find(key, f"'{key}' is missing", "")
    return Config(
        name=reader.text(values, "name") or "The team",
        timezone=_timezone(reader, values),
        format=reader.number(values, "format", FORMAT),
        root=reader.folder(values, "root") or ".",
        areas=reader.texts(values, "areas"),
        roles={
            role: reader.texts(reader.mapping(values, "roles"), role)
            for role in reader.mapping(values, "roles")
        },
        folders=_folders(reader, values),
        commit=reader.flag(values, "commit", default=True),
        forge=_forge(reader, values),
        series=_all_series(reader, values),
        front_matter={
            kind: {key: one_line(value) for key, value in keys.items() if isinstance(value, str)}
            for kind, keys in reader.mapping(values, "front_matter").items()
            if isinstance(keys, Mapping)
        },
        reviews_a_week=reader.number(values, "reviews_a_week", REVIEWS_A_WEEK),
        stale_after=reader.span(values, "stale_after", STALE_AFTER),
        findings=tuple(reader.findings),
    )


def _all_series(reader: Reader, values: Mapping[str, Value]) -> dict[str, Series]:
    named = reader.mapping(values, "series")
    reader.section = "series"
    series: dict[str, Series] = {}
    for slug, settings in named.items():
        if reader.slug(slug, "series key"):
            known = len(reader.findings)
            read = _series(reader, slug, settings)
            series[slug] = read._replace(findings=tuple(reader.findings[known:]))
    return series


def _series(reader: Reader, slug: str, value: Value) -> Series:
    settings = value if isinstance(value, Mapping) else {}
    reader.known(settings, SERIES_KEYS, f"series.{slug}.")
    rule = reader.text(settings, "rule")
    if not rule:
        reader.find("series", f"series '{slug}' has no rule", "For instance FREQ=WEEKLY;BYDAY=FR")
    return Series(
        slug=slug,
        title=reader.text(settings, "title") or slug,
        rule=rule or "FREQ=WEEKLY;BYDAY=FR",
        first=reader.day(settings, "first"),
        start=reader.time(settings, "start", "13:00"),
        minutes=reader.number(settings, "minutes", 60, least=1),
        areas=reader.texts(settings, "areas"),
        note_taker_seats=reader.number(settings, "note_taker_seats", 1),
        note_taker_parts=reader.texts(settings, "note_taker_parts"),
        facilitator=(reader.text(settings, "facilitator") or "rotate").lstrip("@"),
        timekeeper=(reader.text(settings, "timekeeper") or "").lstrip("@"),
        rounds=tuple(_round(reader, item) for item in reader.items(settings, "rounds")),
        standing=tuple(_standing(reader, item) for item in reader.items(settings, "standing")),
        balance=reader.flag(settings, "balance", default=False),
        input_by=reader.text(settings, "input_by") or "",
        replaces=reader.texts(settings, "replaces"),
    )


def _round(reader: Reader, value: Value) -> Round:
    settings = value if isinstance(value, Mapping) else {"name": value}
    name = reader.text(settings, "name") or "Round"
    return Round(
        name=name,
        minutes=reader.number(settings, "minutes", 5),
        label=reader.text(settings, "label") or name,
        prompt=reader.text(settings, "prompt") or "",
    )


def _standing(reader: Reader, value: Value) -> StandingItem:
    settings = value if isinstance(value, Mapping) else {"title": value}
    return StandingItem(
        title=reader.text(settings, "title") or "Standing item",
        minutes=reader.number(settings, "minutes", 10),
        when=" ".join((reader.text(settings, "when") or "every meeting").lower().split()),
        owner=(reader.text(settings, "owner") or "").lstrip("@"),
        until=reader.day(settings, "until"),
    )


def _forge(reader: Reader, values: Mapping[str, Value]) -> str:
    kind = (reader.text(values, "forge") or "").lower()
    if kind and kind not in FORGES:
        reader.find("forge", f"unknown forge '{kind}'", f"one of {', '.join(FORGES)}")
        return ""
    return kind


def _timezone(reader: Reader, values: Mapping[str, Value]) -> str:
    name = reader.text(values, "timezone")
    if name and not all(map(is_part, name.split("/"))):
        reader.find("timezone", f"'{name}' is not a time zone", "For instance Europe/Madrid")
        return "UTC"
    return name or "UTC"


def _folders(reader: Reader, values: Mapping[str, Value]) -> dict[str, str]:
    named = reader.mapping(values, "folders")
    reader.section = "folders"
    reader.known(named, frozenset(NOUNS), "folders.")
    folders = {noun: reader.folder(named, noun) for noun in named if noun in NOUNS}
    return {noun: folder for noun, folder in folders.items() if folder}
