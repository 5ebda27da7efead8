#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/query.py BUILD [COUNT...]: the cost of a query.

Makes archives of COUNT generated articles (10,000 each by default) and times
ten kinds of query, from exec to exit, in turns with floor.cc, which is told
the same terms; then what else an answer may cost, beside the same without it.
After each timing the answer is checked: the number of matches and the ids are
the floor's, and every hit answers by the text that was generated.

The columns of a table are those of pair.c; the ratios that are goals are
repeated under it, by CPU time where two runs of ours are compared: on a busy
machine wall time says little, unless RUNS is large.  Set BENCH_DIR to keep the archives for the next run."""
import collections
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

from common import PAIR_HEAD, archive, articles, bare, load, pair, words

RUNS = int(os.environ.get("RUNS", "21"))
EXACT = 1000        # matches that are counted exactly (query/search.h)
TITLE = ".5"        # query/rank.h
SLOT_DATE = 0                       # schema.h
NUMBER, UNIT, YEAR = 0, 3, 4        # counted.h


class Kind:
    """A kind of query: what tracuu is asked, what the floor is, and the test
    of an article that answers.  `same`: nothing but Xapian's order of rank,
    so that the ids are the floor's, in order.  `page`: no list of ids has
    what is asked, a page of JSON with its passages is timed."""

    def __init__(self, label, ask, floor, test, same=True, page=False):
        self.label, self.ask, self.floor = label, ask, floor
        self.test, self.same, self.page = test, same, page


class Corpus:
    def __init__(self, build, tsv):
        self.program = os.path.join(build, "tests/bench/terms")
        self.text = [f"{title}\n{text}" for _, title, text in articles(tsv)]
        self.words = [set(words(t)) for t in self.text]
        self.documents = collections.Counter()
        for w in self.words:
            self.documents.update(w)
        self.bare = [set(map(bare, w)) for w in self.words]

    def has(self, query):
        """All the words, those typed without marks with any marks."""
        return lambda i: all(w in (self.words if bare(w) != w else
                                   self.bare)[i] for w in query.split())

    def terms(self, query):
        """Of words: their terms in the text, in a title, their codes."""
        out = subprocess.run([self.program, *query.split()], check=True,
                             stdout=subprocess.PIPE, encoding="utf-8").stdout
        return [*zip(*(line.split("\t") for line in out.splitlines()))]

    def required(self, query):
        return [f"+{w}" for w in self.terms(query)[0]]

    def ranked(self, query):
        return [*self.required(query),
                *(f"{TITLE}~{w}" for w in self.terms(query)[1])]

    def row(self, phrase):
        return '"' + "".join(self.terms(phrase)[2])

    def rare(self):
        """The same share of every archive: one in a thousand."""
        wanted = len(self.text) // 1000
        return min((w for w in self.documents
                    if w.isalpha() and not w.isascii()),
                   key=lambda w: (abs(self.documents[w] - wanted), w))


def kinds(c):
    count = f"!{EXACT}"
    rare, common, three = c.rare(), "đảng", "chuyển đổi số"
    phrase, without = "sinh hoạt chi bộ", "kiem tra giam sat"
    number, counted = "21-NQ/TW", "chi bộ"
    term = f"+XN:{number}"
    years = [f"|XY:{y}" for y in (2021, 2022, 2023)]
    cited = lambda i: number in c.text[i]
    return [
        Kind("rare word", [rare], c.ranked(rare) + [count], c.has(rare)),
        Kind("common word", [common], c.ranked(common) + [count],
             c.has(common)),
        Kind("three words", [three], c.ranked(three) + [count], c.has(three),
             same=False),
        Kind("phrase", [f'"{phrase}"'],
             c.required(phrase) + [c.row(phrase), count],
             lambda i: phrase in c.text[i].lower(), same=False),
        Kind("without accents", [without],
             c.ranked(without) + [count],
             c.has(without), same=False),
        Kind("number", [f"so:{number}"], [term, "%", count], cited),
        Kind("number and dates", [f"so:{number} ngay:2021..2023"],
             [term, *years, "%", count], cited),
        Kind("facets", ["--facets=number,unit,year", "--", counted],
             [*c.ranked(counted), f"#{NUMBER}", f"#{UNIT}", f"#{YEAR}",
              f"!{len(c.text)}"], c.has(counted),
             same=False, page=True),
        Kind("date sort", ["--sort=date", "--", counted],
             c.ranked(counted) + [f"@{SLOT_DATE}", count],
             c.has(counted)),
        Kind("wildcard", ["nghi*"], ["nghi*", count],
             lambda i: any(w.startswith("nghi") for w in c.bare[i])),
    ]


class Bench:
    """The programs lie in `place` as if installed: a file that was copied is
    in the memory of the system in larger pieces than one that the linker has
    written, which is 2 % of a start."""

    def __init__(self, build, place, db):
        self.start = [self.put(build, place, "tracuu"), "--version"]
        self.tracuu = [self.start[0], "--no-config", f"--db={db}"]
        self.floor = [self.put(build, place, "tests/bench/floor"), db]
        self.pair = os.path.join(build, "tests/bench/pair")

    def put(self, build, place, program):
        path = os.path.join(place, os.path.basename(program))
        if not os.path.exists(path):
            shutil.copy(os.path.join(build, program), path)
        return path

    def out(self, command):
        return subprocess.run(command, stdout=subprocess.PIPE, check=True,
                              encoding="utf-8").stdout

    def ids(self, ask):
        return [*self.tracuu, "--format=ids", "--limit=10", *ask]

    def page(self, ask):
        return [*self.tracuu, "--format=json", *ask]

    def against(self, label, a, b):
        return pair(self.pair, RUNS, label, a, b)

    def check(self, kind):
        matches, *rest = self.out([*self.floor, *kind.floor]).split("\n")
        wanted = rest[:10]
        page = json.loads(self.out(self.page(kind.ask)))
        found = [h["id"] for h in page["hits"]]
        ids = found if kind.page else self.out(self.ids(kind.ask)).split()
        bad = [h["url"] for h in page["hits"]
               if not kind.test(int(h["url"].split("-")[-1][:-5]))]
        if not ids or len(set(ids)) != len(ids) or ids != found:
            sys.exit(f"{kind.label}: {ids} as ids, {found} on a page")
        if bad:
            sys.exit(f"{kind.label}: {bad} do not answer")
        if kind.same and ids != [i for i in wanted if i]:
            sys.exit(f"{kind.label}: {ids}, not {wanted}")
        total = page["total"]["value"]
        if not kind.ask[0].startswith('"') and total < min(int(matches),
                                                           EXACT):
            sys.exit(f"{kind.label}: {total} matches, not {matches}")

    def check_facets(self, query):
        """Those beside a page are those that are counted one by one, or
        near them: what is off, of all."""
        page = json.loads(self.out(self.page(["--facets=number,unit,year",
                                              "--", query])))
        every = json.loads(self.out([*self.tracuu, "facets", "--format=json",
                                     "--facets=number,unit,year", query]))
        for name, values in every["facets"].items():
            about = {v["value"]: v["count"] for v in page["facets"][name]}
            off = sum(abs(v["count"] - about.get(v["value"], 0))
                      for v in values) / sum(v["count"] for v in values)
            if off > (0 if page["facets_exact"] else .15):
                sys.exit(f"facets: {off:.2f} of {name} is off")


def goal(what, value, most):
    word = "" if value <= most else "  MISSED"
    print(f"  {what:42} {value:5.2f} (at most {most:g}){word}", flush=True)


def bench_kinds(b, c):
    print(f"\nids of ten hits (A) and the floor (B)\n{PAIR_HEAD}")
    done, asked = [], {}
    for kind in kinds(c):
        asked[kind.label] = (b.page if kind.page else b.ids)(kind.ask)
        done.append(b.against(kind.label, asked[kind.label],
                              [*b.floor, *kind.floor]))
        b.check(kind)
    goal("over the floor, median of the kinds",
         statistics.median(r.wall for r in done), 1.1)
    goal("the same by CPU time", statistics.median(r.cpu for r in done), 1.1)
    goal("megabytes, the largest", max(r.mb for r in done), 7)
    return asked


def bench_growth(b, asked, first):
    """Kinds that should hardly grow, in this archive and in the first one."""
    print(f"\nhere (A) and in the first archive (B)\n{PAIR_HEAD}")
    done = [(label, b.against(label, asked[label], first[label]))
            for label in ("rare word", "number", "phrase")]
    for label, result in done:
        goal(f"{label} / in the first, by CPU time", result.cpu, 2.5)


def bench_dates(b):
    """A filter by date, beside the same four words without: of the whole, and
    of what is more than the start of a process, which no filter makes less."""
    words = "sinh hoạt chi bộ"
    filtered, whole = b.ids([f"{words} ngay:2023"]), b.ids([words])
    print(f"\nwith (A) and without (B)\n{PAIR_HEAD}")
    result = b.against("date filter", filtered, whole)
    start = b.against("  a start alone", b.start, whole).cpu_a
    goal("date filter / all years, by CPU time", result.cpu, .5)
    goal("  the same but for the start",
         (result.cpu_a - start) / (result.cpu_b - start), .5)


def bench_parts(b):
    three, phrase = "chuyển đổi số", "sinh hoạt chi bộ"
    rows = [
        ("snippets", b.page([three]), b.ids([three]), "ids only", 1.15),
        ("phrase", b.ids([f'"{phrase}"']), b.ids([phrase]), "its words", 1),
        ("facets", b.page(["--facets=number,unit,year", "--", three]),
         b.page([three]), "no facets", 1.3),
        ("question", b.ids(["nghị quyết nào về chuyển đổi số của doanh "
                            "nghiệp tại địa phương"]),
         b.ids(["nghị quyết chuyển đổi số"]), "its first words", None),
    ]
    print(f"\nwith (A) and without (B)\n{PAIR_HEAD}")
    done = [(b.against(label, with_it, without), label, other, most)
            for label, with_it, without, other, most in rows]
    b.check_facets(three)
    for result, label, other, most in done:
        if most:
            goal(f"{label} / {other}, by CPU time", result.cpu, most)
    goal("megabytes, the largest", max(r[0].mb for r in done), 7)


def main(build, *counts):
    build = os.path.abspath(build)
    kept = os.environ.get("BENCH_DIR")
    first = None
    made_by = [os.path.join(build, "tracuu-import"),
               os.path.join(build, "tests/bench/generate")]
    with tempfile.TemporaryDirectory() as scratch:
        for count in map(int, counts or ["10000"]):
            db, tsv, _ = archive(*made_by, count, kept or scratch)
            print(f"\n{count} articles; load {load()}")
            b = Bench(build, scratch, db)
            asked = bench_kinds(b, Corpus(build, tsv))
            bench_parts(b)
            bench_dates(b)
            if first:
                bench_growth(b, asked, first)
            first = first or asked


main(*sys.argv[1:])
