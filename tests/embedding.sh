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
	in_place_of_tracuu 3 '{"error":{"code":"partial","message":"late"}}' \
		"$language: no answer in time" late "$@"
	in_place_of_tracuu 71 '{"format_version":1,"hits":[' \
		"$language: a document that is cut off" "$none" "$@"
	in_place_of_tracuu 127 '' "$language: nothing at all" "$none" "$@"
}

# in_place_of_tracuu STATUS OUTPUT DESCRIPTION MESSAGE COMMAND...: what the
# command makes of a program that ends so; of no document, C says nothing
in_place_of_tracuu() {
	status=$1
	printf '#!/bin/sh\nprintf %%s '"'%s'"'\nexit %s\n' "$2" "$1" \
		>"$scratch/fake/tracuu"
	description=$3
	message=$4
	shift 4
	[ -n "$message" ] || status=70
	PATH=$scratch/fake:$PATH "$@" "$db" chi >"$scratch/actual" \
		2>"$scratch/stderr"
	is "$description" "$? $(cat "$scratch/actual" "$scratch/stderr")" \
		"$status $message"
}

# No argument can hold a NUL byte.
nul() {
	expect_exit 2 "$1: a NUL byte" "$2" "$3" "$4" "$scratch/search.$5" "$db"
	is "$1: is refused in words" "$(cat "$scratch/actual")" \
		'this cannot be searched for'
}

try() {
	none='no answer'
	if command -v "$2" >/dev/null && "$2" --version >/dev/null 2>&1; then
		check "$@"
	else
		skip "$1" "no $2"
		return 1
	fi
}

if ! command -v jq >/dev/null; then
	skip_all 'no jq'
fi
mkdir "$scratch/fake"
: >"$scratch/fake/tracuu"
chmod +x "$scratch/fake/tracuu"
# shellcheck disable=SC2016 # for the interpreters
if try PHP php "$scratch/search.php"; then
	nul PHP php -r '$file = $argv[1];
		$argv = ["", $argv[2], "a\0b"];
		include $file;' php
fi
if try Node node "$scratch/search.js"; then
	nul Node node -e 'const [, file, db] = process.argv;
		process.argv = ["", "", db, "a\0b"];
		require(file);' js
fi
if try Python python3 "$scratch/search.py"; then
	nul Python python3 -c 'import sys
file, db = sys.argv[1:]
sys.argv = ["", db, "a\0b"]
exec(open(file).read())' py
fi
if ${CC:-cc} -Wall -Wextra -o "$scratch/search" "$scratch/search.c" \
	-ljansson 2>"$scratch/stderr"; then
	none=
	check C "$scratch/search"
else
	fail 'C: compiles'
	comment "$scratch/stderr"
fi
done_testing
