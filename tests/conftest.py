"""No test reads or writes the settings, notes or memory of whoever runs it."""

import pytest

from tui import config, files
from tui.text import signs


@pytest.fixture(autouse=True)
def away_from_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for name in ("cache_folder", "config_folder", "data_folder", "state_folder"):
        folder = home / name
        monkeypatch.setattr(files, name, lambda folder=folder: folder)
    monkeypatch.delenv("FACTDESK_CONFIG", raising=False)
    monkeypatch.setattr(config, "_line", config.Line())
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(signs, "_is_ascii", False)
    return home


@pytest.fixture
def on_disk_from(monkeypatch):
    """`on_disk_from(2)`: from two passages on the index lies on disk."""

    def set_to(count):
        settings, problems = config.load()
        search = settings.search._replace(on_disk=count)
        monkeypatch.setattr(config, "load", lambda: (settings._replace(search=search), problems))

    return set_to
