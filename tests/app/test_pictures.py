"""The desk as it looks: pictures kept beside this file, compared to the letter.

After a change that is meant, `UPDATE_PICTURES=1 pytest tests/app/test_pictures.py` draws them
anew; look at them before they are committed.
"""

import os
import re
from pathlib import Path

import pytest

PICTURES = Path(__file__).parent / "pictures"

SHOWN = {
    "desk-wide": ((120, 30), ["right_square_bracket", "right_square_bracket"]),
    "desk-narrow-light": (
        (80, 24),
        ["t", *"jjjjjj", "enter", "right_square_bracket", "a", "=Checked.", "ctrl+s"],
    ),
    "themes": ((100, 30), ["right_square_bracket", "t", *"jjjj"]),
    "facts": ((100, 24), ["f", "o", "p", "j", "plus"]),
    "facts-grouped": ((80, 24), ["f", "u", "enter", "j"]),
    "search": ((100, 24), ["s", "=grain"]),
    "compare": ((120, 20), [*["right_square_bracket"] * 4, "c"]),
    "check": ((100, 24), ["C", "j", "minus", "k"]),
}


#: What else lies in the folder of a picture.
BESIDE = {
    "compare": """The harbour last year

In 2023 some 310 dockers were hired at the harbour. A ship brought 344 dockers home.
""",
    "check": """Harbour trade

The port spent 39 million euros on cranes. Ships brought 1.2 million tonnes of grain to the port.
""",
}


@pytest.mark.parametrize("name", SHOWN)
async def test_the_screen_matches_the_picture(name, open_desk, type_in, folder):
    size, keys = SHOWN[name]
    if name in BESIDE:
        (folder / "3-beside.txt").write_text(BESIDE[name], encoding="utf-8")
    async with open_desk(size=size) as pilot:
        await type_in(pilot, *keys)
        picture = pilot.app.export_screenshot()
    # The ids that Rich gives to its classes hang on the whole content and say nothing of it, and
    # its fonts would be fetched from elsewhere.
    picture = re.sub(r"terminal-\d+", "terminal", picture)
    picture = re.sub(r"<!--.*?-->|@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    path = PICTURES / f"{name}.svg"
    if os.environ.get("UPDATE_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture, encoding="utf-8")
    assert picture == path.read_text(encoding="utf-8")
