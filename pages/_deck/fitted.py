"""Content that becomes smaller rather than be cut off, where there is more of it than planned."""

from __future__ import annotations

from pages._frame.markup import Markup, tag

MORE_HIGH = 1.8


def fitted(height: float, content: Markup, more: str = "") -> Markup:
    """Content, and below it how much more there is.

    height: how many letters high the content is at most. The style sheet divides the room there
    is by it, and makes the letters smaller when they would not fit.
    """
    below = [tag("p", more, class_="zi-deck-more")] if more else []
    style = f"--high:{height + (MORE_HIGH if more else 0):.2f}"
    return tag("div", tag("div", content, *below, style=style), class_="zi-deck-fit")
