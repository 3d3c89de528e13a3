#!/usr/bin/env python3
"""Reads a report of Wijkwaarde, version 1, and prints what a municipality asks first, as JSON.

Written from Documentation/report-xml.md alone, with Python's standard library; it shares no code
with the program. Usage: read_report.py report.xml
"""

import json
import sys
import xml.etree.ElementTree as tree

NAMESPACE = "urn:wijkwaarde:report:1"
R = "{" + NAMESPACE + "}"


def number(figure):
    """The value of a figure, or None where it is absent; never zero for absent."""
    text = figure.findtext(R + "value") if figure is not None else None
    return float(text) if text is not None else None


def words(element, name, language):
    """A text in a language, else the one that stands first, else None."""
    versions = element.findall(R + name)
    for version in versions:
        if version.get("lang") == language:
            return version.text or ""
    return (versions[0].text or "") if versions else None


def interval(report):
    """The interval of the ratio, or None where the report stands by none."""
    doubt = report.find(R + "doubt")
    if doubt is None or doubt.get("interval") not in ("true", "1"):
        return None
    return [number(doubt.find(R + "ratioLow")), number(doubt.find(R + "ratioHigh"))]


def parts(measure):
    """The parts of a measure by their names: of a computed one those that it names itself."""
    found = {}
    for part in measure.iterfind(R + "parts/*"):
        if part.tag == R + "part":
            found[part.get("name")] = number(part)
        elif part.tag.startswith(R) and part.tag != R + "rule":
            found[part.tag[len(R):]] = float(part.text)
    return found


def read(file):
    report = tree.parse(file).getroot()
    if report.tag != R + "report":
        raise SystemExit(f"{file}: this is no report of version 1, but {report.tag}")
    language = report.get("lang")
    project = report.find(R + "project")
    value_map = report.find(R + "valueMap")
    in_map = (lambda name: number(value_map.find(R + name))) if value_map is not None else (
        lambda name: None)
    return {
        "project": project.get("id"),
        "revision": project.get("revision"),
        "name": project.findtext(R + "name"),
        "draft": report.get("draft") in ("true", "1"),
        "identifiers": [
            [identifier.get("scheme"), identifier.text]
            for identifier in project.iterfind(f"{R}organisation/{R}identifier")
        ],
        "period": [project.find(R + "period").get(end) for end in ("first", "last")],
        "currency": report.findtext(f"{R}conventions/{R}currency"),
        "ratio": in_map("ratio"),
        "present_value": in_map("presentValue"),
        "inputs_present_value": in_map("inputsPresentValue"),
        "interval": interval(report),
        "inputs": [
            {
                "id": row.get("id"),
                "kind": row.get("kind"),
                "grant": row.findtext(R + "grant"),
                "value": number(row.find(R + "inputValue")),
                "present_value": number(row.find(R + "presentValue")),
            }
            for row in report.iterfind(f"{R}inputs/{R}input")
        ],
        "measures": [
            {
                "id": measure.get("id"),
                "label": words(measure, "label", language),
                "unit": measure.get("unit"),
                "aggregation": measure.get("aggregation"),
                "value": number(measure),
                "absent": words(measure, "absent", language),
                "parts": parts(measure),
            }
            for measure in report.iterfind(f"{R}indicators/{R}indicator/{R}measure")
        ],
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    json.dump(read(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=1)
    print()
