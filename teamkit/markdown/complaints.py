"""What YAML's parser complains about, said so that a colleague can mend the line."""

import yaml

#: Words of the parser (libyaml's or PyYAML's): what they mean for a person, and whether the line
#: to look at is the one where the construct began, not the one where the parser gave up.
_MEANING = (
    ("unknown escape", "a backslash in double quotes: use single quotes", False),
    ("tab character", "there is a tab where YAML needs spaces", False),
    ("<document start>", "text follows a line '...', which ends the front matter", False),
    ("mapping values", "a value with ': ' in it needs quotes (or a line is indented)", False),
    ("scanning a quoted scalar", "a quote is opened and never closed", True),
    ("scanning an alias", "a value that begins with * needs quotes", False),
    ("scanning an anchor", "a value that begins with & needs quotes", False),
    ("scanning a block scalar", "a value that begins with | or > needs quotes", False),
    ("scanning a simple key", "a ':' is missing, or the line is not indented", True),
    ("parsing a flow", "a '[' or '{' is not closed, or a value needs quotes", True),
    ("parsing a block", "the indentation does not fit, or a value needs quotes", False),
)


def broken(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """Where in *text* the YAML breaks (an offset), and why, as a phrase."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        control = yaml.reader.Reader.NON_PRINTABLE.search(text)
        return (control.start() if control else 0), "it contains a control character"
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if "cannot start any token" in said:
        return mark.index, _unstartable(text[mark.index : mark.index + 1])
    for words, meaning, from_its_start in _MEANING:
        if words in said:
            began = getattr(error, "context_mark", None) if from_its_start else None
            return (began or mark).index, meaning
    return mark.index, f"it is not YAML: {said.replace('None ', '').strip()}"


def _unstartable(character: str) -> str:
    """Why no value may begin with *character*."""
    if character == "\t":
        return "there is a tab where YAML needs spaces"
    example = ' (or write the name without it): "@name"' if character == "@" else ""
    return f"a value that begins with {character} needs quotes{example}"
