# SPDX-License-Identifier: GPL-2.0-or-later
# Compares what `tracuu-import --dry-run corpus` printed with the table beside
# the articles; prints TAP.
#   jq -nr --rawfile table TABLE --slurpfile got OUTPUT -f corpus.jq

def list: if . == "-" then [] else split("|") end;

def rows:
  $table | split("\n") | map(select(length > 0) | split("\t")) |
  (.[0]) as $names | .[1:] |
  map(. as $row | reduce range($names | length) as $i ({};
    .[$names[$i]] = $row[$i]));

# Each value once, in the order of the first.
def once: reduce .[] as $x ([]; if index([$x]) then . else . + [$x] end);

def flat: gsub("\\s+"; " ");

def date_of: (if .inferred and (.date | startswith("--") | not)
  then "~" else "" end) + .date;

# One check: a name, whether it holds, and what was found instead.
def check($what; $ok; $got):
  { what: $what, ok: $ok, got: ($got | tojson) };

def checks($row; $a):
  check("is \($row.status)";
    if $a.status == "rejected" then "rejected:" + $a.reason else $a.status end
    == $row.status; [$a.status, $a.reason]),
  if $row.status != "article" or $a.status != "article" then empty else
    check("title"; ($a.title | flat) == $row.title; $a.title),
    check("publication \($row.published)";
      ($a.published.date // "-") == ($row.published | ltrimstr("~"));
      $a.published),
    check("basis \($row.basis)"; ($a.published.basis // "-") == $row.basis;
      $a.published),
    check("events";
      ([$a.dates[] | select(.role == "event") | date_of]) as $events |
      ($row.event | list) - $events == [];
      [$a.dates[] | [.role, date_of]]),
    check("numbers"; ([$a.numbers[].canonical] | once) == ($row.numbers | list);
      [$a.numbers[].canonical] | once),
    # an organ (Ban Thường vụ ...) stands for its owner as well
    check("units";
      ($row.units | list) - [$a.units[] | .canonical,
        (select(.kind == "organ") | .parents[0])] == [];
      [$a.units[].canonical] | once),
    check("main unit";
      $row.main_unit == "-" or
      ([$a.units[] | select(.role == "subject") | .canonical,
        (select(.kind == "organ") | .parents[0])] |
        index([$row.main_unit])) != null;
      [$a.units[] | select(.role == "subject") | .canonical]),
    check("no page furniture";
      ($a.text | flat | ascii_downcase) as $text |
      [$row.absent | list[] | select(. as $p | $text |
        contains($p | flat | ascii_downcase))] == [];
      [$row.absent | list[] | select(. as $p | $a.text | flat |
        contains($p))])
  end;

($got | INDEX(.source | sub("^corpus/"; ""))) as $by |
[ rows[] as $row |
  ($by[$row.file] // { status: "missing" }) as $a |
  checks($row; $a) | .file = $row.file ] |
  to_entries[] |
  (if .value.ok then "ok" else "not ok" end) +
  " \(.key + 1) - \(.value.file): \(.value.what)",
  (if .value.ok then empty else "# got " + .value.got end)
