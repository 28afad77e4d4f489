"""The attendance files are what their generator writes."""

from tests.data.make_attendance import FOLDER, GROUPS, files


def test_every_file_is_what_the_generator_writes() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert kept == files()


def test_nobody_is_there_who_was_not_expected_or_a_guest() -> None:
    for text in files().values():
        for line in text.split("\n")[1:-1]:
            _, _, expected, guests, present = line.split("\t")

            assert present
            assert set(present.split()) <= {*expected.split(), *guests.split()}


def test_a_file_has_as_many_meetings_as_its_team() -> None:
    assert {name: files()[f"{name}.tsv"].count("\n") - 1 for name in GROUPS} == {
        name: group.meetings for name, group in GROUPS.items()
    }
