"""The fixtures of the browser journeys. BURGERKRACHT_ENGINES=sqlite leaves PostgreSQL out;
BURGERKRACHT_BINARY names another binary than the debug build."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

import cluster
from server import Server
from support import DESKTOP, PHONE


def engines():
    """Both, unless told otherwise. Where PostgreSQL is not installed its journeys are skipped and say so;
    on CI, or when it was asked for by name, they fail."""
    asked = os.environ.get("BURGERKRACHT_ENGINES")
    if asked:
        return [engine.strip() for engine in asked.split(",")]
    absent = cluster.programs() is None and os.environ.get("CI") != "true"
    skip = [pytest.mark.skip(reason="PostgreSQL is not installed")] if absent else []
    return ["sqlite", pytest.param("postgresql", marks=skip)]


@pytest.fixture(scope="session", params=engines())
def server(request, tmp_path_factory):
    """The demo on one engine; every test that uses it runs on each engine, with one database per engine."""
    engine = request.param
    assert engine in ("sqlite", "postgresql"), f"there is no engine {engine!r}"
    folder = tmp_path_factory.mktemp(engine)
    postgresql = cluster.Cluster() if engine == "postgresql" else None
    try:
        server = Server(engine, postgresql.url if postgresql else folder / "waterveen.sqlite", folder)
        yield server
        server.stop()
    finally:
        if postgresql:
            postgresql.stop()


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    assert program, "Chromium is not installed: bin/setup test installs it"
    with sync_playwright() as playwright:
        # Without its sandbox, which does not work for root or in most containers; it visits only our own pages.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_device(browser):
    """Opens a device with cookies of its own: `open_device(PHONE, javascript=False, language="en")`.
    All of them are closed after the test, which fails when a script of a page failed or was blocked."""
    devices, complaints = [], []

    def listen(message):
        # The browser calls every answer from 400 up an error; journeys ask for some of those on purpose.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"{message.page.url if message.page else ''}: {message.text}")

    def open_one(device, *, javascript=True, language="nl-NL"):
        context = browser.new_context(
            **device, locale=language, timezone_id="Europe/Amsterdam", java_script_enabled=javascript
        )
        context.set_default_timeout(10_000)
        context.on("console", listen)
        context.on("weberror", lambda error: complaints.append(f"{error.page.url}: {error.error}"))
        devices.append(context)
        return context

    yield open_one
    for device in devices:
        device.close()
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def javascript(request):
    """A test that uses it, or `phone`, runs twice: with JavaScript and without."""
    return request.param


@pytest.fixture
def phone(open_device, javascript):
    """A phone of 360 pixels: `phone.new_page()`."""
    return open_device(PHONE, javascript=javascript)


@pytest.fixture
def desktop(open_device):
    """A screen of 1280 pixels: `desktop.new_page()`."""
    return open_device(DESKTOP)
