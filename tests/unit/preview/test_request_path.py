"""Which paths of requests are taken apart, and which are refused."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.preview.request_path import is_own_host, names_of
from toolkit.workspace.served_file import IsFolderError, read_served


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("/", ("",)),
        ("/es/", ("es", "")),
        ("/es/tea.html", ("es", "tea.html")),
        ("/es/t%C3%A9.html?x=/../y#z", ("es", "té.html")),
        ("/a%3Fb", ("a?b",)),
        ("/1:b", ("1:b",)),
    ],
)
def test_a_path_is_the_names_between_its_slashes(target: str, names: tuple[str, ...]) -> None:
    assert names_of(target) == names


@pytest.mark.parametrize(
    "target",
    [
        *("", "es", "*", "http://127.0.0.1/es/", "//evil.example/", "/es//tea.html"),
        *("/..", "/../x", "/es/../../x", "/%2e%2e/x", "/.%2e/x", "/.", "/./x", "/.manifest", "/es/.x"),
        *("/es%2ftea.html", "/..%2fx", "/%2f", "/..%5cx", "/es\\..\\x", "/%5c%5chost%5cshare"),
        *("/C:/x", "/c:x", "/C%3A%5Cx", "/es/C:"),
        *("/x%00.html", "/%00", "/x%0d%0ay", "/%7f", "/%ff", "/%c0%ae%c0%ae/x", "/" + "a" * 5000),
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(target: str) -> None:
    assert names_of(target) is None


@given(st.lists(st.text(min_size=1), min_size=1), st.booleans())
def test_no_name_is_hidden_or_holds_a_separator(parts: list[str], encoded: bool) -> None:
    target = "/" + "/".join(
        quote(part, safe="", errors="surrogatepass") if encoded else part for part in parts
    )
    for name in names_of(target) or ():
        assert not name.startswith(".")
        assert not set(name) & set("/\\\0")


def test_only_this_computer_at_this_port_is_the_own_host() -> None:
    own = ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"]
    other = [
        "evil.example:8000",
        "127.0.0.1",
        "localhost:8001",
        "127.0.0.1.evil.example:8000",
        "",
        "0.0.0.0:8000",
    ]
    assert [is_own_host([host], 8000) for host in own] == [True] * 4
    assert [is_own_host([host], 8000) for host in other] == [False] * 6
    assert not is_own_host([], 8000)
    assert not is_own_host(["localhost:8000", "evil.example"], 8000)
    assert is_own_host(["localhost"], 80)


def test_a_file_is_read_only_where_it_plainly_stands_below_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "html"
    (folder / "es").mkdir(parents=True)
    (folder / "es/tea.html").write_bytes(b"tea")
    (folder / ".hidden").write_bytes(b"hidden")
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    assert read_served(folder, ("es", "tea.html")) == b"tea"
    refused = [
        *(("link",), ("up", "secret"), ("..", "secret"), ("es", "..", "..", "secret"), (".hidden",)),
        *(
            ("../secret",),
            ("es\\tea.html",),
            ("C:", "x"),
            ("c:x",),
            ("x\0",),
            ("",),
            ("absent",),
            ("es", "tea.html", "x"),
        ),
    ]
    assert [read_served(folder, names) for names in refused] == [None] * len(refused)
    with pytest.raises(IsFolderError):
        read_served(folder, ("es",))
