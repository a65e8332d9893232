"""Prints every cell of a workbook as openpyxl reads it: sheet, coordinate, type, value."""

import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])
cells = [
    [sheet.title, cell.coordinate, cell.data_type, cell.value]
    for sheet in book
    for row in sheet.iter_rows()
    for cell in row
    if cell.value is not None
]
frozen = [[sheet.title, sheet.freeze_panes, sheet.auto_filter.ref] for sheet in book]
json.dump({"cells": cells, "frozen": frozen}, sys.stdout)
