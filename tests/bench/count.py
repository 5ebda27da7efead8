#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/count.py BENCH-FACTS REGISTRY GAZETTEER PATH...: the work that
extraction of facts is, counted by callgrind, and so the same however busy the
machine is.

For each PATH the instructions and the branches that a simple predictor misses,
for each kilobyte of text: of normalising what the import normalised, of
tokenising, and of extraction besides.  Most of the time of extraction are
missed branches, of the others instructions, so that a ratio of instructions is
lower than one of times; what a change costs shows in both columns."""
import os
import re
import subprocess
import sys
import tempfile

# functions of bench-facts.c, each of which counts alone
STAGES = {"normalize": "timed_given", "tokenize": "tokenize",
          "extract": "extract"}
VALGRIND = ["valgrind", "--tool=callgrind", "--branch-sim=yes"]


def count(command, function, scratch):
    """Instructions and missed branches; what the program printed."""
    out = os.path.join(scratch, function)
    told = subprocess.run([*VALGRIND, f"--toggle-collect={function}",
                           f"--callgrind-out-file={out}", *command],
                          check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    with open(out, encoding="utf-8") as lines:
        text = lines.read()
    events = re.search(r"^events: (.*)", text, re.M)[1].split()
    sums = map(int, re.search(r"^(?:totals|summary): (.*)", text,
                              re.M)[1].split())
    # zeros at the end are not written
    cost = {**dict.fromkeys(events, 0), **dict(zip(events, sums))}
    return cost["Ir"], cost["Bcm"] + cost["Bim"], told


def main(bench, registry, gazetteer, *paths):
    for path in paths:
        command = [bench, "--once", registry, gazetteer, path]
        with tempfile.TemporaryDirectory() as scratch:
            costs = {stage: count(command, function, scratch)
                     for stage, function in STAGES.items()}
        told = costs["extract"][2]
        size = int(re.search(r"articles, (\d+) bytes", told)[1])
        # the tokens are made within
        facts = [a - b for a, b in zip(costs["extract"][:2],
                                       costs["tokenize"][:2])]
        rows = {**costs, "extract": facts}
        print(f"\n{path}: {told}{'a kilobyte':9} instructions    missed")
        for stage, (instructions, missed, *_) in rows.items():
            print(f"{stage:10} {1000 * instructions / size:12.0f}"
                  f" {1000 * missed / size:9.1f}")


main(*sys.argv[1:])
