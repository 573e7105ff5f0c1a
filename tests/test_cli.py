"""What `python -m zi_metrics ringkas` answers, for programs and for people."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.tables.builders import snapshot
from zi_metrics.cli import main
from zi_metrics.labels.numbers import NBSP, percent
from zi_metrics.metrics.summary import items_of
from zi_metrics.sources.contoh import SAMPLE_DIR, sample_store
from zi_metrics.sources.manifest import MANIFEST
from zi_metrics.sources.situs import read_situs
from zi_metrics.sources.store import SnapshotStore

UNREADABLE = 2
with_sample = pytest.mark.skipif(
    not any(SAMPLE_DIR.glob(f"*/{MANIFEST}")), reason="the sample is not made yet"
)


def ringkas(source: object, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ringkas", "--sumber", str(source), *arguments])


def answer(source: object, *arguments: str) -> dict[str, Any]:
    run = ringkas(source, "--json", *arguments)
    assert run.exit_code == 0, run.output
    told: dict[str, Any] = json.loads(run.stdout)
    return told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small snapshot folder, as of 30 June 2025."""
    return tmp_path / SnapshotStore(tmp_path).write(snapshot())


@pytest.fixture(scope="module")
def situs() -> dict[str, Any]:
    return answer("situs")


def test_situs_has_the_official_87_indicators(situs: dict[str, Any]) -> None:
    per_area = [sum(area["indikator"].values()) for area in situs["area"]]
    assert per_area == [12, 9, 18, 11, 18, 19]
    assert sum(situs["total"]["indikator"].values()) == 87
    assert [area["no"] for area in situs["area"]] == [1, 2, 3, 4, 5, 6]


def test_situs_lacks_evidence_for_19_indicators(situs: dict[str, Any]) -> None:
    assert situs["total"]["indikator"] == {
        "lengkap": 68,
        "sebagian": 0,
        "kosong": 0,
        "tanpa_data_dukung": 19,
        "tidak_relevan": 0,
    }
    assert [area["indikator"]["tanpa_data_dukung"] for area in situs["area"]] == [2, 3, 2, 1, 9, 2]


def test_situs_has_both_indicators_of_public_information_without_evidence() -> None:
    items = items_of(read_situs()).indicators
    disclosure = items[items["sub_area"] == "Keterbukaan Informasi Publik"]
    assert disclosure["state"].tolist() == ["tanpa data dukung", "tanpa data dukung"]


def test_situs_lists_303_documents(situs: dict[str, Any]) -> None:
    counts = {"wajib": 303, "lengkap": 303, "terverifikasi": 0, "tidak_dikenali": 0}
    assert situs["total"]["data_dukung"] == counts
    assert [a["data_dukung"]["wajib"] for a in situs["area"]] == [26, 13, 70, 42, 43, 109]


def test_situs_has_no_monev_and_no_spip_rather_than_nought_percent(situs: dict[str, Any]) -> None:
    for group in (situs["total"], *situs["area"], situs["reform"]["total"]):
        nothing = {"wajib": 0, "selesai": 0, "terlambat": 0, "share": None}
        assert group["tindak_lanjut"] == nothing
        counts = {key: count for key, count in group["spip"].items() if key != "triwulan"}
        assert counts == {"jatuh_tempo": 0, "masuk": 0, "tepat_waktu": 0}
    assert "triwulan" not in situs["total"]["spip"]
    assert [area["spip"]["triwulan"] for area in situs["area"]] == [{}] * 6


def keys_below(said: Any) -> Any:
    """Names only: what stands below `triwulan` is named by the data."""
    if isinstance(said, dict):
        return {key: None if key == "triwulan" else keys_below(part) for key, part in said.items()}
    return [keys_below(part) for part in said] if isinstance(said, list) else None


