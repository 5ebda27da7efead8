# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmarks share: generated articles, their cost and size, and
two commands timed against each other."""
import collections
import os
import re
import subprocess
import sys
import time
import unicodedata

DEVNULL = subprocess.DEVNULL
WORD = re.compile(r"\w+")


def run(arguments, stdin=DEVNULL, **more):
    """Wall and processor seconds, MB of the largest process."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdin=stdin, stdout=DEVNULL, **more)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{arguments}: status {status}")
    return (time.monotonic() - start, used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def size(path):
    """Bytes on disk: some files have holes."""
    files = [path] if os.path.isfile(path) else [
        os.path.join(top, name) for top, _, names in os.walk(path)
        for name in names]
    return sum(os.stat(file).st_blocks * 512 for file in files)


def generate(program, count, form, path, first=0, more=()):
    with open(path, "wb") as out:
        subprocess.run([program, f"--format={form}", f"--from={first}", *more,
                        str(count)], stdout=out, check=True)


def articles(tsv):
    """Number, title and text of each."""
    with open(tsv, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t", 2)


def words(text):
    return WORD.findall(text.lower())


def bare(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def archive(importer, generator, count, scratch, *more):
    """An archive of `count` articles and the same as TSV, made where they
    are not there yet; what the import cost, None where nothing was made.
    `more` is for the generator."""
    db = os.path.join(scratch, f"archive{''.join(more)}-{count}")
    tsv, jsonl = db + ".tsv", db + ".jsonl"
    if os.path.exists(tsv):
        return db, tsv, None
    generate(generator, count, "jsonl", jsonl, 0, more)
    cost = run([importer, "--quiet", f"--db={db}", jsonl])
    os.unlink(jsonl)
    generate(generator, count, "tsv", tsv, 0, more)
    return db, tsv, cost


def load():
    return " ".join(f"{x:.2f}" for x in os.getloadavg())


PAIR_HEAD = (f"{'':22} {'A ms':>8} {'B ms':>8} {'A/B':>6} {'p95':>6} "
             f"{'A CPU ms':>8} {'B CPU ms':>8} {'A/B':>6} {'A MB':>5} {'B MB':>5}")
Pair = collections.namedtuple("Pair", "a b wall p95 cpu_a cpu_b cpu mb mb_b")


def pair(program, runs, label, a, b):
    """A against B by tests/bench/pair: prints its line and returns it."""
    line = subprocess.run([program, "-n", str(runs), "-l", label, *a, "--", *b],
                          stdout=subprocess.PIPE, check=True,
                          encoding="utf-8").stdout
    print(line, end="", flush=True)
    return Pair(*map(float, line.split()[-9:]))
