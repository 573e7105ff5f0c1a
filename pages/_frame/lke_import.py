"""An LKE workbook brought over on the page: uploaded, compared, and handed back in the template.

It holds names, so nothing of it outlives the viewer's session or reaches another viewer.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from pages._frame import access, data, lke_report, markup, notices
from zi_metrics.errors import ReaderError
from zi_metrics.labels import lke_upload as text

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from zi_metrics.template.imported import Imported

KEY = "unggah-lke"
MOST_MEGABYTES = 25
"""More than is read, so that a file that is a little too large is refused in our own words."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STYLE = Path(__file__).with_name("lke_import.css")
_LONGEST_NAME = 80
_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]')


def section() -> None:
    """What the import is for, the upload, and what became of the file that was chosen."""
    st.header(text.TITLE, anchor=False)
    about = (markup.tag("p", line) for line in (text.WHAT_IT_DOES, text.PRIVACY))
    st.html(markup.tag("div", *about, class_="zi-prose"))
    chosen = _upload()
    if chosen is None:
        _imported.clear()
        return
    year = assessed_year()
    told = _imported(chosen.file_id, year, chosen)
    if isinstance(told, ReaderError):
        notices.fault(told)
        return
    lke_report.opening(told)
    _download(told)
    lke_report.details(told)


def assessed_year() -> int:
    """The year the view is about, which the new workbook is for too."""
    return data.current_view().snapshot.year


def _upload() -> UploadedFile | None:
    """Any file is taken: what is no .xlsx is refused by its content, in a sentence."""
    st.html(STYLE)
    st.html(markup.css_words("zi-choose", text.CHOOSE_BUTTON))
    with st.container(key="impor-lke"):
        chosen = st.file_uploader(text.CHOOSE, key=KEY, max_upload_size=MOST_MEGABYTES)
        st.html(markup.tag("div", text.REFUSED, class_="zi-alert zi-refused-upload"))
    return chosen


@st.cache_resource(scope="session", max_entries=1, show_spinner=text.READING)
def _imported(file_id: str, year: int, _chosen: UploadedFile) -> Imported | ReaderError:
    """Of this session only. file_id: of the uploaded file, which is new for every upload."""
    del file_id  # only part of the key
    return read_upload(_chosen.name, _chosen.getvalue(), year)


def read_upload(name: str, content: bytes, year: int) -> Imported | ReaderError:
    """An uploaded workbook, or why it cannot be read; its file is gone again at once."""
    # imported here: openpyxl is slow to import, and no other part of a page needs it
    from zi_metrics.template.imported import import_lke

    with TemporaryDirectory(prefix="zi-") as folder:
        path = Path(folder) / file_name(name)
        path.write_bytes(content)
        try:
            return import_lke(path, year)
        except ReaderError as fault:
            return fault


def file_name(uploaded: str) -> str:
    """The name of an uploaded file, as any disk takes it."""
    last = PurePosixPath(uploaded.replace("\\", "/")).name
    bare = _NO_NAME.sub("", last).strip(" .")
    return bare[-_LONGEST_NAME:] or text.UNNAMED


def _download(told: Imported) -> None:
    from zi_metrics.template.workbook import xlsx

    st.download_button(
        text.DOWNLOAD,
        data=access.download(lambda: xlsx(told.tabs)),
        file_name=text.file_name(told.year),
        mime=XLSX,
        key="unduh-hasil-impor",
        help=text.download_help(told.year),
        type="primary",
        icon=":material/download:",
        on_click="ignore",
    )
