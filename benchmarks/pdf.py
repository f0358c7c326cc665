"""What the PDFs of a site cost: python benchmarks/pdf.py DIR [N].

DIR holds settings.yml and disclosures/, such as the example or what benchmarks/generate.py wrote.  Sheets are printed,
read back as verify does, and, where poppler is installed, compared with `pdftotext -raw`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median

from generator.fonts import fonts_of
from generator.pages.all import build_pages
from generator.pipeline import check, public_site
from generator.publish.press import Press
from generator.redaction.redact import make_public
from generator.redaction.scan import Scanner
from generator.verify.pdf import read_pdf
from generator.verify.unit import Where

NOW = datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=9)))


def sheets(root: Path, most: int) -> list[bytes]:
    """The first sheets of a site."""
    checked = check(root, NOW, Scanner(), lambda _stage: None)
    site = public_site(checked.settled, make_public(checked.settled), checked.settings, NOW)
    return [page.sheet for page in build_pages(site) if page.sheet][:most]


def timed(what: str, count: int, since: tuple[float, float]) -> None:
    """Print what something took."""
    wall, cpu = time.perf_counter() - since[0], time.process_time() - since[1]
    print(f"{what}: {wall:.2f} s, {cpu:.2f} CPU s, {1000 * cpu / count:.0f} CPU ms each")


def now() -> tuple[float, float]:
    """Both clocks."""
    return time.perf_counter(), time.process_time()


def copied_differently(pdf: bytes) -> Counter[str]:
    """The characters of the structure that another program's copy of the text lacks."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    read = Counter("".join(unit.text for unit in read_pdf(pdf).units if unit.where is Where.SHOWN))
    return Counter({c: n for c, n in (read - Counter(done.stdout.decode())).items() if not c.isspace()})


def main() -> None:
    """Measure."""
    made = sheets(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
    fonts = fonts_of("noto-cjk[sans-jp]")
    press = Press(fonts, "<svg xmlns='http://www.w3.org/2000/svg'/>")
    begun = now()
    pdfs = [press.typeset(sheet) for sheet in made]
    timed(f"{len(pdfs)} PDFs, one thread", len(pdfs), begun)
    sizes = sorted(map(len, pdfs))
    print(f"sizes: {sizes[0] // 1000} to {sizes[-1] // 1000} KB, median {median(sizes) / 1000:.0f} KB")
    begun = now()
    readings = [read_pdf(pdf) for pdf in pdfs]
    timed("read back", len(pdfs), begun)
    print("not plain:", sum(reading.broken is not None for reading in readings))
    if shutil.which("pdftotext"):
        print("copied differently:", sum((copied_differently(pdf) for pdf in pdfs), Counter()).total(), "characters")


if __name__ == "__main__":
    main()
