"""The path `-` stands for the standard input."""

import io

import pytest

from tui.cli import main

REPORT = """Harbour trade grows

Ships brought 1.2 million tonnes of grain, up 8% year-on-year. Some 340 dockers were hired.
"""

PIPED = [
    (["figures", "--kind", "percent", "-"], "-:3: percent: ↑ 8 %"),
    (["figures", "-", "--kind", "count", "--where", ">300"], "-:3: count: ≈ 340 dockers"),
    (["search", "dockers", "-"], "-:3: Some 340 dockers were hired."),
    (["read", "-"], "    File: -"),
    (["compare", "report.txt", "-"], "agree: "),
]


@pytest.mark.parametrize(("words", "printed"), PIPED, ids=[words[0] for words, _ in PIPED])
def test_a_hyphen_is_the_standard_input(tmp_path, capsys, monkeypatch, words, printed):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    data = "\ufeff" + REPORT.replace("\n", "\r\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode("utf-16-le"))))
    assert main(words) == 0
    assert printed in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4", "-: not text but a PDF"),
        (b"x" * 41, "-: larger than the limit of 40 bytes"),
        (None, "-: the standard input is closed"),
    ],
)
def test_a_standard_input_that_cannot_be_read(capsys, monkeypatch, data, words):
    monkeypatch.setattr("tui.cli.output.MAX_BYTES", 40)
    monkeypatch.setattr("sys.stdin", data and io.TextIOWrapper(io.BytesIO(data)))
    assert main(["figures", "-"]) == 2
    assert capsys.readouterr().err.startswith(f"factdesk: {words}")
