"""The pictures in the docs show what the program says and draws."""

import pytest

from tests.data.make_pictures import FOLDER, pictures, words


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pictures()


@pytest.mark.parametrize("name", ["meeting-plain.svg", "meeting-live.svg"])
def test_the_pictures_show_what_the_program_says(name: str, made: dict[str, str]) -> None:
    """Their words alone: how they are drawn may change with a version of rich or Textual."""
    picture = (FOLDER / name).read_text(encoding="utf-8")

    assert words(picture) == words(made[name])


@pytest.mark.parametrize("name", ["meeting-plain.svg", "meeting-live.svg"])
def test_the_pictures_are_small_and_fetch_nothing(name: str) -> None:
    picture = (FOLDER / name).read_text(encoding="utf-8")

    assert len(picture.encode()) < 60_000
    assert "url(http" not in picture.replace('"', "")
