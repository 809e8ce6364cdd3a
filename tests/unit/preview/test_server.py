"""The preview as a browser meets it: real requests to a real server on a free port."""

from __future__ import annotations

import http.client
import re
import socket
from html import unescape
from pathlib import Path

import pytest

from tests.tools import require_package
from tests.unit.preview.previewed import PATIENCE, PO, Previewed, previewed
from toolkit.cli.main import run
from toolkit.preview.server import listening
from toolkit.preview.workshop import Workshop

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def build_of(html: str) -> str:
    found = re.search(r'data-build="([^"]*)"', html)
    assert found
    return found[1]


def test_pages_and_their_files_are_served(served: Previewed) -> None:
    assert "Té" in served.page("/es/tea.html")
    assert "Choose a language" in served.page("/")
    assert "tea.html" in served.page("/es/")
    style = served.ask("/assets/style.css")
    assert (style.status, style.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert style.text == (served.root / "output/html/assets/style.css").read_text("utf-8")
    assert style.headers["Cache-Control"] == "no-store"


def test_a_folder_without_a_slash_leads_to_its_page(served: Previewed) -> None:
    answer = served.ask("/es")
    assert (answer.status, answer.headers["Location"]) == (302, "/es/")


def test_head_sends_no_body_and_nothing_else_is_allowed(served: Previewed) -> None:
    head = served.ask("/es/tea.html", method="HEAD")
    assert (head.status, head.text) == (200, "")
    assert int(head.headers["Content-Length"]) == len(served.page("/es/tea.html").encode())
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        answer = served.ask("/es/tea.html", method=method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_the_files_on_disk_are_those_of_a_build(served: Previewed) -> None:
    output = served.root / "output"
    served.page("/es/tea.html")
    before = {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    assert not any(b"_toolkit" in content for content in before.values())
    assert run(["build"]) == 0
    assert {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()} == before
    tops = {path.name for path in served.root.iterdir()}
    assert tops == {"source", "babel.cfg", "locales", "output"}


def test_a_served_page_allows_the_script_of_the_preview_and_nothing_else(served: Previewed) -> None:
    served_policy, written_policy = (
        unescape(found[1])
        for html in (
            served.page("/es/tea.html"),
            (served.root / "output/html/es/tea.html").read_text("utf-8"),
        )
        if (found := _POLICY.search(html))
    )
    ours = f"http://127.0.0.1:{served.port}/_toolkit"
    assert (
        written_policy.replace("script-src 'none'", f"script-src {ours}/reload.js").replace(
            "style-src 'self'", f"style-src 'self' {ours}/preview.css"
        )
        + f"; connect-src {ours}/events"
        == served_policy
    )


def test_a_foreign_host_is_refused(served: Previewed) -> None:
    port = served.port
    hosts = ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "127.0.0.1", None)
    for path in ("/es/tea.html", "/_toolkit/compare/es/tea", "/_toolkit/events", "/absent"):
        for host in hosts:
            answer = served.ask(path, host=host)
            assert (answer.status, answer.text) == (403, "Forbidden\n"), (path, host)


def test_a_page_of_another_site_can_lead_here_and_ask_for_nothing(served: Previewed) -> None:
    asked = {}
    for site, mode in (
        *(("cross-site", "no-cors"), ("cross-site", "cors"), ("cross-site", "navigate")),
        *(("same-origin", "cors"), ("same-site", "no-cors"), ("none", "navigate")),
    ):
        headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
        paths = ("/es/tea.html", "/_toolkit/compare/es/tea", "/assets/style.css")
        asked[site, mode] = {served.ask(path, headers=headers).status for path in paths}
    assert (
        served.ask("/_toolkit/events", method="HEAD", headers={"Sec-Fetch-Site": "cross-site"}).status == 403
    )
    refused = {key for key, statuses in asked.items() if statuses == {403}}
    assert refused == {("cross-site", "no-cors"), ("cross-site", "cors")}
    assert all(statuses == {200} for key, statuses in asked.items() if key not in refused)


def test_a_second_host_is_refused_and_the_other_names_of_this_computer_are_not(served: Previewed) -> None:
    own = f"localhost:{served.port}"
    assert served.ask("/", hosts=(own, "evil.example")).status == 403
    page = served.ask("/es/tea.html", host=own)
    assert f"script-src http://localhost:{served.port}/_toolkit/reload.js" in page.text
    assert served.ask("/", host=f"[::1]:{served.port}").status == 200


def test_nothing_but_the_pages_can_be_had(served: Previewed) -> None:
    output = served.root / "output/html"
    (output / "secret.html").symlink_to(served.root / "babel.cfg")
    (output / "outside").symlink_to(served.root, target_is_directory=True)
    (output / ".hidden.html").write_text("hidden", "utf-8")
    for path in (
        *("/../babel.cfg", "/es/../../../babel.cfg", "/%2e%2e/%2e%2e/babel.cfg", "/..%2f..%2fbabel.cfg"),
        *("/..%5c..%5cbabel.cfg", "/.manifest", "/../.manifest", "/secret.html", "/outside/babel.cfg"),
        *("/C:/babel.cfg", "/C%3A%5Cbabel.cfg", "/%00", "//babel.cfg", "/es%2ftea.html", "/.hidden.html"),
        *("/_toolkit/", "/_toolkit", "/_toolkit/../es/tea.html", "/_toolkit/compare.html", "/_toolkit/x"),
        *("/_toolkit/compare/es/../tea", "/_toolkit/compare/xx/tea", "/_toolkit/compare/es/absent"),
        *("/_toolkit/compare/es", "/_toolkit/compare/..%2f/tea", "/_toolkit/compare/es/.tea"),
        "http://127.0.0.1/es/tea.html",
    ):
        answer = served.ask(path)
        assert answer.status == 404, path
        assert "markdown: source" not in answer.text


def test_a_page_that_is_open_is_told_of_the_build_after_a_po_file_is_saved(served: Previewed) -> None:
    page = served.page("/es/tea.html")
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
    connection.request("GET", f"/_toolkit/events?since={build_of(page)}")
    events = connection.getresponse()
    assert events.headers["Content-Type"] == "text/event-stream"
    assert [events.readline(), events.readline()] == [b"retry: 500\n", b"\n"]
    served.save(PO, 'msgstr "Té"', 'msgstr "Infusión"')
    event, data = events.readline(), events.readline()
    connection.close()
    after = served.page("/es/tea.html")
    assert event == b"event: build\n"
    assert data == f"data: {build_of(after)}\n".encode()
    assert build_of(after) != build_of(page)
    assert "Infusión" in after


def test_a_page_of_an_earlier_server_is_loaded_again_at_once(served: Previewed) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
    connection.request("GET", "/_toolkit/events?since=00000000-1")
    events = connection.getresponse()
    lines = [events.readline() for _ in range(3)]
    connection.close()
    assert lines[2] == b"event: build\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "seen"),
    [
        ("source/tea.md", "Pour", "Sip", "Sip"),
        ("babel.cfg", "[markdown: source/**.md]\n", "[markdown: source/**.md]\ncode = comments\n", "Boil"),
        ("toolkit.toml", "", 'theme = "mine"\n', "from mine"),
    ],
)
def test_articles_and_settings_are_watched(
    served: Previewed, path: str, old: str, new: str, seen: str
) -> None:
    served.write("mine/templates/page.html", "<p>from mine")
    before = served.workshop.last.now.id
    if old:
        served.save(path, old, new)
    else:
        served.write(path, new)
    served.built_after(before)
    assert seen in served.page("/en/tea.html")


def test_a_new_theme_is_used_and_watched(served: Previewed) -> None:
    before = served.workshop.last.now.id
    for text in ("p { color: red }", "p { color: green }"):
        served.write("theme/static/style.css", text)
        served.built_after(before)
        before = served.workshop.last.now.id
        assert served.page("/assets/style.css") == text


def test_a_broken_po_file_is_shown_and_the_last_good_page_stays(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.save(PO, 'msgstr "Té"', 'msgstr "<Roto')
    served.built_after(before)
    page = served.page("/es/tea.html")
    assert "Té" in page
    assert re.search(rf'<code class="place">{PO}:\d+(:\d+)?</code>', page)
    assert "<strong>error[po-syntax]</strong>" in page
    before = served.workshop.last.now.id
    served.save(PO, 'msgstr "<Roto', 'msgstr "Infusión"')
    served.built_after(before)
    page = served.page("/es/tea.html")
    assert "Infusión" in page
    assert "No findings" in page


def test_a_build_that_cannot_be_made_is_shown_on_the_pages_of_the_last_one(served: Previewed) -> None:
    before = served.workshop.last.now.id
    served.write("toolkit.toml", "them = 1\n")
    served.built_after(before)
    page = served.page("/es/tea.html")
    assert "Té" in page
    assert "The build failed: pages are as they were before" in page
    assert "them: unknown key" in page
    assert served.ask("/_toolkit/compare/es/tea").status == 200
    before = served.workshop.last.now.id
    (served.root / "toolkit.toml").unlink()
    served.built_after(before)
    assert "No findings" in served.page("/es/tea.html")


def test_a_page_that_is_not_there_waits_for_the_next_build(served: Previewed) -> None:
    answer = served.ask("/es/absent.html")
    assert answer.status == 404
    assert build_of(answer.text) == served.workshop.last.now.id


def test_only_the_findings_of_a_chosen_language_are_shown_and_all_is_built(project: Path) -> None:
    for locale in ("es", "ar"):
        (project / f"locales/{locale}/LC_MESSAGES/guides.cups.po").write_text('msgid "', "utf-8")
    with previewed(project, "ar") as served:
        page = served.page("/es/tea.html")
        assert "locales/ar/LC_MESSAGES/guides.cups.po" in page
        assert "locales/es/LC_MESSAGES/guides.cups.po" not in page


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", 431),
        (b"GET / <script>\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 505),
        (b"BREW /<script> HTTP/1.1\r\nHost: {host}\r\n\r\n", 501),
        (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
        (b"GET //evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"GET /\xff\x00 HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\n Host: {host}\r\n\r\n", 403),
        (b"GET /\r\n\r\n", 403),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"\r\n", None),
        (b"GET / HT", None),
    ],
)
def test_what_is_no_request_is_refused_in_our_words(
    served: Previewed, capsys: pytest.CaptureFixture[str], sent: bytes, status: int | None
) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as connection:
        connection.sendall(sent.replace(b"{host}", f"127.0.0.1:{served.port}".encode()))
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: _received(connection), b""))
    assert capsys.readouterr() == ("", "")
    if status is not None and answer:  # nothing comes where the connection ended before all was read
        head, _, body = answer.partition(b"\r\n\r\n")
        assert int(head.split(b" ")[1] if head.startswith(b"HTTP/") else status) == status
        assert b"<script>" not in body
        assert not head.startswith(b"HTTP/") or b"Cache-Control: no-store" in head
    assert served.page("/es/")


