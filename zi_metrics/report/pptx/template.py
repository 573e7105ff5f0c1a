"""The empty presentation every file starts from: python-pptx's own, made wide, clean and ours."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.parts.coreprops import CorePropertiesPart
from pptx.presentation import Presentation as Opened
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from zi_metrics.charts.palette import FILL, INK, Mode
from zi_metrics.labels import pptx as text
from zi_metrics.report.pptx.measure import Box
from zi_metrics.report.pptx.table_style import TABLE_STYLES
from zi_metrics.report.pptx.texts import LANGUAGE

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 36.0
"""The slide in points: 16:9."""
INNER = WIDTH - 2 * MARGIN
TITLE = Box(MARGIN, 16, INNER, 44)
FOOTER = Box(MARGIN, 513, 740, 18)
NUMBER = Box(WIDTH - MARGIN - 120, 513, 120, 18)
COVER_TITLE = Box(MARGIN + 24, 84, INNER - 48, 70)
COVER_UNIT = Box(MARGIN + 24, 158, INNER - 48, 48)
TITLE_SIZE, FOOTER_SIZE = 28, 11

_ENGLISH = "en-US"
_COVER, _TITLE_ONLY = 0, 5
"""Positions of the two layouts that are kept."""
_OF_PACKAGE = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
)
_OF_PRESENTATION = (RELATIONSHIP_TYPE.PRINTER_SETTINGS,)
"""Parts that only tell of the program and the person who once saved the original."""
_PROPERTIES = (
    b'<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def new_presentation() -> Opened:
    """A presentation without slides, with the layouts of a cover (0) and of a slide (1)."""
    return Presentation(BytesIO(_template()))


@cache
def _template() -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = presentation.slide_master
    kept = master.slide_layouts[_COVER], master.slide_layouts[_TITLE_ONLY]
    for layout in [each for each in master.slide_layouts if each not in kept]:
        master.slide_layouts.remove(layout)
    _arrange(master, *kept)
    for element in (presentation.element, master.element, *(each.element for each in kept)):
        _translate(element)
    _clean(presentation)
    _paint(presentation)
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def _arrange(master: SlideMaster, cover: SlideLayout, slide: SlideLayout) -> None:
    """Places of all placeholders; texts start at the left."""
    places = {
        PP_PLACEHOLDER.TITLE: TITLE,
        PP_PLACEHOLDER.BODY: Box(MARGIN, 110, INNER, 380),
        PP_PLACEHOLDER.FOOTER: FOOTER,
        PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER,
    }
    for shape in _placed(master):
        kind = shape.placeholder_format.type
        if kind in places:
            move(shape, places[kind])
        else:
            shape.element.getparent().remove(shape.element)
    for layout, name in ((cover, text.COVER_LAYOUT), (slide, text.SLIDE_LAYOUT)):
        layout.element.cSld.set("name", name)
        for shape in _placed(layout):
            if shape.placeholder_format.type == PP_PLACEHOLDER.DATE:
                shape.element.getparent().remove(shape.element)
    title, unit, *_ = _placed(cover)
    move(title, COVER_TITLE)
    move(unit, COVER_UNIT)
    _set_styles(master.element, cover.element)


def _set_styles(master: BaseOxmlElement, cover: BaseOxmlElement) -> None:
    for title in master.xpath(".//p:titleStyle/a:lvl1pPr"):
        title.set("algn", "l")
        title.find(".//{*}defRPr").set("sz", str(TITLE_SIZE * 100))
        title.find(".//{*}defRPr").set("b", "1")
    for aligned in cover.xpath(".//a:lstStyle/*[@algn='ctr']"):
        aligned.set("algn", "l")
    for footer in master.xpath(".//p:sp[.//p:ph[@type='ftr']]//a:lvl1pPr"):
        footer.set("algn", "l")
    for small in master.xpath(".//p:sp[.//p:ph[@type='ftr' or @type='sldNum']]//a:defRPr"):
        small.set("sz", str(FOOTER_SIZE * 100))
    for frame in master.xpath(".//p:sp//a:bodyPr"):
        frame.set("lIns", "0")
        frame.set("rIns", "0")


def _translate(element: BaseOxmlElement) -> None:
    """Indonesian as the language of all texts, and as that of the prompts."""
    for node in element.iter():
        if node.get("lang") == _ENGLISH:
            node.set("lang", LANGUAGE)
    for kind in ("title", "ctrTitle"):
        for prompt in element.xpath(f".//p:sp[.//p:ph[@type='{kind}']]//a:t"):
            prompt.text = text.TITLE_PROMPT
    for kind in ("body", "subTitle"):
        for prompt in element.xpath(f".//p:sp[.//p:ph[@type='{kind}']]//a:t"):
            prompt.text = text.TEXT_PROMPT


def _clean(presentation: Opened) -> None:
    package = presentation.part.package
    for relation in list(package.iter_rels()):
        if relation.reltype in _OF_PACKAGE:
            package.drop_rel(relation.rId)
        elif relation.reltype in _OF_PRESENTATION:
            presentation.part.drop_rel(relation.rId)
    properties = CorePropertiesPart.load(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, package, _PROPERTIES
    )
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _paint(presentation: Opened) -> None:
    """The palette as the colours of the theme, and the one style of tables."""
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _painted(theme)
    presentation.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES).blob = TABLE_STYLES.encode()


def _painted(theme: Part) -> bytes:
    written = theme.blob.decode()
    ink = INK[Mode.LIGHT]
    colors = [ink.text, ink.faint, *list(dict.fromkeys(FILL.values()))[:6]]
    names = ["dk2", "lt2", *(f"accent{number}" for number in range(1, 7))]
    for name, color in zip(names, colors, strict=True):
        fill = f'<a:{name}><a:srgbClr val="{color[1:]}"/></a:{name}>'
        written = re.sub(rf"<a:{name}>.*?</a:{name}>", fill, written)
    return written.replace('name="Office Theme"', f'name="{text.THEME}"').encode()


def _placed(on: SlideMaster | SlideLayout) -> list[BaseShape]:
    """All placeholders, so that some can be taken away meanwhile."""
    return list(on.placeholders)


def move(shape: BaseShape, place: Box) -> None:
    """Puts a shape in its place."""
    shape.left, shape.top = Pt(place.left), Pt(place.top)
    shape.width, shape.height = Pt(place.width), Pt(place.height)
