"""The words of a target with where they stand, to be pasted elsewhere."""

from tui.session.notes.target import Target
from tui.text import safe


def citation(target: Target) -> str:
    """The words in quotation marks, with file and line; a figure in its sentence.

    >>> from tui.documents import Document
    >>> document = Document.from_text("Fog.\\n\\nIn 1920  the mill burnt.", "mill.txt")
    >>> figure = document.figures[0]
    >>> citation(Target(document, figure.start, figure.end, "figure", None))
    '“In 1920 the mill burnt.” (mill.txt:3)'
    >>> citation(Target(document, 0, 0, "document", None))
    '“Fog.” (mill.txt)'
    """
    document, words, place = target.document, target.words, ""
    if target.kind == "figure" and target.figure is not None:
        words = document.text[slice(*target.figure.sentence)]
    if target.kind != "document":
        place = f":{document.line_of(target.start)}"
    return safe(f"“{' '.join(words.split())}” ({document.name}{place})")
