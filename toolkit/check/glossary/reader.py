"""Bytes of a glossary file, CSV or TBX, to its terms."""

from __future__ import annotations

from toolkit.check.glossary.csv_reader import read_csv
from toolkit.check.glossary.glossary_file import GlossaryFile
from toolkit.check.glossary.tbx_reader import read_tbx
from toolkit.errors import InputError
from toolkit.model.locale import LocaleTag

MAX_BYTES = 20_000_000
MAX_TERMS = 100_000


def read_glossary(
    data: bytes, path: str, source: LocaleTag, *, max_bytes: int = MAX_BYTES, max_terms: int = MAX_TERMS
) -> GlossaryFile:
    """Return what a glossary file holds for a source language.

    ``.tbx`` and ``.xml`` are TBX-Basic, ``.tsv`` has tabs between its columns, all else is CSV with commas.
    What can be passed over is a finding (``glossary-row``).

    Raises ``InputError``: ``glossary-syntax`` where the file cannot be read at all, ``glossary-limit``.
    """
    if len(data) > max_bytes:
        raise InputError(
            f"larger than {max_bytes:,} bytes",
            rule="glossary-limit",
            path=path,
            hint="divide the glossary, or leave out what no article uses",
        )
    ending = path.rpartition(".")[2].lower()
    if ending in ("tbx", "xml"):
        return read_tbx(data, path, source, max_terms=max_terms)
    return read_csv(data, path, source, delimiter="\t" if ending == "tsv" else ",", max_terms=max_terms)
