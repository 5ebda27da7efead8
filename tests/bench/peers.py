#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/bench/peers.py BUILD [COUNT]: beside other engines.

Indexes COUNT generated articles (10,000) and asks each engine that is
installed the same queries for ten hits with their titles and passages, from
exec to exit: SQLite FTS5 (its shell), Omega, Recoll and Groonga, each in turns
with tracuu.  An engine is left out where it is not installed, and a kind of
query where it has no such thing.  Every answer is checked by the text that
was generated; FTS5 and Recoll are set to fold accents and find more, the
others as they fold.  Prints the rate and size of each index, then for each
engine the middle and the 95th percentile over the queries, by wall and by
CPU time, and ours as a ratio of them."""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from common import archive, articles, bare, load, pair, run, size, words

RUNS = int(os.environ.get("RUNS", "5"))
OMEGA = "/usr/lib/cgi-bin/omega/omega"
NUMBERS = ["21-NQ/TW", "05-CT/TW", "37-QĐ/TW"]


def percentile(values, share):
    return sorted(values)[round((len(values) - 1) * share)]


# ---- queries ----

def queries(texts):
    """(kind, words): chosen by how many articles have them."""
    count = {}
    for text in texts:
        for word in set(words(text)):
            count[word] = count.get(word, 0) + 1
    marked = sorted((w for w in count if w.isalpha() and w != bare(w)),
                    key=lambda w: (-count[w], w))
    rare = [w for w in marked if count[w] <= max(3, len(texts) // 1000)]
    result = [("rare word", w) for w in rare[:4]]
    result += [("common word", w) for w in ("đảng", "nghị", "công", "hội")]
    result += [("three words", w) for w in (
        "chuyển đổi số", "kinh tế xã", "phát triển nghề", "hợp tác biển")]
    result += [("phrase", w) for w in (
        "sinh hoạt chi bộ", "chuyển đổi số", "học tập và làm theo",
        "nông thôn mới")]
    result += [("number", n) for n in NUMBERS]
    result += [("wildcard", w) for w in ("nghi", "chuy", "trư")]
    result += [("date sort", w) for w in ("đảng", "nghị quyết")]
    return result


def answers(kind, query, text):
    """Whether the text has what was asked for, accents put aside."""
    folded = " ".join(bare(w) for w in words(text))
    asked = [bare(w) for w in words(query)]
    if kind == "wildcard":
        return f" {asked[0]}" in f" {folded}"
    if kind in ("phrase", "number"):
        return " ".join(asked) in folded
    return set(asked) <= set(folded.split())


# ---- engines ----

def quoted(kind, query):
    """As most engines ask for it."""
    return {"phrase": f'"{query}"', "number": f'"{query}"',
            "wildcard": f"{query}*"}.get(kind, query)


class Engine:
    """`index` gives the cost and the size; `find` the command for a query,
    None where there is no such thing; `hits` the articles that its output
    names."""

    def __init__(self, scratch, name, articles_of):
        self.at = os.path.join(scratch, name.replace(" ", "-"))
        self.name, self.articles = name, articles_of
        self.env = dict(os.environ)


class Tracuu(Engine):
    def __init__(self, build, db):
        self.name = "tracuu"
        self.command = [os.path.join(build, "tracuu"), "--no-config",
                        f"--db={db}", "--format=json"]

    def find(self, kind, query):
        more = ["--sort=date"] if kind == "date sort" else []
        query = f"so:{query}" if kind == "number" else quoted(kind, query)
        return [*self.command, *more, "--", query]

    def hits(self, out):
        return [int(n) for n in re.findall(r'bai-(\d+)\.html"', out)]


class Fts5(Engine):
    program = "sqlite3"

    def index(self):
        sql = self.at + ".sql"
        text_of = lambda s: s.replace("'", "''")
        with open(sql, "w", encoding="utf-8") as out:
            out.write("create virtual table a using fts5(date unindexed, "
                      "title, body, tokenize='unicode61 remove_diacritics 2')"
                      ";begin;\n")
            for number, date, title, text in self.articles():
                out.write(f"insert into a(rowid, date, title, body) values("
                          f"{number},'{date}','{text_of(title)}',"
                          f"'{text_of(text)}');\n")
            out.write("commit;\n")
        with open(sql, "rb") as commands:
            cost = run([self.program, self.at], commands)
        os.unlink(sql)
        return cost, size(self.at)

    def find(self, kind, query):
        match = quoted(kind, query)
        order = "date desc" if kind == "date sort" else "rank"
        return [self.program, "-readonly", self.at,
                "select 'id='||rowid, title, snippet(a, 2, '<', '>', '...', "
                f"40) from a where a match '{match}' order by {order} "
                "limit 10;"]

    def hits(self, out):
        return [int(n) for n in re.findall(r"^id=(\d+)", out, re.M)]


class Omega(Engine):
    program = OMEGA

    def index(self):
        script, dump = self.at + ".script", self.at + ".dump"
        with open(script, "w", encoding="utf-8") as out:
            out.write("id : boolean=Q unique=Q field\ndate : value=0\n"
                      "title : index=S index field\ntext : index field\n")
        with open(dump, "w", encoding="utf-8") as out:
            for number, date, title, text in self.articles():
                out.write(f"id={number}\ndate={date}\ntitle={title}\n"
                          f"text={text}\n\n")
        cost = run(["scriptindex", self.at, script, dump])
        templates = self.at + ".templates"
        os.makedirs(templates, exist_ok=True)
        with open(os.path.join(templates, "ten"), "w",
                  encoding="utf-8") as out:
            out.write("$set{flag_wildcard,1}$set{stemmer,none}$hitlist{id=$id "
                      "$field{id} $field{title} $snippet{$field{text}}\n}")
        with open(self.at + ".conf", "w", encoding="utf-8") as out:
            out.write(f"database_dir {os.path.dirname(self.at)}\n"
                      f"template_dir {templates}\nlog_dir {templates}\n"
                      f"cdb_dir {templates}\n")
        os.environ["OMEGA_CONFIG_FILE"] = self.at + ".conf"
        return cost, size(self.at)

    def find(self, kind, query):
        query = quoted(kind, query)
        more = ["SORT=-0"] if kind == "date sort" else []
        return [self.program, f"DB={os.path.basename(self.at)}", "FMT=ten",
                "HITSPERPAGE=10", "DEFAULTOP=and", *more, f"P={query}"]

    def hits(self, out):
        return [int(n) for n in re.findall(r"id=\d+ (\d+)", out)]


class Recoll(Engine):
    program = "recollq"

    def index(self):
        tree, conf = self.at + ".tree", self.at
        os.makedirs(conf, exist_ok=True)
        for number, _, title, text in self.articles():
            directory = os.path.join(tree, f"{int(number) // 500:05}")
            os.makedirs(directory, exist_ok=True)
            with open(os.path.join(directory, f"{number}.txt"), "w",
                      encoding="utf-8") as out:
                out.write(f"{title}\n\n{text}\n")
        with open(os.path.join(conf, "recoll.conf"), "w",
                  encoding="utf-8") as out:
            out.write(f"topdirs = {tree}\nloglevel = 1\n")
        cost = run(["recollindex", "-c", conf], stderr=subprocess.DEVNULL)
        return cost, size(os.path.join(conf, "xapiandb"))

    def find(self, kind, query):
        if kind == "date sort":
            return None
        query = quoted(kind, query)
        return [self.program, "-c", self.at, "-n", "10", "-A", query]

    def hits(self, out):
        return [int(n) for n in re.findall(r"/(\d+)\.txt\]", out)]


class Groonga(Engine):
    program = "groonga"

    def index(self):
        commands = self.at + ".grn"
        os.makedirs(self.at, exist_ok=True)
        with open(commands, "w", encoding="utf-8") as out:
            out.write(
                "table_create A TABLE_NO_KEY\n"
                "column_create A number COLUMN_SCALAR Int32\n"
                "column_create A date COLUMN_SCALAR ShortText\n"
                "column_create A title COLUMN_SCALAR ShortText\n"
                "column_create A body COLUMN_SCALAR Text\n"
                "table_create T TABLE_PAT_KEY ShortText --default_tokenizer "
                "TokenBigram --normalizer NormalizerNFKC130\n"
                "column_create T i COLUMN_INDEX|WITH_POSITION|WITH_SECTION "
                "A title,body\nload --table A\n[\n")
            out.write(",\n".join(
                json.dumps({"number": int(number), "date": date,
                            "title": title, "body": text},
                           ensure_ascii=False)
                for number, date, title, text in self.articles()))
            out.write("\n]\n")
        with open(commands, "rb") as lines:
            cost = run([self.program, "-n", os.path.join(self.at, "db")],
                       lines)
        return cost, size(self.at)

    def find(self, kind, query):
        query = quoted(kind, query).replace('"', '\\"')
        order = "-date" if kind == "date sort" else "-_score"
        return [self.program, os.path.join(self.at, "db"),
                f'select A --match_columns "title||body" --query "{query}" '
                f"--sort_keys {order} --limit 10 --output_columns "
                '"number,title,snippet_html(body)"']

    def hits(self, out):
        return [int(n) for n in re.findall(r"\[(\d+),\"", out)]


ENGINES = [("SQLite FTS5", Fts5), ("Omega", Omega), ("Recoll", Recoll),
           ("Groonga", Groonga)]
# Ours as a ratio of theirs: at most, in the middle and at the 95th percentile,
# in an archive of so many articles.
GOALS_FROM = 100000
GOALS = {"SQLite FTS5": (.25, .10), "Omega": (.95, None),
         "Recoll": (1, None), "Groonga": (1, None)}


def output(command):
    return subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL,
                          encoding="utf-8", errors="replace",
                          check=False).stdout


def answered(engine, kind, query, texts):
    """Ten hits, or fewer, that answer; else what is wrong."""
    hits = engine.hits(output(engine.find(kind, query)))
    if not hits:
        return "finds nothing"
    wrong = [h for h in hits if not answers(kind, query, texts[h])]
    return f"article {wrong[0]} does not answer" if wrong else ""


def compare(pair_program, ours, engine, texts):
    print(f"\ntracuu (A) and {engine.name} (B)")
    rows, kinds = [], {}
    for kind, query in queries(texts):
        if not engine.find(kind, query):
            continue
        fault = answered(ours, kind, query, texts)
        if fault:
            sys.exit(f"tracuu: {kind} '{query}' {fault}")
        fault = answered(engine, kind, query, texts)
        if fault:
            print(f"  {kind} '{query}' {fault}: left out")
            continue
        row = pair(pair_program, RUNS, kind, ours.find(kind, query),
                   engine.find(kind, query))
        rows.append(row)
        kinds.setdefault(kind, []).append(row.cpu)
    if not rows:
        return
    middle, most = GOALS[engine.name]
    for what, share, goal in (("p50", .5, middle), ("p95", .95, most)):
        for by, a, b in (("wall", "a", "b"), ("CPU", "cpu_a", "cpu_b")):
            x = percentile([getattr(r, a) for r in rows], share)
            y = percentile([getattr(r, b) for r in rows], share)
            told = f"  (at most {goal:g})" if goal else ""
            missed = ("  MISSED" if goal and by == "CPU" and x / y > goal and
                      len(texts) >= GOALS_FROM else "")
            print(f"  {what} by {by:4}: {x:8.2f} ms / {y:8.2f} ms = "
                  f"{x / y:5.2f}{told}{missed}")
    behind = [k for k, v in kinds.items() if statistics.median(v) > 1]
    if behind:
        print("  behind by CPU time on: " + ", ".join(behind))


def main(build, count=10000):
    build = os.path.abspath(build)
    at = lambda name: os.path.join(build, name)
    with tempfile.TemporaryDirectory() as scratch:
        db, tsv, cost = archive(at("tracuu-import"), at("tests/bench/generate"),
                                int(count),
                                os.environ.get("BENCH_DIR", scratch))
        truth = output([at("tests/bench/generate"), "--format=truth",
                        str(count)]).splitlines()
        dates = [line.split("\t")[1] for line in truth]
        text_size = os.path.getsize(tsv)
        texts = [f"{title}\n{text}" for _, title, text in articles(tsv)]
        rows = lambda: ((n, dates[int(n)], title, text)
                        for n, title, text in articles(tsv))
        print(f"{count} articles, {text_size / 1e6:.1f} MB of text; load "
              f"{load()}")
        told = "" if cost else " (made before)"
        print(f"{'tracuu' + told:24} {size(db) / text_size:5.2f} of the text" +
              (f"{text_size / cost[1] / 1e6:8.2f} MB for a second of CPU"
               if cost else ""))
        engines = []
        for name, kind in ENGINES:
            if not (shutil.which(kind.program)):
                print(f"{name}: {kind.program} is not installed: left out")
                continue
            engine = kind(scratch, name, rows)
            cost, bytes_ = engine.index()
            print(f"{name:24} {bytes_ / text_size:5.2f} of the text"
                  f"{text_size / cost[1] / 1e6:8.2f} MB for a second of CPU",
                  flush=True)
            engines.append(engine)
        for engine in engines:
            compare(at("tests/bench/pair"), Tracuu(build, db), engine, texts)


main(*sys.argv[1:])