def test_answer_has_exactly_the_agreed_keys(folder: Path) -> None:
    figures: dict[str, Any] = {
        "indikator": dict.fromkeys(
            ("lengkap", "sebagian", "kosong", "tanpa_data_dukung", "tidak_relevan")
        ),
        "data_dukung": dict.fromkeys(("wajib", "lengkap", "terverifikasi", "tidak_dikenali")),
        "kelengkapan": None,
        "verifikasi": None,
        "kelengkapan_berbobot": None,
        "indikator_lengkap": None,
        "tindak_lanjut": dict.fromkeys(("wajib", "selesai", "terlambat", "share")),
    }
    spip = dict.fromkeys(("jatuh_tempo", "masuk", "tepat_waktu"))
    area = {"no": None, "nama": None, **figures, "spip": {**spip, "triwulan": None}}
    both = {"total": {**figures, "spip": spip}, "area": [area] * 6}
    head = dict.fromkeys(("sumber", "per", "digest"))
    told = keys_below(answer(folder))
    assert {name: told[name] for name in told if name != "kesiapan"} == {
        **head,
        **both,
        "reform": both,
    }


def test_answer_has_the_worksheet_and_its_minima(folder: Path) -> None:
    minimum = dict.fromkeys(("kunci", "nilai", "minimal", "selisih", "keadaan"))
    asked = dict.fromkeys(("kunci", "diminta", "diisi", "keadaan"))
    told = keys_below(answer(folder)["kesiapan"])
    assert {name: told[name] for name in told if name not in {"perlu_dibuktikan", "peluang"}} == {
        "nilai": dict.fromkeys(("total", "pengungkit", "pemenuhan", "reform", "hasil")),
        "hanya_terjawab": dict.fromkeys(("pemenuhan", "reform")),
        **dict.fromkeys(("terjawab", "pertanyaan", "terisi_semua", "target", "simulasi")),
        "area": [dict.fromkeys(("no", "pemenuhan", "reform", "bagian"))] * 6,
        "hasil": [dict.fromkeys(("kunci", "isian", "nilai"))] * 3,
        "syarat_nilai": dict.fromkeys(("WBK", "WBBM"), [minimum] * 7),
        "syarat_pengusulan": [asked] * 10,
    }


@with_sample
def test_sample_has_five_dated_snapshots_and_answers_with_the_newest() -> None:
    dates = [manifest.as_of.isoformat() for manifest in sample_store().list()]
    assert dates == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-01-20"]
    told = answer("contoh")
    assert (told["sumber"], told["per"]) == ("contoh", "2026-01-20")


@with_sample
@pytest.mark.parametrize(
    ("asked", "taken", "note"),
    [
        ("2025-03-31", "2025-03-31", False),
        ("2025-06-29", "2025-03-31", True),
        ("2025-09-15", "2025-06-30", True),
        ("2025-12-31", "2025-12-31", False),
        ("2027-01-01", "2026-01-20", True),
        ("2024-01-01", "2025-03-31", True),
    ],
)
def test_as_of_date_takes_the_newest_snapshot_that_is_not_later(
    asked: str, taken: str, note: bool
) -> None:
    run = ringkas("contoh", "--per", asked, "--json")
    told = json.loads(run.stdout)
    stored = sample_store().newest(date.fromisoformat(taken)).provenance
    assert (told["per"], told["digest"]) == (asked, stored.digest)
    assert ("Catatan: status data dukung menurut potret" in run.stderr) == note


@with_sample
def test_sample_says_so_above_its_figures() -> None:
    assert ringkas("contoh").stdout.splitlines()[0] == "DATA CONTOH"
    assert "DATA CONTOH" not in ringkas("situs").stdout


def test_snapshot_folder_answers_for_its_own_date(folder: Path) -> None:
    told = answer(folder)
    assert (told["sumber"], told["per"]) == ("uji", "2025-06-30")
    assert told["total"]["data_dukung"]["wajib"] == 2


def test_folder_of_snapshots_answers_with_the_newest(folder: Path) -> None:
    SnapshotStore(folder.parent).write(snapshot(as_of=date(2025, 9, 30)))
    assert answer(folder.parent)["per"] == "2025-09-30"
    assert answer(folder.parent, "--per", "2025-08-01")["per"] == "2025-08-01"


def test_what_does_not_count_goes_to_standard_error(folder: Path) -> None:
    faults = ringkas(folder, "--json").stderr.splitlines()
    assert [line.split(":")[0] for line in faults] == ["galat", "galat"]
    assert "Tabel Data Dukung, baris 3" in "".join(faults)


