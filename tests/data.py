"""Outside test material, found through ``L10N_TEST_DATA`` only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def outside_data() -> Path:
    """Return the folder of outside test material, or skip and say so."""
    folder = os.environ.get("L10N_TEST_DATA")
    if not folder:
        pytest.skip("L10N_TEST_DATA is not set: no outside material to test against")
    return Path(folder)
