"""What is told of a view is made once: texts, tables and pictures, kept with the view itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from pages._frame import filters
from pages._frame.view import View

MOST_KEPT = 512
"""Of one view: a limit against addresses that are made up, far above what its pages tell."""

_MISSING = object()
P = ParamSpec("P")
R = TypeVar("R")


def kept(make: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[View, P], R]:
    """`make`, whose answer is kept for its view, its other arguments, and what its links lead to.

    A view is of one source, version, day and role. `make` draws nothing on screen, and reads
    nothing else that changes; whoever gets its answer never changes it.
    """

    @wraps(make)
    def once(view: View, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key: Hashable = (make, args, tuple(kwargs.items()), tuple(filters.page_query()))
        found = view.kept.get(key, _MISSING)
        if found is _MISSING:
            made = make(view, *args, **kwargs)
            if len(view.kept) >= MOST_KEPT:
                view.kept.clear()  # another viewer may be between any two lines here
            view.kept[key] = made
            return made
        told: R = found
        return told

    return once
