"""A viewer of a Dash server."""

from __future__ import annotations

import httpx

from bench.peers import content
from bench.viewer import PATIENCE_SECONDS, Viewer


class DashViewer(Viewer):
    """Sends what Dash's renderer sends when a date is chosen."""

    _http: httpx.AsyncClient
    _callback: str

    async def come(self) -> None:
        """Load what a browser loads for the page, and find the callback of the box."""
        self._http = httpx.AsyncClient(
            base_url=self._server.address,
            headers={"Accept-Encoding": "identity"},
            timeout=PATIENCE_SECONDS,
        )
        for path in ("/", "/_dash-layout"):
            (await self._http.get(path)).raise_for_status()
        callbacks = (await self._http.get("/_dash-dependencies")).json()
        of_box = [each for each in callbacks if [i["id"] for i in each["inputs"]] == ["per"]]
        (self._callback,) = (each["output"] for each in of_box)

    async def ask(self, day: str) -> bytes:
        """One callback."""
        asked = {
            "output": self._callback,
            "inputs": [{"id": "per", "property": "value", "value": day}],
            "changedPropIds": ["per.value"],
            "parsedChangedPropsIds": ["per.value"],
            "state": [
                {"id": "sumber", "property": "value", "value": content.DEFAULT_SOURCE},
                {"id": "halaman", "property": "data", "value": content.RINGKASAN},
            ],
        }
        answer = await self._http.post("/_dash-update-component", json=asked)
        answer.raise_for_status()
        return answer.content

    async def leave(self) -> None:
        """Close the connection."""
        await self._http.aclose()
