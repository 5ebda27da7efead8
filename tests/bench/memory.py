#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/memory.py [--dry-run] [--weight=BYTES] IMPORT GENERATE SIZE...:
the highest memory of an import, by the size of its WARC.

Writes a WARC of distinct pages of each SIZE (100M, 1G ...), imports it into an
archive of its own while looking at the processes every few milliseconds, and
prints the peak of resident memory of the largest process of each kind, and how
much larger than for the first SIZE it is.  The goal: within 20 % at 10G of what
it is at 100M.

  parent   reads the WARC, keeps what is known, settles
  parser   one page after the other; its limits tell it apart
  writer   makes a shard, or merges some
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

KINDS = ("parent", "parser", "writer")
PAUSE = .02


def bytes_of(text):
    return int(float(text.rstrip("KMG")) *
               {"K": 1e3, "M": 1e6, "G": 1e9}.get(text[-1], 1))


def field(pid, name, label):
    """The first number of a line of /proc; None when the process is gone."""
    try:
        with open(f"/proc/{pid}/{name}", encoding="ascii") as lines:
            for line in lines:
                if line.startswith(label):
                    return line[len(label):].split()[0]
    except (OSError, IndexError):
        pass
    return None


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as f:
            return f.read().split()
    except OSError:
        return []


def look(parent, kinds, peaks):
    for pid in [str(parent), *children(parent)]:
        # a parser may write no file; until it says so it is no one's
        writes_none = field(pid, "limits", "Max file size") == "0"
        if pid == str(parent):
            kinds[pid] = "parent"
        elif writes_none:
            kinds[pid] = "parser"
        peak = field(pid, "status", "VmHWM:")
        if peak:
            peaks[pid] = max(peaks.get(pid, 0), int(peak))


def watch(arguments):
    """Seconds, and KiB by kind."""
    kinds, peaks = {}, {}
    start = time.monotonic()
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            look(process.pid, kinds, peaks)
            time.sleep(PAUSE)
    if process.returncode:
        sys.exit(f"{arguments}: status {process.returncode}")
    most = dict.fromkeys(KINDS, 0)
    for pid, peak in peaks.items():
        kind = kinds.get(pid, "writer")
        most[kind] = max(most[kind], peak)
    return time.monotonic() - start, most


def write_warc(generate, weight, size, path):
    """Pages up to the size; how many."""
    sample = subprocess.run([generate, "--format=warc", f"--weight={weight}",
                             "200"], stdout=subprocess.PIPE, check=True)
    count = max(1, round(size / len(sample.stdout) * 200))
    with open(path, "wb") as out:
        subprocess.run([generate, "--format=warc", f"--weight={weight}",
                        str(count)], stdout=out, check=True)
    return count


def measure(options, size, scratch):
    warc, db = os.path.join(scratch, "a.warc"), os.path.join(scratch, "db")
    count = write_warc(options.generate, options.weight, bytes_of(size), warc)
    if options.dry_run:
        mode = ["--dry-run"]
    else:
        mode = ["--quiet", f"--db={db}"]
    seconds, most = watch([options.program, *mode, warc])
    os.unlink(warc)
    shutil.rmtree(db, ignore_errors=True)
    return count, seconds, most


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--weight", type=int, default=24000)
    parser.add_argument("program")
    parser.add_argument("generate")
    parser.add_argument("size", nargs="+")
    options = parser.parse_args()
    first = None
    print("size      pages  seconds" +
          "".join(f"  {kind:>8} MB" for kind in KINDS) + "   largest")
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.size:
            count, seconds, most = measure(options, size, scratch)
            largest = max(most.values())
            first = first or largest
            print(f"{size:6} {count:8} {seconds:8.0f}" +
                  "".join(f"  {most[k] / 1024:11.1f}" for k in KINDS) +
                  f"   {largest / first:.2f}", flush=True)


main()