def _received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65536)
    except ConnectionError:
        return b""


def test_a_crowd_of_connections_that_say_nothing_is_turned_away(served: Previewed) -> None:
    crowd = [socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) for _ in range(230)]
    crowd[0].sendall(b"GET / HTTP/1.1\r\nHos")
    assert _received(crowd[-1]) == b"", "closed without an answer"
    for connection in crowd:
        connection.close()
    before = served.workshop.last.now.id
    served.save(PO, 'msgstr "Té"', 'msgstr "Infusión"')
    served.built_after(before)
    while True:  # until those who have gone are noticed
        try:
            assert "Infusión" in served.page("/es/tea.html")
            return
        except (ConnectionError, http.client.HTTPException):
            continue


def test_the_next_free_port_is_taken(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        server = listening(Workshop(project), [taken, 0])
        assert server.server_address[0] == "127.0.0.1"
        assert server.server_port not in (0, taken)
        server.server_close()


def test_the_search_of_a_preview_is_that_of_its_start(project: Path) -> None:
    """A rebuild leaves the index alone, for it takes longer than somebody waits for a page."""
    require_package("pagefind")
    (project / "toolkit.toml").write_text("search = true\n", "utf-8")
    with previewed(project) as served:
        index = project / "output/html/assets/pagefind"
        before = {path: path.read_bytes() for path in index.rglob("*") if path.is_file()}
        assert sorted(path.suffix for path in before).count(".pf_index") == 2
        for name in ("pagefind.js", "pagefind-entry.json", "wasm.es.pagefind"):
            answer = served.ask(f"/assets/pagefind/{name}", method="HEAD")
            assert (answer.status, answer.headers["Content-Length"]) == (
                200,
                str((index / name).stat().st_size),
            )
        kinds = [
            served.ask(f"/{path}", method="HEAD").headers["Content-Type"]
            for path in (
                "assets/pagefind/pagefind.js",
                "assets/pagefind/wasm.es.pagefind",
                "es/search.html?q=a",
            )
        ]
        assert kinds == [
            "text/javascript; charset=utf-8",
            "application/octet-stream",
            "text/html; charset=utf-8",
        ]
        id = served.workshop.last.now.id
        served.save(PO, 'msgstr "Té"', 'msgstr "Infusión"')
        served.built_after(id)
        assert "Infusión" in served.page("/es/tea.html")
        assert {path: path.read_bytes() for path in index.rglob("*") if path.is_file()} == before


def test_images_beyond_the_folders_of_sources_are_watched(served: Previewed) -> None:
    def change(path: str, text: str) -> None:
        before = served.workshop.last.now.id
        served.write(path, text)
        served.built_after(before)

    source = (served.root / "source/tea.md").read_text("utf-8")
    change("source/tea.md", f"{source}\n![Tea](../images/photo.svg)\n")
    assert "dead-link" in served.page("/en/tea.html")
    for text in ("<svg/>", "<svg></svg>"):
        change("images/photo.svg", text)
        page = served.page("/en/tea.html")
        assert "dead-link" not in page
        found = re.search(r'src="([^"]*photo[^"]*)"', page)
        assert found
        assert served.page(f"/en/{found[1]}".replace("/en/../", "/")) == text
    change("images/photo.es.svg", "<svg>es</svg>")
    assert "photo.es" in served.page("/es/tea.html")
    assert "photo.es" not in served.page("/en/tea.html")


def test_where_nothing_could_be_built_yet_the_page_says_why_and_waits(project: Path) -> None:
    template = project / "theme/templates/page.html"
    template.parent.mkdir(parents=True)
    template.write_text("\n{% if %}", "utf-8")
    with previewed(project) as served:
        answer = served.ask("/")
        assert (answer.status, "<h1>The build failed</h1>" in answer.text) == (404, True)
        assert '<code class="place">theme/templates/page.html:2</code>' in answer.text
        before = build_of(answer.text)
        template.unlink()
        served.built_after(before)
        assert "No findings" in served.page("/es/tea.html")


def test_an_icon_that_browsers_ask_for_unasked_is_no_error(served: Previewed) -> None:
    assert (served.ask("/favicon.ico").status, served.ask("/es/favicon.ico").status) == (204, 404)
    (served.root / "output/html/favicon.ico").write_text("icon", "utf-8")
    assert served.page("/favicon.ico") == "icon"
