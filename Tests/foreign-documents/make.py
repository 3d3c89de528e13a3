#!/usr/bin/env python3
"""Makes documents with the OpenDocument writers of others, each with what it was told to write.

    python3 -m venv venv && venv/bin/pip install odfpy ezodf lxml pyexcel-ods3 odswriter pandas polars xlsxwriter odsgenerator
    venv/bin/python Tests/foreign-documents/make.py FOLDER
    WIJKWAARDE_FOREIGN=FOLDER swift test --filter ForeignDocumentTests

Each document NAME.ods or NAME.fods has its expectation beside it in NAME.json: sheets in order with
their cells by address, each as [kind, value]. A writer that is not installed is left out and said.
LibreOffice and Gnumeric make further documents from these, which expect the same cells.
"""
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

TEXTS = ["", "Straße & <b>", "  two  spaces ", "tab\tinside", "line\nbreak", "007", "=1+1", "'quoted",
         "é\u0301", "😀 emoji", "a" * 3000, "1.234,56", "TRUE", "2025-01-01"]


def address(column, row):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def table(seed, kinds, rows=25, columns=8):
    """Random cells: a list of rows of (kind, value), None where a cell is empty."""
    rng = random.Random(seed)
    made = []
    for _ in range(rows):
        row = []
        for _ in range(columns):
            kind = rng.choice(kinds + [None])
            if kind == "number":
                value = rng.choice([0, -1.5, 1e300, 1e-300, 0.1, rng.randint(-10**9, 10**9),
                                    rng.uniform(-1e6, 1e6)])
            elif kind in ("percentage", "currency"):
                value = round(rng.uniform(-5000, 5000), 2)
            elif kind == "text":
                value = rng.choice(TEXTS[1:])
            elif kind == "plain":
                kind, value = "text", rng.choice(["Groen", "007", "=1+1", "1.234,56", "😀", "a b"])
            elif kind == "boolean":
                value = rng.choice([True, False])
            elif kind == "date":
                value = (datetime.date(1901, 1, 1)
                         + datetime.timedelta(days=rng.randint(0, 60000))).isoformat()
            elif kind == "moment":
                value = (datetime.datetime(1901, 1, 1) + datetime.timedelta(
                    seconds=rng.randint(0, 4 * 10**9))).isoformat()
            elif kind == "time":
                value = rng.randint(0, 86399)
            else:
                value = None
            row.append(None if kind is None else (kind, value))
        made.append(row)
    return made


def expected(tables):
    sheets = []
    for name, rows in tables:
        cells = {}
        for r, row in enumerate(rows, 1):
            for c, cell in enumerate(row, 1):
                if cell is not None and cell[1] not in ("", None):
                    cells[address(c, r)] = list(cell)
        sheets.append({"name": name, "cells": cells})
    return sheets


class Folder:
    def __init__(self, path):
        self.path = path
        os.makedirs(path, exist_ok=True)

    def file(self, name):
        return os.path.join(self.path, name)

    def expect(self, name, sheets, **more):
        with open(self.file(os.path.splitext(name)[0] + ".json"), "w", encoding="utf-8") as file:
            json.dump({"file": name, "sheets": sheets, **more}, file, ensure_ascii=False)


def clock(seconds):
    return f"PT{seconds // 3600:02d}H{seconds // 60 % 60:02d}M{seconds % 60:02d}S"


