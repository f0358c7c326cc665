"""Verify shares no line with the code whose errors it has to find."""

from __future__ import annotations

import subprocess
import sys

REPLACING = ("redact", "compose", "settle", "bare", "marks", "policy")


def test_verify_knows_nothing_of_redact() -> None:
    """Importing verify imports nothing of what decides on texts and replaces them."""
    code = "import sys, generator.verify; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    imported = set(run.stdout.split())
    assert "generator.redaction.scan" in imported
    assert not imported & {f"generator.redaction.{name}" for name in REPLACING}
    assert not any(name.startswith(("generator.pages", "generator.publish", "generator.records")) for name in imported)
