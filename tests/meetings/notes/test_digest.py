"""What the meetings of some weeks said."""

import json

from tests.conftest import SETTINGS, Folder

FIRST = """\
---
present: [ana, carla]
---

## Wins

- Win @ben: the map
- Frustration: the build
- Shoutout @ana: for the map

## Tiles

- Decision: webp
- [x] @ana Try webp
- [ ] @ana @ben Measure  (due:: 2026-12-11)
- Objection (strong) @carla: size
- Commitment: we look again

## Cake

- Decision: apple
- TIL @carla: ask @ben about flour
"""
SECOND = """\
## tiles.

- Decision: no, avif
- [x] ~~@ana Try avif~~  (cancelled:: 2026-11-30)
- News @ana: we moved
"""
SERIES = SETTINGS.replace(
    "label: Win}", "label: Win}\n      - {name: News, minutes: 5, label: News}"
)


def written(folder: Folder) -> Folder:
    folder.write(
        {
            "teamkit.yml": SERIES,
            "notes/2026-11-20-friday.md": FIRST,
            "notes/2026-11-27-friday.md": SECOND,
            "notes/2026-12-04-friday.md": "## Later\n\n- Decision: not yet\n",
        }
    )
    return folder


def test_everything_is_told_by_theme_the_newest_last(small: Folder) -> None:
    result = written(small).run("notes", "digest", "--since", "2026-11-20")

    assert (
        result.stdout
        == """\
# Small team, 2026-11-20 to 2026-12-01

## Wins

- Ben: the map ([2026-11-20](notes/2026-11-20-friday.md))

## Shout-outs

- Ana: for the map ([2026-11-20](notes/2026-11-20-friday.md))

## Decisions

### Cake

- apple ([2026-11-20](notes/2026-11-20-friday.md))

### tiles.

- webp ([2026-11-20](notes/2026-11-20-friday.md))
- no, avif ([2026-11-27](notes/2026-11-27-friday.md))

## Actions

### tiles.

- Done: Ana: Try webp ([2026-11-20](notes/2026-11-20-friday.md))
- Open, due 2026-12-11: Ana, Ben: Measure ([2026-11-20](notes/2026-11-20-friday.md))
- Open: nobody yet: we look again ([2026-11-20](notes/2026-11-20-friday.md))
- Dropped: Ana: Try avif ([2026-11-27](notes/2026-11-27-friday.md))

## Learnings

### Cake

- Carla: ask @ben about flour ([2026-11-20](notes/2026-11-20-friday.md))

## News

### tiles.

- Ana: we moved ([2026-11-27](notes/2026-11-27-friday.md))

## Open objections

### Tiles

- Carla (strong): size ([2026-11-20](notes/2026-11-20-friday.md))
"""
    )


def test_the_days_and_the_series_say_which_meetings(small: Folder) -> None:
    written(small).write({"notes/2026-11-27-joint.md": "## A\n\n- Decision: joint\n"})

    result = small.run("notes", "digest", "--series", "fri", "--until", "2026-12-04", "--json")

    page = json.loads(result.stdout)
    assert (page["kind"], page["since"], page["until"]) == (
        "notes.digest",
        "2026-11-27",
        "2026-12-04",
    )
    assert page["dates"] == ["2026-11-27", "2026-12-04"]
    assert [item["text"] for item in page["items"] if item["part"] == "decision"] == [
        "no, avif",
        "not yet",
    ]


def test_for_one_person_it_is_what_matters_of_the_meetings_they_missed(small: Folder) -> None:
    result = written(small).run("notes", "digest", "--since", "2026-11-19", "--for", "ben")

    assert (
        result.stdout
        == """\
# While you were away (2026-11-20)

## Wins

- Ben: the map ([2026-11-20](notes/2026-11-20-friday.md))

## Decisions

### Tiles

- webp ([2026-11-20](notes/2026-11-20-friday.md))

## Actions

### Tiles

- Done: Ana: Try webp ([2026-11-20](notes/2026-11-20-friday.md))
- Open, due 2026-12-11: Ana, Ben: Measure ([2026-11-20](notes/2026-11-20-friday.md))
- Open: nobody yet: we look again ([2026-11-20](notes/2026-11-20-friday.md))

## Learnings

### Cake

- Carla: ask @ben about flour ([2026-11-20](notes/2026-11-20-friday.md))

## Open objections

### Tiles

- Carla (strong): size ([2026-11-20](notes/2026-11-20-friday.md))
"""
    )