def by_odfpy(folder):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableRow, TableCell, CoveredTableCell
    from odf.text import P, Span, S, Tab, LineBreak
    from odf.office import Annotation

    def paragraph(text):
        p = P()
        spaces = 0
        word = ""

        def flush():
            nonlocal word
            if word:
                p.addText(word)
            word = ""
        for character in text:
            if character == " " and (not word and not spaces or word.endswith(" ")):
                flush()
                p.addElement(S(c=1))
            elif character == "\t":
                flush()
                p.addElement(Tab())
            elif character == "\n":
                flush()
                p.addElement(LineBreak())
            else:
                word += character
        flush()
        return p

    for seed in range(12):
        document = OpenDocumentSpreadsheet()
        tables, comments = [], {}
        for number in range(1 + seed % 3):
            rows = table(seed * 10 + number, ["number", "percentage", "currency", "text", "boolean",
                                              "date", "moment", "time"])
            name = ["Blad één", "It's & co", "Third"][number]
            tables.append((name, rows))
            sheet = Table(name=name)
            for r, row in enumerate(rows, 1):
                line = TableRow(visibility="collapse" if r % 7 == 0 else "visible")
                for c, cell in enumerate(row, 1):
                    if cell is None:
                        line.addElement(TableCell())
                        continue
                    kind, value = cell
                    if kind in ("number", "percentage"):
                        one = TableCell(valuetype="float" if kind == "number" else kind,
                                        value=repr(value))
                        one.addElement(P(text=str(value).replace(".", ",")))
                    elif kind == "currency":
                        one = TableCell(valuetype="currency", currency="EUR", value=repr(value))
                        one.addElement(P(text=f"€ {value}"))
                    elif kind == "boolean":
                        one = TableCell(valuetype="boolean", booleanvalue=str(value).lower())
                        one.addElement(P(text=str(value).upper()))
                    elif kind in ("date", "moment"):
                        one = TableCell(valuetype="date", datevalue=value)
                        one.addElement(P(text="12-3-25"))
                    elif kind == "time":
                        one = TableCell(valuetype="time", timevalue=clock(value))
                        one.addElement(P(text="x"))
                    else:
                        one = TableCell(valuetype="string")
                        one.addElement(paragraph(value))
                    if (r + c + seed) % 11 == 0:
                        note = Annotation()
                        note.addElement(P(text=f"note {r}"))
                        one.addElement(note)
                        comments[f"{name}!{address(c, r)}"] = f"note {r}"
                    line.addElement(one)
                sheet.addElement(line)
            document.spreadsheet.addElement(sheet)
        name = f"odfpy-{seed}.ods"
        document.save(folder.file(name))
        folder.expect(name, expected(tables), comments=comments,
                      hidden=[{"sheet": n, "rows": [r for r in range(7, 26, 7)
                                                    if any(rows[r - 1])]} for n, rows in tables])
    # Rich text, repeats, covered cells.
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Rich")
    line = TableRow()
    one = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1)
    p = P()
    p.addElement(Span(text="bold"))
    p.addText(" and ")
    p.addElement(Span(text="not"))
    one.addElement(p)
    one.addElement(P(text="second"))
    line.addElement(one)
    line.addElement(CoveredTableCell())
    same = TableCell(valuetype="float", value="7", numbercolumnsrepeated=3)
    same.addElement(P(text="7"))
    line.addElement(same)
    sheet.addElement(line)
    many = TableRow(numberrowsrepeated=4)
    filled = TableCell(valuetype="string")
    filled.addElement(P(text="again"))
    many.addElement(filled)
    sheet.addElement(many)
    sheet.addElement(TableRow(numberrowsrepeated=1048571))
    document.spreadsheet.addElement(sheet)
    document.spreadsheet.addElement(Table(name="Empty"))
    document.save(folder.file("odfpy-rich.ods"))
    cells = {"A1": ["text", "bold and not\nsecond"]}
    cells.update({a: ["number", 7] for a in ("C1", "D1", "E1")})
    cells.update({f"A{r}": ["text", "again"] for r in range(2, 6)})
    folder.expect("odfpy-rich.ods", [{"name": "Rich", "cells": cells},
                                     {"name": "Empty", "cells": {}}])


def by_ezodf(folder):
    import ezodf
    for seed in range(8):
        kinds = ["number", "percentage", "currency", "plain", "boolean", "date", "time"]
        rows = table(100 + seed, kinds)
        document = ezodf.newdoc(doctype="ods", filename=folder.file(f"ezodf-{seed}.ods"))
        sheet = ezodf.Sheet("Sheet", size=(len(rows), len(rows[0])))
        document.sheets += sheet
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell is None:
                    continue
                kind, value = cell
                if kind == "currency":
                    sheet[r, c].set_value(value, currency="EUR")
                elif kind == "time":
                    sheet[r, c].set_value(clock(value), "time")
                elif kind == "text":
                    sheet[r, c].set_value(value)
                else:
                    sheet[r, c].set_value(value, {"number": "float"}.get(kind, kind))
        document.save()
        folder.expect(f"ezodf-{seed}.ods", expected([("Sheet", rows)]))


