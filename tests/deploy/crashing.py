"""Streamlit's command with bugs built in: the default page fails, naming text of the sheet.

Whatever a library or Python itself might print of such a fault is tried too.
"""

from __future__ import annotations

import logging
import threading
import warnings

from streamlit.web.cli import main

import pages.ringkasan
from pages._frame import data


def fail(text: str) -> None:
    raise ValueError(text)


def render() -> None:
    """Fail as a page does that meets a row it was not made for."""
    text = str(data.current_view().snapshot.evidence["title"].iloc[0])
    warnings.warn(text, UserWarning, stacklevel=1)
    logging.getLogger("perpustakaan").error("row not understood: %s", text)
    logging.getLogger("perpustakaan").error("row not understood: " + text)
    logging.getLogger("perpustakaan").warning("%d rows of %d", 3, 12)
    thread = threading.Thread(target=fail, args=(text,))
    thread.start()
    thread.join()
    try:
        fail(text)
    except ValueError as cause:
        raise KeyError(text) from cause


if __name__ == "__main__":
    pages.ringkasan.render = render
    main(prog_name="streamlit")
