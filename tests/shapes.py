#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/shapes.py FORMAT FILE: exits 0 where the file is what the format's
own definition says, with something in it; else says what is not."""
import csv
import io
import re
import sys
import xml.etree.ElementTree as tree

CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e"
                     "\u2066-\u2069]")


def rows(table):
    """A head and rows as wide; no cell that a spreadsheet would compute."""
    head = table[0]
    assert len(table) > 1, "no row"
    assert len(head) > 1 and all(head), f"head {head}"
    for row in table[1:]:
        assert len(row) == len(head), f"{len(row)} cells: {row}"
        for cell in row:
            assert not re.match(r"[=@+\t\r]|-(?![0-9.]+$|$)", cell), cell


def read_csv(text):
    rows(list(csv.reader(io.StringIO(text), strict=True)))


def read_tsv(text):
    assert text.endswith("\n"), "the last line has no end"
    rows([line.split("\t") for line in text[:-1].split("\n")])


def read_ids(text):
    assert re.fullmatch(r"([0-9a-f]{16}\n)+", text), "no list of ids"


def read_bibtex(text):
    atom = r"(?:[^{}\\]|\\[&%$#_]|\\[a-z]+\{\})*"
    field = rf"  [a-z]+ = (?:\{{{atom}\}}|\{{\{{{atom}\}}\}})"
    entry = (r"@misc\{tracuu-[0-9a-f]{16},\n" + field +
             r"(?:,\n" + field + r")*,?\n\}\n\n?")
    text = re.sub(r"\A(%.*\n)*\n?", "", text)
    assert re.fullmatch(f"(?:{entry})+", text), "no entries"


def read_ris(text):
    records = [r for r in re.split(r"ER  - ?\r?\n+", text) if r]
    assert records, "no record"
    for record in records:
        lines = record.splitlines()
        assert lines[0].startswith("TY  - "), lines[0]
        for line in lines:
            assert re.match(r"[A-Z][A-Z0-9]  - \S", line), line


def read_xml(text, name):
    root = tree.fromstring(text)
    assert root.tag.split("}")[-1] == name, root.tag
    for element in root.iter():
        assert element.tag.split("}")[-1] != "script", "a script"
        for key in element.attrib:
            assert not key.startswith("on"), key
    return root


def read_svg(text):
    root = read_xml(text, "svg")
    assert len(list(root.iter())) > 3, "an empty picture"


def read_graphml(text):
    root = read_xml(text, "graphml")
    nodes = {e.get("id") for e in root.iter() if e.tag.endswith("}node")}
    edges = [e for e in root.iter() if e.tag.endswith("}edge")]
    assert nodes and edges, "no graph"
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= nodes, "an edge"


def read_html(text):
    assert text.startswith("<!DOCTYPE html>"), text[:20]
    assert not re.search(r"<script|\son[a-z]+=|javascript:", text, re.I)
    for name in ("html", "head", "body", "title"):
        assert text.count(f"</{name}>") == 1, name


def read_dot(text):
    name = r'"(?:[^"\\\n]|\\.)*"'
    attributes = rf"(?: \[[a-z]+=(?:{name}|[a-z]+)(?:,? ?[a-z]+=(?:{name}|[a-z]+))*\])?"
    lines = text.splitlines()
    assert re.fullmatch(r"digraph [a-z]+ \{", lines[0]), lines[0]
    assert lines[-1] == "}" and len(lines) > 3, "no graph"
    for line in lines[1:-1]:
        assert re.fullmatch(rf"\s+(?:(?:{name}(?: -> {name})?|graph|node){attributes}|[a-z]+=[A-Za-z]+);",
                            line), line


def read_text(text):
    assert text.strip(), "nothing"


def main(form, path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    assert not CONTROL.search(text), CONTROL.search(text)
    globals()["read_" + form](text)


try:
    main(*sys.argv[1:])
except (AssertionError, UnicodeDecodeError, tree.ParseError,
        csv.Error) as error:
    sys.exit(f"{sys.argv[1]}: {error}")