def natural(cell):
    """The Python value that a writer takes for a cell."""
    if cell is None:
        return None
    kind, value = cell
    if kind == "date":
        return datetime.date.fromisoformat(value)
    if kind == "moment":
        return datetime.datetime.fromisoformat(value)
    return value


def by_pyexcel(folder):
    import pyexcel_ods3
    for seed in range(6):
        rows = table(200 + seed, ["number", "plain", "boolean", "date"])
        tables = [("One", rows), ("Two", table(250 + seed, ["number", "text"]))]
        # It refuses integers and numbers beyond 15 digits.
        rows[:] = [[None if c and c[0] == "number" and abs(c[1]) > 1e14 else c for c in row]
                   for row in rows]
        tables[1] = ("Two", [[c if c is None or c[0] != "text" or c[1].isprintable()
                              and c[1] == c[1].strip() and "  " not in c[1] else None for c in row]
                             for row in tables[1][1]])
        tables[1] = ("Two", [[None if c and c[0] == "number" and abs(c[1]) > 1e14 else c
                              for c in row] for row in tables[1][1]])
        pyexcel_ods3.save_data(
            folder.file(f"pyexcel-{seed}.ods"),
            {name: [["" if c is None else natural(c) for c in row] for row in rows]
             for name, rows in tables})
        folder.expect(f"pyexcel-{seed}.ods", expected(tables))


def by_odswriter(folder):
    import odswriter
    for seed in range(6):
        rows = table(300 + seed, ["number", "plain", "boolean", "date", "moment"])
        with open(folder.file(f"odswriter-{seed}.ods"), "wb") as file, odswriter.writer(file) as out:
            sheet = out.new_sheet("Data")
            for row in rows:
                sheet.writerow([natural(c) for c in row])
        folder.expect(f"odswriter-{seed}.ods", expected([("Data", rows)]))


def by_pandas(folder):
    import pandas
    for seed in range(6):
        rng = random.Random(seed)
        count = 40
        frame = pandas.DataFrame({
            "Naam": [rng.choice(["Ada", "Bo", "Cé"]) for _ in range(count)],
            "Getal": [rng.uniform(-1e6, 1e6) for _ in range(count)],
            "Heel": [rng.randint(-10**6, 10**6) for _ in range(count)],
            "Ja": [rng.random() < 0.5 for _ in range(count)],
            "Dag": [datetime.datetime(2024, 1, 1) + datetime.timedelta(days=i)
                    for i in range(count)]})
        frame.to_excel(folder.file(f"pandas-{seed}.ods"), engine="odf", sheet_name="Frame",
                       index=False)
        rows = [[("text", n) for n in frame.columns]]
        for row in frame.itertuples(index=False):
            rows.append([("text", row.Naam), ("number", float(row.Getal)),
                         ("number", int(row.Heel)), ("boolean", bool(row.Ja)),
                         ("moment", row.Dag.to_pydatetime().isoformat())])
        folder.expect(f"pandas-{seed}.ods", expected([("Frame", rows)]))


def by_odsgenerator(folder):
    import odsgenerator.odsgenerator
    for seed in range(4):
        rows = table(400 + seed, ["number", "plain"])
        rows = [[c or ("number", 3) for c in row] for row in rows]
        content = [{"name": "Tab", "table": [[c[1] for c in row] for row in rows]}]
        with open(folder.file(f"odsgenerator-{seed}.ods"), "wb") as file:
            file.write(odsgenerator.odsgenerator.ods_bytes(content))
        folder.expect(f"odsgenerator-{seed}.ods", expected([("Tab", rows)]))


def by_polars(folder):
    """Polars writes no ODS: its Excel file becomes one through LibreOffice."""
    import polars
    for seed in range(3):
        rng = random.Random(500 + seed)
        frame = polars.DataFrame({
            "Naam": [rng.choice(["Ada", "Bo", "Cé"]) for _ in range(50)],
            "Getal": [round(rng.uniform(-1e6, 1e6), 3) for _ in range(50)],
            "Dag": [datetime.date(2024, 1, 1) + datetime.timedelta(days=i) for i in range(50)]})
        frame.write_excel(folder.file(f"polars-{seed}.xlsx"), worksheet="Polars", autofilter=False)
        rows = [[("text", n) for n in frame.columns]] + [
            [("text", a), ("number", b), ("date", c.isoformat())] for a, b, c in frame.iter_rows()]
        folder.expect(f"polars-{seed}.ods", expected([("Polars", rows)]), rounded=True)
    convert(folder, [folder.file(f"polars-{seed}.xlsx") for seed in range(3)], "ods", folder.path)


