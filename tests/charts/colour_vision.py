"""Colours as people see them who see fewer: Machado, Oliveira and Fernandes (2009), severity 1.0.

The matrices are the published ones, for linear light. Distances are those of OKLab (CSS Color 4,
"deltaE OK") times 100: at 2 two large fields side by side are just told apart.
"""

from __future__ import annotations

Colour = tuple[float, float, float]

DEFICIENCIES: dict[str, tuple[Colour, Colour, Colour]] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "achromatopsia": ((0.2126, 0.7152, 0.0722),) * 3,
}
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(written: str) -> Colour:
    """A colour written #RRGGBB as linear light, each part 0..1."""
    red, green, blue = (int(written[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def of_pixel(pixel: tuple[int, ...]) -> Colour:
    """A pixel of 0..255 as linear light."""
    red, green, blue = (part / 255 for part in pixel[:3])
    return _light(red), _light(green), _light(blue)


def seen(colour: Colour, deficiency: str) -> Colour:
    """What is left of a colour, within what a screen can show."""
    red, green, blue = (
        min(max(part, 0.0), 1.0) for part in _times(DEFICIENCIES[deficiency], colour)
    )
    return red, green, blue


def distance(one: Colour, other: Colour) -> float:
    """How far apart two colours look."""
    pairs = zip(_oklab(one), _oklab(other), strict=True)
    return 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _luminance(colour: Colour) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def _oklab(colour: Colour) -> tuple[float, ...]:
    return _times(_TO_LAB, tuple(part ** (1 / 3) for part in _times(_TO_CONES, colour)))


def _times(matrix: tuple[Colour, ...], colour: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
