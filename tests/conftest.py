"""Isolates tests from the settings, notes and state of the user who runs them."""

import errno
import importlib.util
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import tui
from tui import config, files
from tui.text import signs

# No test fails because the machine is busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


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
def forbid(monkeypatch):
    """`forbid(path)`: opening the file fails for lack of permission, even for the superuser."""
    forbidden, real = set(), os.open

    def opened(path, *args, **more):
        if path in forbidden:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(os, "open", opened)
    return forbidden.add


@pytest.fixture
def on_disk_from(monkeypatch):
    """`on_disk_from(2)`: the index is on disk from two passages on."""

    def set_to(count):
        settings, problems = config.load()
        search = settings.search._replace(on_disk=count)
        monkeypatch.setattr(config, "load", lambda: (settings._replace(search=search), problems))

    return set_to


@pytest.fixture
def config_file(tmp_path):
    r"""`config_file("[reading]\nwidth = 70")`: the path of a file with this content."""

    def written(content):
        path = tmp_path / "config.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture(scope="session")
def script():
    """`script("make_docs")`: that file of scripts/ as a module."""

    def loaded(name):
        path = Path(tui.__file__).resolve().parent.parent / "scripts" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return loaded
