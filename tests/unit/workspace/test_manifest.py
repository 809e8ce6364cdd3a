from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.finding import Finding, Place, Severity
from toolkit.workspace.manifest import (
    Removals,
    digest_of,
    format_manifest,
    left_alone,
    overwritten,
    parse_manifest,
    plan_removals,
)
from toolkit.workspace.paths import is_relative

DIGESTS = st.binary(max_size=3).map(digest_of)
NAMES = st.text(st.characters(exclude_characters="\0"), min_size=1).filter(is_relative)
AWKWARD = st.text(st.sampled_from("a/\\\n\r \u2028\ud8ff\udcff#"), min_size=1).filter(is_relative)
ONE, TWO = digest_of(b"1"), digest_of(b"2")


def storable(path: str) -> bool:
    """Whether a file system could hold the name: lone surrogates only where bytes were not UTF-8."""
    try:
        path.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") == path


@given(st.dictionaries((NAMES | AWKWARD).filter(storable), DIGESTS))
def test_a_manifest_comes_back_as_it_was_written(manifest: dict[str, str]) -> None:
    assert parse_manifest(format_manifest(manifest)) == manifest
    assert parse_manifest(format_manifest(manifest).replace(b"\n", b"\r\n")) == manifest


def test_a_manifest_reads_like_sha256sum_sorted_by_path() -> None:
    assert format_manifest({"b\\c": TWO, "a b": ONE}).decode() == (
        "# What the toolkit wrote here: SHA-256 and path. Not to be edited.\n"
        f"{hashlib.sha256(b'1').hexdigest()}  a b\n"
        f"\\{hashlib.sha256(b'2').hexdigest()}  b\\\\c\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"#",
        b"\0\xff\n",
        f"{ONE}  a\n".encode(),
        f"# x\n{ONE}  a".encode(),
        f"# x\n{ONE} a\n".encode(),
        f"# x\n{ONE.upper()}  a\n".encode(),
        f"# x\n{ONE}  a\n\n".encode(),
        f"# x\n{ONE}  a\n{TWO}  a\n".encode(),
        f"# x\n{ONE}  ../../etc/passwd\n".encode(),
        f"# x\n{ONE}  /etc/passwd\n".encode(),
        f"# x\n<<<<<<< HEAD\n{ONE}  a\n".encode(),
    ],
)
def test_a_corrupt_or_hostile_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|line \d|decode"):
        parse_manifest(data)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([ONE, TWO])),
    st.sets(st.sampled_from("abcdef")),
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([ONE, TWO, ""])),
)
def test_only_what_we_wrote_and_nobody_changed_is_removed(
    manifest: dict[str, str], planned: set[str], current: dict[str, str]
) -> None:
    plan = plan_removals(manifest, planned, current)
    for path in plan.remove:
        assert path not in planned
        assert current[path] == manifest[path]
    reported = {finding.place.path.removeprefix("output/") for finding in plan.findings}
    for path in reported:
        assert path not in planned
        assert current[path] != manifest[path]
    assert reported | set(plan.remove) == (manifest.keys() - planned) & current.keys()
    assert not reported & set(plan.remove)


def test_what_a_run_does_not_speak_of_stays() -> None:
    manifest = {"html/es/a": ONE, "html/fr/a": ONE, "html/fr/b": TWO, ".gitkeep": ONE, "x/.gitkeep": ONE}
    plan = plan_removals(manifest, set(), manifest | {"html/fr/b": ""}, lambda path: "/es/" in path)
    assert plan == Removals(("html/fr/a",), (left_alone("html/fr/b"),))


def test_the_findings_about_files_of_others_are_warnings() -> None:
    assert left_alone("html/a.html") == Finding(
        "output-changed",
        Severity.WARNING,
        "the file is no longer published, but was changed since we wrote it; it stays",
        Place("output/html/a.html"),
        "remove it yourself",
    )
    assert overwritten("html/a.html") == Finding(
        "output-changed",
        Severity.WARNING,
        "the file was changed since we wrote it; it is overwritten",
        Place("output/html/a.html"),
        "change the source or the theme instead",
    )
