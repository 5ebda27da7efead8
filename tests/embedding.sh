#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The programs of doc/embedding.md, each run where its interpreter is.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
"$import" --quiet --db "$db" "$srcdir/corpus" 2>/dev/null
mkdir "$scratch/bin"
ln -s "$tracuu" "$scratch/bin/tracuu"
PATH=$scratch/bin:$PATH

# program LANGUAGE: its code block
program() {
	awk -v begin="\`\`\`$1" '
		$0 == begin { on = 1; next }
		/^```/ { on = 0 }
		on' "$srcdir/doc/embedding.md"
}

program php >"$scratch/search.php"
program js >"$scratch/search.js"
program python >"$scratch/search.py"
program c >"$scratch/search.c"

# check LANGUAGE COMMAND...
check() {
	language=$1
	shift
	"$tracuu" --db "$db" --format=json -- 'nông thôn mới' |
		jq -r '.total.value, .hits[].title' >"$scratch/want"
	expect_output "$language: total and titles" \
		"$@" "$db" 'nông thôn mới' <"$scratch/want"
	expect_exit 0 "$language: what looks like an option is a query" \
		"$@" "$db" '-cầu nông'
	expect_output "$language: nothing found" "$@" "$db" zzzz <<'END'
0
END
	expect_exit 2 "$language: a query that cannot be read" \
		"$@" "$db" '"nông'
	if grep -q 'column' "$scratch/actual"; then
		pass "$language: its message names the column"
	else
		fail "$language: its message names the column"
		comment "$scratch/actual"
	fi
	expect_exit 4 "$language: no archive" "$@" "$scratch/none" nông
	# shellcheck disable=SC2016
	expect_output "$language: no shell reads the query" \
		"$@" "$db" '$(touch '"$scratch"'/touched) zzzz' <<'END'
0
END
	[ ! -e "$scratch/touched" ] || fail "$language: a shell read it"
}

try() {
	if command -v "$2" >/dev/null && "$2" --version >/dev/null 2>&1; then
		check "$@"
	else
		skip "$1" "no $2"
	fi
}

if ! command -v jq >/dev/null; then
	skip_all 'no jq'
fi
try PHP php "$scratch/search.php"
try Node node "$scratch/search.js"
try Python python3 "$scratch/search.py"
if ${CC:-cc} -Wall -Wextra -o "$scratch/search" "$scratch/search.c" \
	-ljansson 2>"$scratch/stderr"; then
	check C "$scratch/search"
else
	fail 'C: compiles'
	comment "$scratch/stderr"
fi
done_testing
