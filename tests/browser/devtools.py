"""One headless Chromium, driven over a pipe by the Chrome DevTools Protocol."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.tools import require_tool

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--allow-file-access-from-files", "--remote-debugging-pipe"),
)
_KEYS = {"Tab": 9, "Enter": 13, "Space": 32}
_TEXTS = {"Enter": "\r", "Space": " "}


class Browser:
    """A browser with one page; it ends with the ``with`` block."""

    def __init__(self, profile: Path) -> None:
        command_read, self._commands = os.pipe()
        self._answers, answer_write = os.pipe()

        def pipes() -> None:
            # Chromium reads commands from descriptor 3 and answers on 4; the copies keep both from being
            # overwritten before they are used.
            reading, writing = os.dup(command_read), os.dup(answer_write)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self._process = subprocess.Popen(
            [require_tool("chromium"), *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=pipes,
            pass_fds=(3, 4),
            stderr=subprocess.DEVNULL,
        )
        os.close(command_read)
        os.close(answer_write)
        self._rest = b""
        self._number = 0
        self._session = ""
        self.said: list[str] = []
        """What the page wrote to the console."""
        self.asked: list[str] = []
        """The addresses that the page asked for, its own first."""
        self._loaded = False
        targets = self._send("Target.getTargets")["targetInfos"]
        target = next(one["targetId"] for one in targets if one["type"] == "page")
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._send(f"{domain}.enable")
        self._send("Emulation.setFocusEmulationEnabled", enabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._commands)
        os.close(self._answers)

    def open(
        self, page: Path | str, width: int, *, media: str = "screen", features: Sequence[str] = ()
    ) -> None:
        """Open a file or an address in a window; ``features`` are written ``prefers-color-scheme: dark``."""
        self._send(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )
        pairs = [one.split(": ") for one in features]
        wanted = [{"name": name, "value": value} for name, value in pairs]
        self._send("Emulation.setEmulatedMedia", media=media, features=wanted)
        self._send("Page.navigate", url="about:blank")
        self._wait()
        self.said, self.asked = [], []
        self._send("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        self._wait()

    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited where it is a promise."""
        answer = self._send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a reader would."""
        for key in keys:
            text = {"text": _TEXTS[key]} if key in _TEXTS else {}
            known = {"key": " " if key == "Space" else key, "code": key, "windowsVirtualKeyCode": _KEYS[key]}
            self._send("Input.dispatchKeyEvent", type="keyDown", **known, **text)
            self._send("Input.dispatchKeyEvent", type="keyUp", **known)

    def picture(self, path: Path) -> None:
        """Write a picture of the whole page."""
        size = self._send("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        shot = self._send("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(b64decode(shot["data"]))

    def _send(self, method: str, **values: object) -> dict[str, Any]:
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer)
                if method == "Page.navigate":
                    self._loaded = False
                result: dict[str, Any] = answer["result"]
                return result

    def _wait(self) -> None:
        while not self._loaded:
            self._read()

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._answers, 1 << 20)
            assert part, "the browser has ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        values = found.get("params", {})
        match found.get("method"):
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self.asked.append(values["request"]["url"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                self.said.append(json.dumps(values)[:500])
            case "Log.entryAdded":
                self.said.append(values["entry"]["text"])
        return found
