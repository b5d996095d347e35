"""Real programs read what we write: LibreOffice Calc and OmegaT, where they are installed.

Debian: apt install libreoffice-calc omegat default-jdk-headless. Without them these are skipped.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from glossary.formats import cells
from glossary.formats.registry import named
from glossary.formats.rows import Heading
from glossary.formats.table_rows import cells_of, columns_for
from glossary.model import Concept, Term
from tests.formats.contract import written
from tests.formats.golden import CONCEPTS
from tests.formats.strategies import HOSTILE

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
LIBRARIES = Path("/usr/share/java")

ROWS = (
    *CONCEPTS,
    Concept("2k5r8d1c7jw3g", tuple(Term("ko-CN", text) for text in HOSTILE if text.strip())),
    Concept("4v9b0n6x3hm8s", (Term("ko-CN", "001"), Term("zh-CN", "1.50"), Term("ko-KR", "3-1"))),
    Concept("8t1f5y2p9qe7c", (Term("ko-CN", "TRUE"), Term("zh-CN", "#N/A"), Term("ko-KR", "1e5"))),
)
CSV = "Text - txt - csv (StarCalc)"


def expected(guarded: bool) -> list[list[str]]:
    columns = columns_for(ROWS, Heading())
    guard = cells.guard if guarded else cells.shield
    rows = [cells_of(concept, columns, guard) for concept in ROWS]
    return [[column.name for column in columns], *rows]


def through_calc(folder: Path, name: str, data: bytes, *options: str) -> list[list[str]]:
    """The cells of a file as LibreOffice shows them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    (folder / name).write_bytes(data)
    subprocess.run(
        [
            *(soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", *options),
            *("--convert-to", f"out.csv:{CSV}:44,34,76,1", "--outdir", str(folder)),
            str(folder / name),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (folder / f"{Path(name).stem}.out.csv").read_bytes().decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.slow
def test_libreoffice_shows_the_cells_of_our_workbook(tmp_path: Path) -> None:
    data = written(named("xlsx"), ROWS)
    assert through_calc(tmp_path, "a.xlsx", data) == expected(guarded=False)


@pytest.mark.slow
def test_libreoffice_shows_the_cells_of_our_csv(tmp_path: Path) -> None:
    """Its columns as text, as a person chooses in the dialogue: else 001 is a number there."""
    columns = "/".join(f"{place}/2" for place in range(1, len(expected(guarded=True)[0]) + 1))
    given = f"--infilter={CSV}:44,34,76,1,{columns}"
    data = written(named("csv"), ROWS)
    assert through_calc(tmp_path, "a.csv", data, given) == expected(guarded=True)


READER = """
import java.io.File;
import org.omegat.gui.glossary.*;
public class Reader {
    public static void main(String[] given) throws Exception {
        for (GlossaryEntry each : GlossaryReaderTSV.read(new File(given[0]), false)) {
            System.out.println(String.join("\\u241f",
                each.getSrcText(), each.getLocText(), each.getCommentText()));
        }
    }
}
"""


@pytest.mark.slow
def test_omegat_s_own_reader_takes_our_glossary(tmp_path: Path) -> None:
    if not (OMEGAT.exists() and shutil.which("javac")):
        pytest.skip("OmegaT or a Java compiler is not installed")
    (tmp_path / "Reader.java").write_text(READER, "utf-8")
    data = written(named("omegat"), CONCEPTS)
    (tmp_path / "terms.txt").write_bytes(data)
    jars = f"{OMEGAT}:{LIBRARIES}/*:{tmp_path}"
    commands = (
        ["javac", "-encoding", "UTF-8", "-cp", jars, "Reader.java"],
        ["java", "-Dfile.encoding=UTF-8", "-cp", jars, "Reader", "terms.txt"],
    )
    for command in commands:
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    found = [line.split("\u241f") for line in done.stdout.decode("utf-8").splitlines()]
    lines = data.decode("utf-8").splitlines()
    written_lines = [line.split("\t") for line in lines if not line.startswith("#")]
    assert found == [[*line, ""][:3] for line in written_lines]