def test_a_topic_they_want_to_hear_is_theirs(small: Folder) -> None:
    written(small).write(
        {"topics/2026-11-01-ana-cake.md": "---\ntitle: Cake!\nby: ana\ninterest: [ben]\n---\n"}
    )

    result = small.run("notes", "digest", "--since", "2026-11-19", "--for", "ben")

    assert "- apple ([2026-11-20](notes/2026-11-20-friday.md))\n" in result.stdout


def test_what_waits_for_them_is_told_whenever_it_was_agreed(small: Folder) -> None:
    result = written(small).run("notes", "digest", "--since", "2026-11-25", "--for", "carla")

    assert (
        result.stdout
        == """\
# Carla, you missed nothing from 2026-11-25 to 2026-12-01

## Still open for you

### Tiles

- Carla (strong): size ([2026-11-20](notes/2026-11-20-friday.md))
"""
    )


def test_nothing_to_tell_is_a_sentence(small: Folder) -> None:
    everybody = small.run("notes", "digest")
    one = small.run("notes", "digest", "--for", "ben")

    assert (everybody.status, everybody.stdout) == (0, "")
    assert everybody.stderr == "Nothing to tell from 2026-11-24 to 2026-12-01.\n"
    assert one.stderr == "Ben missed no meeting from 2026-10-02 to 2026-12-01.\n"


def test_days_the_wrong_way_round_are_refused(small: Folder) -> None:
    result = small.run("notes", "digest", "--since", "2026-12-04")

    assert result.status == 2
    assert result.stderr.startswith("teamkit: 2026-12-04 comes after 2026-12-01.\n")


def test_of_a_series_no_longer_set_up_only_the_notes_say_who_was_there(small: Folder) -> None:
    written(small).write(
        {"notes/2026-11-30-old.md": "---\npresent: [ana]\n---\n## A\n\n- Win @ben: a cup\n"}
    )

    ben = small.run("notes", "digest", "--for", "ben")
    ana = small.run("notes", "digest", "--for", "ana")

    assert "# While you were away (2026-11-30)\n" in ben.stdout
    assert "# Ana, you missed nothing" in ana.stdout


def test_for_a_person_it_starts_after_the_last_meeting_they_were_at(small: Folder) -> None:
    written(small).write(
        {
            "notes/2026-11-06-friday.md": "---\npresent: [ben]\n---\n\n- Win @ben: old\n",
            "notes/2026-11-13-friday.md": "---\npresent: [ana]\n---\n\n- Win @ben: missed\n",
            "notes/2026-11-27-friday.md": f"---\npresent: [ana]\n---\n\n{SECOND}",
            "notes/2026-11-27-joint.md": "---\npresent: [ana]\n---\n\n- Win @ben: none of his\n",
        }
    )

    page = json.loads(small.run("notes", "digest", "--for", "ben", "--json").stdout)

    assert page["since"] == "2026-11-07"
    assert page["dates"] == ["2026-11-13", "2026-11-20", "2026-11-27"]


def test_whoever_was_there_today_missed_nothing_today(small: Folder) -> None:
    small.write({"notes/2026-12-01-friday.md": "---\npresent: [ana]\n---\n\n- Win @ana: x\n"})

    result = small.run("notes", "digest", "--for", "ana")

    assert result.stderr == "Ana missed no meeting from 2026-12-01 to 2026-12-01.\n"


def test_links_lead_to_the_same_file_from_the_repository(small: Folder) -> None:
    words = (
        "[a](../topics/a.md#why) [b](2026-11-20-friday.md) ![c](<../c.png>) "
        "`[d](../d.md)` [e](https://e.example/x) [f](#g) [h](/i.md)"
    )
    small.write({"notes/2026-11-27-friday.md": f"## Tiles\n\n- Decision: {words}\n"})

    result = small.run("notes", "digest")

    assert (
        "- [a](topics/a.md#why) [b](notes/2026-11-20-friday.md) ![c](<c.png>) "
        "`[d](../d.md)` [e](https://e.example/x) [f](#g) [h](/i.md) "
        "([2026-11-27](notes/2026-11-27-friday.md))\n"
    ) in result.stdout
