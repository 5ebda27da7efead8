#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/import.py IMPORT GENERATE [COUNT]: the cost of an import.

Makes an archive of COUNT generated articles (10,000) on all processors and on
one, beside SQLite FTS5 (one thread, the index alone) and Omega's scriptindex,
where these are installed, of the same articles; then adds 100 and imports once
more without a change, pages as a tree, beside find.  Prints wall and processor
seconds, the highest memory of a process, sizes, and what the goals are ratios
of."""
import json
import os
import shutil
import sys
import tempfile

from common import articles, generate, run, size


def say(what, cost, more=""):
    print(f"{what:34} {cost[0]:8.2f} s {cost[1]:8.2f} s of CPU "
          f"{cost[2]:6.0f} MB {more}")


def fts5(tsv, scratch):
    if not shutil.which("sqlite3"):
        print("SQLite is not installed: left out")
        return None
    script = os.path.join(scratch, "fts5.sql")
    with open(script, "w", encoding="utf-8") as out:
        out.write("create virtual table a using fts5(title, body, content='',"
                  " tokenize='unicode61 remove_diacritics 0');begin;\n")
        for _, title, text in articles(tsv):
            title, text = (s.replace("'", "''") for s in (title, text))
            out.write(f"insert into a(title, body) values('{title}',"
                      f"'{text}');\n")
        out.write("commit;\n")
    with open(script, "rb") as commands:
        cost = run(["sqlite3", os.path.join(scratch, "fts5.db")], commands)
    say("SQLite FTS5, the index alone", cost)
    return cost


def omega(tsv, scratch):
    if not shutil.which("scriptindex"):
        print("Omega is not installed: left out")
        return None
    script = os.path.join(scratch, "omega.script")
    dump = os.path.join(scratch, "omega.dump")
    with open(script, "w", encoding="utf-8") as out:
        out.write("id : boolean=Q unique=Q field\n"
                  "title : index=S index field\ntext : index field\n")
    with open(dump, "w", encoding="utf-8") as out:
        for number, title, text in articles(tsv):
            out.write(f"id={number}\ntitle={title}\ntext={text}\n\n")
    cost = run(["scriptindex", os.path.join(scratch, "omega"), script, dump])
    say("Omega, scriptindex", cost)
    return cost


def write_tree(jsonl, tree):
    for number, line in enumerate(open(jsonl, encoding="utf-8")):
        record = json.loads(line)
        directory = os.path.join(tree, f"{number // 500:05}")
        os.makedirs(directory, exist_ok=True)
        with open(os.path.join(directory, f"{number}.txt"), "w",
                  encoding="utf-8") as out:
            out.write(f"{record['title']}\n\n{record['body']}\n")


def unchanged(program, jsonl, scratch):
    tree, db = os.path.join(scratch, "tree"), os.path.join(scratch, "tree.db")
    write_tree(jsonl, tree)
    run([program, "--quiet", f"--db={db}", tree])
    walk = ["find", tree, "-printf", "%s %T@\n"]
    again = [program, "--quiet", f"--db={db}", tree]
    pairs = sorted((run(walk)[0], run(again)) for _ in range(5))
    find, cost = pairs[2]
    say("nothing has changed", cost)
    print(f"  / find: {cost[0] / find:.1f} (at most 3)")


def main(program, generator, count=10000):
    with tempfile.TemporaryDirectory() as scratch:
        at = lambda name: os.path.join(scratch, name)
        generate(generator, count, "jsonl", at("a.jsonl"))
        generate(generator, 100, "jsonl", at("more.jsonl"), count)
        generate(generator, count, "tsv", at("a.tsv"))
        text = os.path.getsize(at("a.tsv"))
        print(f"{count} articles, {text / 1e6:.1f} MB of text")
        make = [program, "--quiet", f"--db={at('db')}"]
        cost = run([*make, at("a.jsonl")])
        full = size(at("db"))
        say("all processors", cost, f"{full / text:.2f} of the text")
        alone = run(["taskset", "-c", "0", program, "--quiet", "--jobs=1",
                     f"--db={at('alone')}", at("a.jsonl")])
        say("one processor", alone)
        print(f"  all / one: {alone[0] / cost[0]:.2f} (1.6 on two)")
        sqlite, other = fts5(at("a.tsv"), scratch), omega(at("a.tsv"), scratch)
        if sqlite:
            print(f"  rate / FTS5: {sqlite[0] / cost[0]:.3f} (0.15)")
        if other:
            print(f"  rate for a CPU second / Omega: "
                  f"{other[1] / cost[1]:.2f} (2)")
        say("100 more (1.0 s at 100,000)", run([*make, at("more.jsonl")]))
        unchanged(program, at("a.jsonl"), scratch)


main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
