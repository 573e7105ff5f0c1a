"""A viewer of a Streamlit server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.viewer import PATIENCE_SECONDS, Viewer
from zi_metrics.labels import screen


class StreamlitViewer(Viewer):
    """Speaks Streamlit's protocol, and chooses in the box a reader would choose in."""

    _socket: ClientConnection
    _box: str

    async def come(self) -> None:
        """Learn from the first run what the box is called."""
        host = urlsplit(self._server.address).netloc
        self._socket = await connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            open_timeout=PATIENCE_SECONDS,
            ping_interval=None,  # a server at its limit is slow, not gone
        )
        first = BackMsg()
        first.rerun_script.SetInParent()
        await self._socket.send(first.SerializeToString())
        boxes = {}
        async for message, _ in self._run():
            element = message.delta.new_element
            if element.WhichOneof("type") == "selectbox":
                boxes[element.selectbox.label] = element.selectbox.id
        self._box = boxes[screen.FILTER_DATE]

    async def ask(self, day: str) -> bytes:
        """One run of the page's script."""
        asked = BackMsg()
        asked.rerun_script.widget_states.widgets.add(id=self._box, string_value=day)
        await self._socket.send(asked.SerializeToString())
        return b"".join([raw async for _, raw in self._run()])

    async def leave(self) -> None:
        """Close the connection."""
        await self._socket.close()

    async def _run(self) -> AsyncIterator[tuple[ForwardMsg, bytes]]:
        """The messages of one run."""
        async for raw in self._socket:
            assert isinstance(raw, bytes)
            message = ForwardMsg.FromString(raw)
            yield message, raw
            if message.WhichOneof("type") == "script_finished":
                how = message.script_finished
                assert how == ForwardMsg.FINISHED_SUCCESSFULLY, how
                return
