"""The look of tables as a style of the presentation: a row added in PowerPoint looks like the rest.

Quiet lines between rows, a bold header on a light ground; nothing that needs colour.
"""

from __future__ import annotations

from zi_metrics.charts.palette import INK, Mode

STYLE_ID = "{7D1B6A4E-3C52-4F0B-9E57-2A6C5B8F1D30}"
_TEXT, _LINE, _GROUND = INK[Mode.LIGHT].text[1:], INK[Mode.LIGHT].faint[1:], "EEF1F4"


def _border(side: str, width: int) -> str:
    if not width:
        return f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>"
    return (
        f'<a:{side}><a:ln w="{width}" cmpd="sng"><a:solidFill><a:srgbClr val="{_LINE}"/>'
        f"</a:solidFill></a:ln></a:{side}>"
    )


def _text(attributes: str = "") -> str:
    return (
        f'<a:tcTxStyle{attributes}><a:fontRef idx="minor"/><a:srgbClr val="{_TEXT}"/></a:tcTxStyle>'
    )


_BORDERS = "".join(
    _border(side, width)
    for side, width in {
        "left": 0, "right": 0, "top": 0, "bottom": 9525, "insideH": 9525, "insideV": 0,
    }.items()
)  # fmt: skip

_BOLD = _text(' b="on"')

TABLE_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'def="{STYLE_ID}"><a:tblStyle styleId="{STYLE_ID}" styleName="Zona Integritas">'
    f"<a:wholeTbl>{_text()}<a:tcStyle><a:tcBdr>{_BORDERS}</a:tcBdr>"
    "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    f"<a:firstCol>{_BOLD}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
    f"<a:firstRow>{_BOLD}<a:tcStyle><a:tcBdr>{_border('bottom', 19050)}</a:tcBdr>"
    f'<a:fill><a:solidFill><a:srgbClr val="{_GROUND}"/></a:solidFill></a:fill></a:tcStyle>'
    "</a:firstRow></a:tblStyle></a:tblStyleLst>"
)
