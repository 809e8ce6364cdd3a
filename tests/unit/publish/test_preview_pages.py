"""What the preview adds to a page: at the right places, and with the least that its policy must allow."""

from __future__ import annotations

from toolkit.publish.preview_pages import with_panel

ALLOWED = {"script-src": "http://x/r.js", "connect-src": "http://x/e"}


def page(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def meta(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def test_head_and_panel_stand_at_the_ends() -> None:
    shown = with_panel(page("<title>a</title>", "text </body> more"), "HEAD", "PANEL", {})
    assert shown == ("<html><head><title>a</title>HEAD</head><body>text </body> morePANEL</body></html>")


def test_a_page_without_head_or_body_has_them_too() -> None:
    assert with_panel("only text", "HEAD", "PANEL", ALLOWED) == "HEADonly textPANEL"
    assert with_panel("", "HEAD", "PANEL", ALLOWED) == "HEADPANEL"


def test_only_what_is_needed_is_allowed_besides() -> None:
    policy = "default-src &#39;none&#39;; script-src &#39;none&#39;; img-src a b"
    wanted = "default-src &#x27;none&#x27;; script-src http://x/r.js; img-src a b; connect-src http://x/e"
    assert with_panel(page(meta(policy)), "", "", ALLOWED) == page(meta(wanted))


def test_a_directive_that_is_not_there_has_the_sources_of_the_default() -> None:
    wanted = "default-src a; script-src a http://x/r.js; connect-src a http://x/e"
    assert with_panel(page(meta("default-src a")), "", "", ALLOWED) == page(meta(wanted))


def test_what_is_allowed_to_all_stays_so() -> None:
    assert with_panel(page(meta("img-src a")), "", "", ALLOWED) == page(meta("img-src a"))


def test_a_policy_is_found_however_it_is_written() -> None:
    written = "<META\n content='script-src x' HTTP-EQUIV=content-security-policy id=p>"
    wanted = '<META\n content="script-src x http://x/r.js" HTTP-EQUIV=content-security-policy id=p>'
    assert with_panel(page(written), "", "", ALLOWED) == page(wanted)


def test_other_elements_and_the_body_keep_every_byte() -> None:
    other = '<meta name="description" content="default-src a">'
    html = page(other, meta("script-src a"))
    assert with_panel(html, "", "", ALLOWED) == html
