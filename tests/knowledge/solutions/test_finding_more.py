"""Beliefs about a client's words that are typed as people type: other case, accents, scripts."""

import pytest

from teamkit.knowledge.solutions.match import find
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder

NEEDS = {
    "reports": ("Envío automático de informes", "[\"#Übersetzung\", 'C#']", "pwa"),
    "streets": ("Straßenkarte für Räder", "[Ταξίδι]", "postgres gis"),
    "iodine": ("Йодный отчёт каждый месяц", "[файлы]", "iac"),
    "uploads": ("Resumable uploads of LARGE files", "[field-work]", "rest"),
    "japanese": ("ページを日本語で 公開する", "[日本語]", "ci/cd"),
}
CATALOG = """\
skills:
  offline: {title: Offline web apps, aliases: [service worker, pwa]}
  postgis: {title: PostGIS, aliases: [postgres gis, geo postgres]}
  terraform: {title: Terraform, aliases: [iac, infrastructure as code]}
  api-design: {title: API design, aliases: [rest, openapi]}
  ci: {title: Continuous integration, aliases: [ci/cd]}
"""


def first(folder: Folder, words: str) -> tuple[str, tuple[str, ...], str]:
    team = Team.open(folder.path)
    found = find(team, directory(team), catalog(team), words)[0]
    return found.need.stem, found.words, found.field


@pytest.mark.parametrize(
    ("words", "stem", "told", "field"),
    [
        ("ENVIO AUTOMATICO", "reports", ("ENVIO", "AUTOMATICO"), "title"),
        ("envi\u0301o", "reports", ("env\u00edo",), "title"),
        ("informe", "reports", ("informe",), "title"),
        ("ubersetzung", "reports", ("ubersetzung",), "tags"),
        ("#übersetzung", "reports", ("übersetzung",), "tags"),
        ("c#", "reports", ("c",), "tags"),
        ("Service-Worker", "reports", ("Service", "Worker"), "skills"),
        ("STRAßE", "streets", ("STRAßE",), "title"),
        ("rader", "streets", ("rader",), "title"),
        ("ΤΑΞΊΔΙ", "streets", ("ΤΑΞΊΔΙ",), "tags"),
        ("geo postgres", "streets", ("geo", "postgres"), "skills"),
        ("отчёт", "iodine", ("отчёт",), "title"),
        ("ЙОДНЫЙ", "iodine", ("ЙОДНЫЙ",), "title"),
        ("infrastructure as code", "iodine", ("infrastructure", "code"), "skills"),
        ("OpenAPI", "uploads", ("OpenAPI",), "skills"),
        ("field work", "uploads", ("field", "work"), "tags"),
        ("fieldwork", "uploads", ("fieldwork",), "tags"),
        ("up-loading", "uploads", ("up", "loading"), "title"),
        ("ταξιδι", "streets", ("ταξιδι",), "tags"),
        ("иодныи", "iodine", ("иодныи",), "title"),
        ("resum", "uploads", ("resum",), "title"),
        ("日本語", "japanese", ("日本語",), "tags"),
        ("公開する", "japanese", ("公開する",), "title"),
        ("CI/CD", "japanese", ("CI", "CD"), "skills"),
    ],
)
def test_a_need_is_found_however_its_words_are_typed(
    small: Folder, words: str, stem: str, told: tuple[str, ...], field: str
) -> None:
    small.write({"skills/catalog.yml": CATALOG})
    for name, (title, tags, skill) in NEEDS.items():
        text = f"---\ntitle: {title}\nstatus: missing\ntags: {tags}\nskills: [{skill}]\n---\n"
        small.write({f"solutions/{name}.md": text})

    assert first(small, words) == (stem, told, field)


@pytest.mark.parametrize(
    "words", ["large AND gone", "NEAR(large files)", "title: large*", '"large']
)
def test_nothing_typed_is_an_operator(small: Folder, words: str) -> None:
    small.write({"solutions/a.md": "---\ntitle: Large files\nstatus: missing\n---\n"})

    stem, told, field = first(small, words)

    assert (stem, "large" in told, field) == ("a", True, "title")
