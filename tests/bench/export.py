#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/export.py BUILD [COUNT...]: memory and time of exports.

Makes archives of COUNT short articles (100,000), all of which have the word
that is asked for, and exports 1/100, 1/10 and all of them in each form.
Prints the highest memory that the program took (VmHWM, looked at while it
writes) and the processor time for an article, each also as a ratio to the
smallest export of the first archive: memory is flat where it stays near 1.
The answers are checked: as many as asked for, none twice, and in each form the
same in the same order.  Set BENCH_DIR to keep the archives."""
import os
import subprocess
import sys
import tempfile

from common import archive, load

WORD = "đảng"
PICK = {
    "ids": lambda line: line,
    "tsv": lambda line: line.split(b"\t")[1],
    "jsonl": lambda line: line[7:23] if line.startswith(b'{"id":"') else None,
}


def memory(pid):
    with open(f"/proc/{pid}/status", "rb") as status:
        for line in status:
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1])
    return 0


def run(arguments, pick):
    """Peak memory in KB, processor seconds, ids."""
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    peak, ids, rest = 0, [], b""
    while chunk := os.read(process.stdout.fileno(), 1 << 16):
        peak = max(peak, memory(process.pid))
        *lines, rest = (rest + chunk).split(b"\n")
        ids += filter(None, map(pick, lines))
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{arguments}: status {status}")
    return peak, used.ru_utime + used.ru_stime, ids


def export(tracuu, count, smallest):
    first = {}
    for form, pick in PICK.items():
        for share in (100, 10, 1):
            wanted = count // share
            kb, seconds, ids = run([*tracuu, "--format=" + form,
                                    "--match=all", f"--limit={wanted}", "--",
                                    WORD], pick)
            if form == "tsv":
                ids = ids[1:]
            if len(ids) != wanted or len(set(ids)) != wanted:
                sys.exit(f"{form}: {len(ids)} hits, {len(set(ids))} of them "
                         f"different, not {wanted}")
            if first.setdefault(share, ids) != ids:
                sys.exit(f"{form}: other hits than in the form before")
            each = seconds / wanted * 1e6
            base = smallest.setdefault(form, (kb, each))
            print(f"{form:6} {wanted:8} hits {kb / 1024:7.1f} MB "
                  f"x{kb / base[0]:.2f}  {each:7.1f} us each "
                  f"x{each / base[1]:.2f}", flush=True)


def main(build, *counts):
    at = lambda name: os.path.join(build, name)
    smallest = {}
    with tempfile.TemporaryDirectory() as scratch:
        for count in map(int, counts or ["100000"]):
            db, _, _ = archive(at("tracuu-import"), at("tests/bench/generate"),
                               count, os.environ.get("BENCH_DIR", scratch),
                               "--short")
            tracuu = [at("tracuu"), "--no-config", f"--db={db}"]
            found = int(subprocess.run([*tracuu, "count", WORD],
                                       stdout=subprocess.PIPE,
                                       check=True).stdout)
            print(f"{count} short articles, {found} hits; load {load()}")
            export(tracuu, found, smallest)


main(*sys.argv[1:])
