"""People's words in a command that others can copy."""

import shlex

# What a shell reads in double quotes, too.
_READ = frozenset('"$`\\!\n\r')


def quoted(words: str) -> str:
    """*words* as a shell takes them for one word."""
    return shlex.quote(words) if _READ & set(words) else f'"{words}"'


def argument(words: str) -> str:
    """The same where no option is meant, whatever they begin with."""
    return f"-- {quoted(words)}" if words.startswith("-") else quoted(words)
