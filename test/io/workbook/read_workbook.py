"""Reads a workbook with nothing but the standard library and prints what it holds as JSON.

ECMA-376: shared strings, inline nothing, `_xHHHH_` in texts; a formula, macro, link, author or date is an error.
"""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def decoded(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def read(path):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            raise SystemExit("a checksum is wrong")
        names = archive.namelist()
        allowed = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(_rels/workbook\.xml\.rels|workbook\.xml|styles\.xml"
                             r"|sharedStrings\.xml|worksheets/(_rels/)?sheet\d+\.xml(\.rels)?)")
        strange = [name for name in names if not allowed.fullmatch(name)]
        tree = {name: ElementTree.fromstring(archive.read(name)) for name in names}
        times = sorted({entry.date_time for entry in archive.infolist()})
    for name, root in tree.items():
        if any(node.tag == MAIN + "f" for node in root.iter()) or any(
            node.get("TargetMode") == "External" for node in root.iter()
        ):
            raise SystemExit("a formula or a link stands in " + name)
    shared = [decoded("".join(t.text or "" for t in item.iter(MAIN + "t"))) for item in tree["xl/sharedStrings.xml"]]
    formats = [style.get("numFmtId") for style in tree["xl/styles.xml"].find(MAIN + "cellXfs")]
    codes = {one.get("numFmtId"): one.get("formatCode") for one in tree["xl/styles.xml"].iter(MAIN + "numFmt")}
    wraps = [
        alignment is not None and alignment.get("wrapText") == "1"
        for alignment in (style.find(MAIN + "alignment") for style in tree["xl/styles.xml"].find(MAIN + "cellXfs"))
    ]
    targets = {rel.get("Id"): rel.get("Target") for rel in tree["xl/_rels/workbook.xml.rels"]}

    def value(cell):
        number = cell.find(MAIN + "v")
        if number is None:
            return None
        if cell.get("t") != "s":
            return float(number.text)
        return shared[int(number.text)]

    def sheet(node):
        root = tree["xl/" + targets[node.get(REL + "id")]]
        pane = root.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
        rows = root.findall(f"{MAIN}sheetData/{MAIN}row")
        return {
            "name": node.get("name"),
            "frozen": [pane.get("state"), pane.get("ySplit"), pane.get("xSplit"), pane.get("topLeftCell")],
            "filter": root.find(MAIN + "autoFilter").get("ref"),
            "widths": [float(col.get("width")) for col in root.iter(MAIN + "col")],
            "rows": [{cell.get("r"): value(cell) for cell in row} for row in rows],
            "texts": [cell.get("r") for row in rows for cell in row if codes.get(formats[int(cell.get("s"))]) == "@"],
            "unwrapped": [
                cell.get("r") for row in rows for cell in row if cell.get("t") == "s" and not wraps[int(cell.get("s"))]
            ],
        }

    book = tree["xl/workbook.xml"]
    return {
        "strange": strange,
        "times": times,
        "titles": [name.text for name in book.iter(MAIN + "definedName")],
        "sheets": [sheet(node) for node in book.iter(MAIN + "sheet")],
    }


json.dump(read(sys.argv[1]), sys.stdout)
