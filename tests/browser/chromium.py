"""Pages opened in headless Chromium, and what they look like from inside."""

from __future__ import annotations

import json
import re
import subprocess
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
_ANSWER = re.compile(r'<pre id="answer-to-the-test">(.*?)</pre>', re.DOTALL)


def ask_page(page: Path, script: str, profile: Path) -> Any:
    """Return what an asynchronous function body returns when it runs in a page.

    The page is a copy beside the original, so that its links and styles are found.
    """
    chromium = require_tool("chromium")
    asking = f"""<script type="module">
      // Images and frames are there only now, not yet when the script begins.
      if (document.readyState !== 'complete') await new Promise(done => addEventListener('load', done));
      const answer = await (async () => {{ {script} }})();
      const pre = document.createElement('pre');
      pre.id = 'answer-to-the-test';
      pre.textContent = JSON.stringify(answer);
      document.body.append(pre);
    </script>"""
    copy = page.with_name(f"asked-{page.name}")
    copy.write_text(page.read_text("utf-8").replace("</body>", f"{asking}</body>"), "utf-8")
    shown = subprocess.run(
        [chromium, *_FLAGS, f"--user-data-dir={profile}", "--dump-dom", copy.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    copy.unlink()
    found = _ANSWER.search(shown)
    assert found, f"{page.name} gave no answer: {shown[-500:]}"
    return json.loads(unescape(found[1]))
