"""The example site, served on this machine, and what looks at it: Chromium with axe-core, and the checker of HTML.

axe-core and vnu come from the npm registry, once, into the user's cache.  Where something is missing the tests are
skipped; under CI they fail instead.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tarfile
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "kohyo-tests"
AXE, VNU = "axe-core@4.14.1", "vnu-jar@26.9.27"
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def needed(command):
    """The path of a program, or the end of the test."""
    found = shutil.which(command)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{command} is not installed")
    return found


def npm_file(package, inside):
    """A file of a package of the npm registry."""
    target = CACHE / package / inside
    if not target.exists():
        folder = CACHE / package
        folder.mkdir(parents=True, exist_ok=True)
        command = [needed("npm"), "pack", "--silent", "--pack-destination", str(folder), package]
        name = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split()[-1]
        with tarfile.open(folder / name) as archive:
            source = archive.extractfile(f"package/{inside}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read())
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the example municipality, built as its users build it."""
    town = tmp_path_factory.mktemp("town")
    shutil.copy(ROOT / "settings.yml", town)
    shutil.copytree(ROOT / "disclosures", town / "disclosures")
    command = [sys.executable, "-m", "generator.cli", "build", "--now", "2026-11-21T09:00"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=town, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return town / "site"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_args):
        """Nothing."""


@pytest.fixture(scope="session")
def served(site):
    """The address of the site, without a closing slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    """One browser for the run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed("chromium"), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def addresses(site):
    """Every page, the one for lost readers among them."""
    found = sorted(f"/{path.relative_to(site).as_posix().removesuffix('index.html')}" for path in site.rglob("*.html"))
    assert len(found) > 20
    return found


@pytest.fixture
def window(chromium):
    """A window of some width; a second call opens another."""
    contexts = []

    def opened(width, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe():
    """The source of axe-core."""
    return npm_file(AXE, "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu():
    """The command that checks HTML."""
    return [needed("java"), "-jar", str(npm_file(VNU, "build/dist/vnu.jar"))]
