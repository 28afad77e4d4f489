"""Needs for tests, as files and as values."""

from teamkit.knowledge.solutions.model import Need, read_need
from teamkit.markdown.document import parse

UPLOADS = """\
---
title: Let people upload very large files
status: owned
owner: "@ana"
skills:
  - s3
  - Web workers
tags: ["#files", storage]
last_reviewed_on: 2026-05-14
review_in: 6 months
---

# Let people upload very large files

"Our crews come back with 40 GB." Ask @carla about the crews, mail carla@example.org.

## Solutions

Time is a range in which three of five such jobs fall.

| Solution | Use it when | Approx. time | Risks | Who |
| --- | --- | --- | --- | --- |
| Resumable upload | files over 1 GB | 3-6 d | parts cost money; the browser sleeps | @ben @ana |
| A disk by post | more than 2 TB | a day |  | Carla, [[ana]] and Zoe |

## Resumable upload

Signed addresses, see @carla, @ben and @types/node.

```js
import "@carla"
```

## Track record

| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |
| --- | --- | --- | --- | --- | --- | --- |
| Tidewatch | 2026-02-26 | Resumable upload | 4-6 d | 7 d | parts cost money | ask @carla first |
| Mooring | soon | A disk by post | ? | |
"""

SIGN_IN = """\
---
title: Sign in with the account they have
owner: ben
tags: [accounts]
review_by: 2026-10-01
---

| Solution | Approx. time |
| --- | --- |
| The client's own service | 3-5 d |
"""

LANGUAGES = """\
---
title: Publish pages in three languages
status: missing
tags: [content, files]
---

Half of our sailors read français.
"""

CATALOG = """\
skills:
  s3: {title: Object store, aliases: [buckets]}
  web-workers: {title: Web workers}
"""

FILES = {
    "solutions/large-uploads.md": UPLOADS,
    "solutions/sign-in.md": SIGN_IN,
    "solutions/several-languages.md": LANGUAGES,
    "skills/catalog.yml": CATALOG,
}


def need(text: str, stem: str = "a-need") -> Need:
    """The need in a file of that text; names stay as they are written."""
    return read_need(parse(f"solutions/{stem}.md", text.encode()), str.lower)
