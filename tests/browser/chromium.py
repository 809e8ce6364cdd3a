"""Pages opened in headless Chromium, and what they look like from inside."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

from tests.tools import require_tool

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
    "--virtual-time-budget=30000",
)
_CONSOLE = re.compile(r':CONSOLE[^\]]*\] "(.*?)", source: ', re.DOTALL)
_NO_SCRIPTS = "script-src &#39;none&#39;"
_ANSWER = re.compile(r'<pre id="answer-to-the-test">(.*?)</pre>', re.DOTALL)


def ask_page(page: Path, script: str, profile: Path) -> Any:
    """Return what an asynchronous function body returns when it runs in a page.

    The page is a copy beside the original, so that its links and styles are found.  Its policy stays, and
    allows this one script more.
    """
    asking = f"""
      // Images and frames are there only now, not yet when the script begins.
      if (document.readyState !== 'complete') await new Promise(done => addEventListener('load', done));
      const answer = await (async () => {{ {script} }})();
      const pre = document.createElement('pre');
      pre.id = 'answer-to-the-test';
      pre.textContent = JSON.stringify(answer);
      document.body.append(pre);
    """
    allowed = f"script-src 'sha256-{b64encode(sha256(asking.encode()).digest()).decode()}'"
    html = page.read_text("utf-8").replace(_NO_SCRIPTS, allowed)
    html = html.replace("</body>", f'<script type="module">{asking}</script></body>')
    copy = page.with_name(f"asked-{page.name}")
    copy.write_text(html, "utf-8")
    shown = _run(copy, profile).stdout
    copy.unlink()
    found = _ANSWER.search(shown)
    assert found, f"{page.name} gave no answer: {shown[-500:]}"
    return json.loads(unescape(found[1]))


def console_of(page: Path, profile: Path) -> list[str]:
    """Return what a page writes to the console while it is opened: complaints of its policy above all."""
    return _CONSOLE.findall(_run(page, profile, "--enable-logging=stderr", "--v=0").stderr)


def dom_of(page: Path, profile: Path) -> str:
    """Return the HTML of a page as it is when everything in it has been loaded and run."""
    return _run(page, profile).stdout


def _run(page: Path, profile: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            require_tool("chromium"),
            *_FLAGS,
            *flags,
            f"--user-data-dir={profile}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
