from teamkit.repo import Repo
from tests.repo.sandbox import Sandbox


def test_many_files_are_read_as_each_by_itself(team: Sandbox) -> None:
    contents = {
        "empty.md": "",
        "no end.md": "no end",
        "two\r\n.txt": "in a name with a line end\n",
        "folder/ñ.md": "a\n\nblob 3\n",
        "header.md": f"{'a' * 40} blob 7\nnothing\n",
    }
    for path, text in contents.items():
        team.save(path, text)
    paths = [*contents, "gone.md", "folder"]

    found = dict(team.repo.read_all("HEAD", paths))
    below = list(Repo(team.folder / "folder").read_all("HEAD", ["ñ.md"]))

    expected = {path: text.encode() for path, text in contents.items() if "\n" not in path}
    assert {path: data for path, data in found.items() if data is not None} == expected
    assert list(found) == paths
    assert below == [("ñ.md", contents["folder/ñ.md"].encode())]
    assert list(team.repo.read_all("HEAD", [])) == []