def test_damaged_manifest_is_refused_in_a_sentence(folder: Path) -> None:
    (folder / MANIFEST).write_text("{", encoding="utf-8")
    run = ringkas(folder)
    assert (run.exit_code, run.stdout) == (UNREADABLE, "")
    expected = f"Potret {folder.name}: Berkas “manifest.json” rusak, hilang, atau berubah"
    assert run.stderr.startswith(expected)


def test_damaged_snapshot_is_passed_over_for_the_one_before(folder: Path) -> None:
    newer = snapshot(as_of=date(2025, 9, 30))
    damaged = folder.parent / SnapshotStore(folder.parent).write(newer)
    next(damaged.glob("spip_reports-*.parquet")).unlink()
    run = ringkas(folder.parent, "--json")
    assert (run.exit_code, json.loads(run.stdout)["per"]) == (0, "2025-06-30")
    assert f"galat: Potret {damaged.name}" in run.stderr


def test_damaged_table_is_told_and_the_rest_still_shows(folder: Path) -> None:
    next(folder.glob("evidence-*.parquet")).write_bytes(b"PAR1")
    run = ringkas(folder, "--json")
    total = json.loads(run.stdout)["total"]
    assert (total["kelengkapan_berbobot"], total["data_dukung"]["wajib"]) == (None, 0)
    assert total["tindak_lanjut"]["wajib"] == 1
    assert "Data Dukung" in run.stderr
    assert "Pulihkan berkasnya dari cadangan" in run.stderr


@pytest.mark.parametrize("name", ["tidak-ada", "pyproject.toml", "~tanpa-akun", "a" * 300, "a\0b"])
def test_unknown_source_is_refused_in_a_sentence(name: str) -> None:
    run = ringkas(name)
    assert run.exit_code == UNREADABLE
    assert "tidak dikenal, dan bukan folder potret atau berkas .xlsx." in run.stderr
    assert "Pakai salah satu: contoh, situs, potret, sheet" in run.stderr


def test_empty_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    run = ringkas(tmp_path)
    assert run.exit_code == UNREADABLE
    assert "Belum ada potret" in run.stderr


def test_folder_whose_snapshots_are_all_gone_is_refused(folder: Path) -> None:
    shutil.rmtree(folder)
    assert ringkas(folder).exit_code == UNREADABLE


RATIO = re.compile(rf"(\d+) dari (\d+) · (<?\d+){NBSP}%")
HEADLINES = {
    "Indikator lengkap": "indikator_lengkap",
    "Kelengkapan data dukung": "kelengkapan",
    "Verifikasi": "verifikasi",
}


@pytest.mark.parametrize("source", ["situs", pytest.param("contoh", marks=with_sample)])
def test_figures_in_text_are_those_in_json(source: str) -> None:
    text, told = ringkas(source).stdout, answer(source)
    total = told["total"]
    lines = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    weighted = lines["Kelengkapan berbobot (poin LKE)"]
    assert weighted.endswith(f"· {percent(total['kelengkapan_berbobot'])}")
    for label, key in HEADLINES.items():
        assert lines[label].endswith(f"· {percent(total[key])}")
    documents = total["data_dukung"]
    assert lines["Kelengkapan data dukung"].startswith(
        f"{documents['lengkap']} dari {documents['wajib']} "
    )
    for area in told["area"]:
        line = lines[f"{area['no']}. {area['nama']}"]
        weighted, _, counts = line.partition("; ")
        assert weighted.endswith(f"· {percent(area['kelengkapan_berbobot'])}")
        shown = [ratio[:2] for ratio in RATIO.findall(counts)]
        assert shown == [(str(done), str(whole)) for done, whole in _counted(area) if whole]


def _counted(area: dict[str, Any]) -> list[tuple[int, int]]:
    states, follow_up, spip = area["indikator"], area["tindak_lanjut"], area["spip"]
    relevant = sum(states.values()) - states["tidak_relevan"]
    return [
        (states["lengkap"], relevant),
        (follow_up["selesai"], follow_up["wajib"]),
        (spip["masuk"], spip["jatuh_tempo"]),
    ]
