"""What `python -m zi_metrics laporan` writes, and that it never writes over anything by itself."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.metrics.builders import document, unit
from zi_metrics.cli import main
from zi_metrics.cli.laporan import write_all
from zi_metrics.errors import ReaderError
from zi_metrics.report.summary_text import summary_text
from zi_metrics.settings import SNAPSHOT_DIR_VARIABLE
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

REFUSED, WRONG_USAGE = 2, 2


def laporan(source: object, folder: Path, *arguments: str, **environment: str) -> Result:
    asked = ["laporan", "--sumber", str(source), "--keluar", str(folder), *arguments]
    return CliRunner().invoke(main, asked, env=environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "paket" / "rapat"


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Two snapshots of a small unit, with a person's name in each."""
    kept = SnapshotStore(tmp_path / "potret")
    for day, status in ((date(2025, 3, 31), "Belum"), (date(2025, 6, 30), "Tersedia")):
        row = document("A.I.1.i.a", status, title="Log Budi", pic="Ketua Rina", due_on="2025-01-31")
        kept.write(unit(documents=[row], settings={"Nama yang disamarkan": "Budi"}, as_of=day))
    return kept


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8-sig")
        for path in sorted(folder.rglob("*.txt"))
    }


def test_pack_of_the_sample_is_written_and_every_file_named(folder: Path) -> None:
    run = laporan("contoh", folder)
    assert run.exit_code == 0, run.output
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    first, *named = run.stdout.splitlines()
    assert first == f"Paket rapat ditulis ke {folder}: {len(written)} berkas."
    assert {name.strip() for name in named} == written
    assert "zi-contoh-2026-01-20-rapat.pptx" in written
    assert "memo/zi-contoh-2026-01-20-memo-unit.txt" in written


def test_figures_in_the_texts_are_those_of_ringkas(folder: Path) -> None:
    assert laporan("contoh", folder).exit_code == 0
    summary = summary_text(open_source("contoh").newest()).splitlines()
    memo = texts(folder)["memo/zi-contoh-2026-01-20-memo-unit.txt"].splitlines()
    for line in summary[3:10]:
        assert line in memo


def test_nothing_is_overwritten_unless_asked(store: SnapshotStore, folder: Path) -> None:
    assert laporan(store.root, folder).exit_code == 0
    mine = folder / "zi-uji-2025-06-30-notulen.txt"
    mine.write_text("catatan saya", "utf-8")
    (folder / "BACA-DAHULU.txt").unlink()
    again = laporan(store.root, folder)
    assert again.exit_code == REFUSED
    assert "--timpa" in again.stderr
    assert again.stdout == ""
    assert mine.read_text("utf-8") == "catatan saya"
    assert not (folder / "BACA-DAHULU.txt").exists()
    assert laporan(store.root, folder, "--timpa").exit_code == 0
    assert "NOTULEN" in mine.read_text("utf-8-sig")


def test_names_are_hidden_unless_asked_for(store: SnapshotStore, tmp_path: Path) -> None:
    assert laporan(store.root, tmp_path / "a", "--per", "2025-03-31").exit_code == 0
    hidden = str(texts(tmp_path / "a"))
    assert "Budi" not in hidden
    assert "rina" not in hidden.casefold()
    assert "Log B." in hidden
    run = laporan(store.root, tmp_path / "b", "--per", "2025-03-31", "--dengan-nama")
    assert run.exit_code == 0
    shown = str(texts(tmp_path / "b"))
    assert "Log Budi" in shown
    assert "Ketua Rina" in shown


def test_memos_with_names_do_not_stay_beside_a_pack_without(
    store: SnapshotStore, folder: Path
) -> None:
    assert laporan(store.root, folder, "--dengan-nama").exit_code == 0
    assert "memo/zi-uji-2025-06-30-memo-pic-ketua-rina.txt" in texts(folder)
    run = laporan(store.root, folder, "--timpa")
    assert run.exit_code == 0, run.output
    _, *named, last = run.stdout.splitlines()
    assert last == "Dihapus: 1 memo lama yang bukan bagian dari paket ini."
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name.strip() for name in named} == written
    assert "rina" not in str(texts(folder)).casefold()
    assert "Dihapus" not in laporan(store.root, folder, "--timpa").stdout


def test_only_memos_of_the_same_source_and_date_are_taken_away(
    store: SnapshotStore, folder: Path
) -> None:
    assert laporan(store.root, folder).exit_code == 0
    memos, start = folder / "memo", "zi-uji-2025-06-30-memo-"
    kept = [
        memos / "catatan saya.txt",
        memos / "zi-uji-2025-03-31-memo-pic-ketua-rina.txt",
        memos / "zi-lain-2025-06-30-memo-pic-ketua-rina.txt",
        memos / f"{start}pic-ketua-rina.docx",
        folder / f"{start}pic-ketua-rina.txt",
    ]
    for path in kept:
        path.write_text("milik orang", "utf-8")
    (memos / f"{start}folder.txt").mkdir()
    (memos / f"{start}folder.txt" / f"{start}isi.txt").write_text("milik orang", "utf-8")
    (memos / f"{start}tautan.txt").symlink_to(kept[0])
    (memos / f"{start}lama.txt").write_text("memo lama", "utf-8")
    run = laporan(store.root, folder, "--timpa")
    assert run.stdout.splitlines()[-1].startswith("Dihapus: 1 memo")
    assert not (memos / f"{start}lama.txt").exists()
    assert {path.read_text("utf-8") for path in kept} == {"milik orang"}
    assert (memos / f"{start}folder.txt" / f"{start}isi.txt").exists()
    assert (memos / f"{start}tautan.txt").is_symlink()