FORMULAS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="F"><table:table-row>
<table:table-cell table:formula="of:=1/4"/><table:table-cell table:formula="of:=1/0"/>
<table:table-cell table:formula="of:=NA()"/><table:table-cell table:formula="of:=&quot;a&quot;&amp;1"/>
<table:table-cell table:formula="of:=1=1"/><table:table-cell table:formula="of:=DATE(2025;2;3)"/>
<table:table-cell table:formula="of:=SQRT(-1)"/><table:table-cell table:formula="of:=SUM([.A1];1)"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document>"""


def by_libreoffice(folder):
    """Formulas with results and errors as LibreOffice calculates and saves them."""
    with tempfile.TemporaryDirectory() as place:
        source = os.path.join(place, "formulas.fods")
        with open(source, "w", encoding="utf-8") as file:
            file.write(FORMULAS)
        for form in ("ods", "fods"):
            into = os.path.join(place, form)
            convert(folder, [source], form, into)
            name = f"libreoffice-formulas-{form}.{form}"
            shutil.move(os.path.join(into, f"formulas.{form}"), folder.file(name))
            folder.expect(name, [{"name": "F", "cells": {
                "A1": ["number", 0.25], "B1": ["error", "#DIV/0!"], "C1": ["error", "#N/A"],
                "D1": ["text", "a1"], "E1": ["boolean", True], "F1": ["date", "2025-02-03"],
                "G1": ["error", "Err:502"], "H1": ["number", 1.25]}}])


def convert(folder, files, form, into):
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(files), 40):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                 form, "--outdir", into] + files[start:start + 40],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def without_breaks(sheets):
    """LibreOffice 7.4 leaves tabs and line breaks inside a paragraph of a cell out on opening."""
    def bare(cell):
        kind, value = cell
        return [kind, value.replace("\t", "").replace("\n", "") if kind == "text"
                and value in ("tab\tinside", "line\nbreak") else value]
    return [{"name": s["name"], "cells": {a: bare(c) for a, c in s["cells"].items()}}
            for s in sheets]


def saved_again(folder):
    """Every document saved by LibreOffice (both forms) and by Gnumeric: the same cells."""
    made = sorted(f for f in os.listdir(folder.path) if f.endswith(".json")
                  and not f.startswith(("libreoffice", "polars")))
    expectations = {}
    for name in made:
        with open(folder.file(name), encoding="utf-8") as file:
            expectations[name] = json.load(file)
    documents = [folder.file(e["file"]) for e in expectations.values()]
    for form in ("ods", "fods"):
        with tempfile.TemporaryDirectory() as place:
            convert(folder, documents, form, place)
            for old in expectations.values():
                stem = os.path.splitext(old["file"])[0]
                name = f"libreoffice-{form}-{stem}.{form}"
                shutil.move(os.path.join(place, f"{stem}.{form}"), folder.file(name))
                folder.expect(name, without_breaks(old["sheets"]), rounded=True)
    if not shutil.which("ssconvert"):
        print("not installed: ssconvert")
        return
    for old in expectations.values():
        stem = os.path.splitext(old["file"])[0]
        name = f"gnumeric-{stem}.ods"
        subprocess.run(["ssconvert", "-T", "Gnumeric_OpenCalc:odf", folder.file(old["file"]),
                        folder.file(name)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        folder.expect(name, old["sheets"], rounded=True)


def main():
    folder = Folder(sys.argv[1])
    for make in (by_odfpy, by_ezodf, by_pyexcel, by_odswriter, by_pandas, by_odsgenerator, by_polars,
                 by_libreoffice, saved_again):
        try:
            make(folder)
        except ImportError as error:
            print(f"not installed: {error.name}")
    print(len([f for f in os.listdir(folder.path) if f.endswith(".json")]), "documents")


main()
