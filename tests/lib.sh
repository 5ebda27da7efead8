# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# TAP for shell tests.  Source it, call the expectations, end with
# `done_testing`.  The programs are those of the build tree.

set -u
: "${srcdir:=.}" "${builddir:=.}"
srcdir=$(cd "$srcdir" && pwd)
builddir=$(cd "$builddir" && pwd)
tracuu=$builddir/tracuu
import=$builddir/tracuu-import
tests_run=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE TRACUU_DB NO_COLOR XDG_CONFIG_HOME
# no configuration but the tests' own
HOME=$scratch
XDG_CONFIG_DIRS=$scratch
export HOME XDG_CONFIG_DIRS
COLUMNS=80
export COLUMNS

pass() {
	tests_run=$((tests_run + 1))
	echo "ok $tests_run - $1"
}

fail() {
	tests_run=$((tests_run + 1))
	echo "not ok $tests_run - $1"
}

skip() {
	tests_run=$((tests_run + 1))
	echo "ok $tests_run - $1 # SKIP $2"
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# What a failing command printed, as TAP comments.
comment() {
	sed 's/^/# /' "$@"
}

# expect_output DESCRIPTION COMMAND... <<EXPECTED
expect_output() {
	description=$1
	shift
	cat >"$scratch/expected"
	"$@" >"$scratch/actual" 2>"$scratch/stderr" || :
	if cmp -s "$scratch/expected" "$scratch/actual"; then
		pass "$description"
	else
		fail "$description"
		diff -u "$scratch/expected" "$scratch/actual" | comment
		comment "$scratch/stderr"
	fi
}

# expect_exit STATUS DESCRIPTION COMMAND...
expect_exit() {
	wanted=$1
	description=$2
	shift 2
	"$@" >"$scratch/actual" 2>"$scratch/stderr"
	status=$?
	if [ "$status" -eq "$wanted" ]; then
		pass "$description"
	else
		fail "$description (exit $status, not $wanted)"
		comment "$scratch/stderr"
	fi
}

# expect_error STATUS TEXT DESCRIPTION COMMAND...: one line on stderr that
# holds TEXT, nothing on stdout
expect_error() {
	wanted=$1
	text=$2
	description=$3
	shift 3
	"$@" >"$scratch/actual" 2>"$scratch/stderr"
	status=$?
	lines=$(wc -l <"$scratch/stderr")
	if [ "$status" -eq "$wanted" ] && [ "$lines" -eq 1 ] &&
	   [ ! -s "$scratch/actual" ] &&
	   grep -qF -- "$text" "$scratch/stderr"; then
		pass "$description"
	else
		fail "$description (exit $status, not $wanted; $lines lines)"
		comment "$scratch/stderr"
	fi
}

# Sources of the hits, best first: sources DB ARGUMENT...
sources() {
	db=$1
	shift
	"$tracuu" --db "$db" --format=json --limit=1000 "$@" |
		jq -r '.hits[] | select(.relaxed | not) | .source'
}

# is DESCRIPTION ACTUAL WANTED
is() {
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1: $2, not $3"; fi
}

# page NAME TEXT: an article in $pages that ends in the text.  Every line names
# the page, or it would be taken for furniture of the site.
page() {
	# shellcheck disable=SC2154 # the test's own
	cat >"$pages/$1.txt" <<END
Chi bộ thôn số $1 họp thường kỳ tháng năm

Ngày 15/5/2024, Chi bộ thôn số $1 tổ chức sinh hoạt chuyên đề về nạo vét kênh
mương thôn $1, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.
Dự buổi sinh hoạt của thôn số $1 có đồng chí bí thư đảng ủy xã cùng toàn thể
đảng viên trong chi bộ thôn $1.

Sau khi nghe báo cáo, đảng viên thôn $1 đã thảo luận và thống nhất nhiều việc
phải làm ngay trong quý tới, trong đó thôn $1 đắp bờ vùng cánh đồng. $2
END
}

# held DB: the sources of all its articles, sorted
held() {
	"$import" --db "$1" --dump 2>>"$scratch/held" |
		jq -r '.sources[]?' | sort
}

# serve DIRECTORY: xapian-tcpsrv for a database, on the first port that is
# free, in $port; its process is $server.  Told to end, it ends its process
# group, so it gets its own.
served=0
serve() {
	for try in 1 2 3 4 5 6 7 8; do
		served=$((served + 1))
		port=$((20000 + ($$ * 13 + served * 101 + try * 1009) % 12000))
		setsid xapian-tcpsrv --quiet --interface=127.0.0.1 \
			--port="$port" "$1" >/dev/null 2>&1 &
		server=$!
		sleep 0.2
		kill -0 "$server" 2>/dev/null && return
	done
}

done_testing() {
	echo "1..$tests_run"
}