def test_old_memos_stay_unless_overwriting_was_asked_for(folder: Path) -> None:
    old = folder / "memo" / "zi-uji-memo-lama.txt"
    old.parent.mkdir(parents=True)
    old.write_text("memo lama", "utf-8")
    assert write_all({"memo/zi-uji-memo-unit.txt": b"x"}, folder, memo_start="memo/zi-uji-") == 0
    assert old.exists()


def test_pack_of_another_day_is_told_for_that_day(store: SnapshotStore, folder: Path) -> None:
    run = laporan(store.root, folder, "--per", "2025-05-15")
    assert run.exit_code == 0
    assert "status data dukung menurut potret 31 Maret 2025" in run.stderr
    told = texts(folder)["memo/zi-uji-2025-05-15-memo-unit.txt"]
    assert "Keadaan per 15 Mei 2025" in told
    assert "lewat 104 hari" in told
    minutes = texts(folder)["zi-uji-2025-05-15-notulen.txt"]
    assert "Dibandingkan dengan: potret 31 Maret 2025" in minutes


def test_pinned_snapshot_is_told_whatever_came_since(store: SnapshotStore, folder: Path) -> None:
    earlier, _ = store.list()
    run = laporan(store.root, folder, "--potret", earlier.identifier)
    assert run.exit_code == 0, run.output
    assert "memo/zi-uji-2025-03-31-memo-unit.txt" in texts(folder)


def test_unknown_snapshot_is_refused_in_a_sentence(store: SnapshotStore, folder: Path) -> None:
    run = laporan(store.root, folder, "--potret", "2024-01-01-000000000000")
    assert run.exit_code == REFUSED
    assert "Tidak ada potret “2024-01-01-000000000000”" in run.stderr
    assert not folder.exists()


def test_a_day_and_a_snapshot_are_not_asked_for_together(folder: Path) -> None:
    run = laporan("contoh", folder, "--per", "2025-12-31", "--potret", "x")
    assert run.exit_code == WRONG_USAGE
    assert "Pilih --per atau --potret" in run.stderr


def test_source_that_does_not_exist_is_refused_in_a_sentence(folder: Path) -> None:
    run = laporan("tidak-ada", folder)
    assert run.exit_code == REFUSED
    assert "tidak-ada" in run.stderr
    assert "Traceback" not in run.output
    assert not folder.exists()


def test_folder_that_is_a_file_is_refused_in_a_sentence(
    store: SnapshotStore, tmp_path: Path
) -> None:
    there = tmp_path / "berkas"
    there.write_text("isi", "utf-8")
    run = laporan(store.root, there)
    assert run.exit_code == REFUSED
    assert "Paket rapat tidak dapat ditulis" in run.stderr
    assert there.read_text("utf-8") == "isi"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write all")
def test_folder_that_may_not_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    locked = tmp_path / "terkunci"
    locked.mkdir(mode=0o555)
    with pytest.raises(ReaderError, match="tidak ada izin menulis"):
        write_all({"a.txt": b"x"}, locked / "paket")


@pytest.mark.skipif(os.name != "posix", reason="/dev/null is a file that no folder can be made in")
def test_folder_in_no_folder_is_refused_in_a_sentence() -> None:
    with pytest.raises(ReaderError, match="tidak dapat ditulis"):
        write_all({"memo/a.txt": b"x"}, Path("/dev/null/paket"))


def test_name_that_is_none_of_a_folder_is_refused_in_a_sentence() -> None:
    with pytest.raises(ReaderError, match="bukan nama folder"):
        write_all({"a.txt": b"x"}, Path("a\0b"))


def test_live_snapshots_folder_of_the_program_is_not_needed(tmp_path: Path, folder: Path) -> None:
    missing = {SNAPSHOT_DIR_VARIABLE: str(tmp_path / "tidak ada")}
    assert laporan("situs", folder, **missing).exit_code == 0


def test_blank_folder_is_refused_rather_than_the_one_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["laporan", "--sumber", "contoh", "--keluar", " "])
    assert run.exit_code == WRONG_USAGE
    assert "Nama folder kosong." in run.output
    assert list(tmp_path.iterdir()) == []


def test_day_before_the_first_snapshot_has_no_pack(store: SnapshotStore, folder: Path) -> None:
    run = laporan(store.root, folder, "--per", "1999-01-01")
    assert run.exit_code == REFUSED
    assert "Belum ada potret sampai 1 Januari 1999." in run.stderr
    assert not folder.exists()
