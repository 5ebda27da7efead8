# SPDX-License-Identifier: GPL-2.0-or-later
# Facets over all articles of corpus/ beside its table; prints what
# differs, and for units those that the table counts more often: an organ (Ban
# Thường vụ ...) stands for its owner as well.
#   jq -r --rawfile table TABLE -f corpus-facets.jq

def list: if . == "-" then [] else split("|") end;

def rows:
  $table | split("\n") | map(select(length > 0) | split("\t")) |
  (.[0]) as $names | .[1:] |
  map(. as $row | reduce range($names | length) as $i ({};
    .[$names[$i]] = $row[$i]));

# How many articles have each value.
def tally: group_by(.) | map({ key: .[0], value: length }) | from_entries;
def counts: map({ key: .value, value: .count }) | from_entries;

def differences($name; $table; $facet):
  ($table + $facet | keys_unsorted[]) as $k |
  select($table[$k] != $facet[$k]) |
  "\($name)\t\($table[$k] // 0)\t\($facet[$k] // 0)\t\($k)";

(rows | map(select(.status == "article"))) as $rows |
differences("number"; $rows | map(.numbers | list | unique[]) | tally;
  .facets.number | counts),
differences("year"; $rows | map(.published | ltrimstr("~")[:4] |
    select(test("^[0-9]{4}$"))) | tally;
  .facets.year | counts),
(($rows | map(.units | list | unique[]) | tally) as $units |
  (.facets.unit | counts) as $facet |
  $units | to_entries[] | select(.value > ($facet[.key] // 0)) |
  "unit\t\(.value)\t\($facet[.key] // 0)\t\(.key)")
