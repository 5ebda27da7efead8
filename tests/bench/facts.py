#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/facts.py BENCH-FACTS IMPORT REGISTRY GAZETTEER PATH: what the
extraction of facts costs.

Prints what bench-facts measures, and then how much of a whole import of PATH
into a new archive, by one process, that extraction is: of the time on the
clock, and of the processor's.  Medians of five imports."""
import os
import re
import subprocess
import sys
import tempfile

from common import run

IMPORTS = 5


def imports(program, path):
    """Wall and processor seconds of each."""
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(IMPORTS):
            db = os.path.join(scratch, str(number))
            yield run([program, "--quiet", "--jobs=1", f"--db={db}", path])[:2]


def main(bench, program, registry, gazetteer, path):
    told = subprocess.run([bench, registry, gazetteer, path], check=True,
                          stdout=subprocess.PIPE, encoding="utf-8").stdout
    print(told, end="")
    size = int(re.search(r"articles, (\d+) bytes", told)[1])
    facts = float(re.search(r"^extract\t([\d.]+)", told, re.M)[1]) * size / 1e9
    for name, times in zip(("clock", "CPU"), zip(*imports(program, path))):
        whole = sorted(times)[IMPORTS // 2]
        print(f"of import\t{100 * facts / whole:.1f}% of {1000 * whole:.0f} ms"
              f" ({name})")


main(*sys.argv[1:])
