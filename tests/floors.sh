#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The floors: who may include whom, where each library is spoken, and what
# each program links.
. "${srcdir:-.}/tests/lib.sh"

floors='base text fact import index query'

# allowed FLOOR: the floors that its files may include
allowed() {
	case $1 in
	base) echo base ;;
	text) echo base text ;;
	fact) echo base text fact ;;
	import) echo base text fact import ;;
	index) echo base text fact index ;;
	query) echo base text fact index query ;;
	esac
}

for floor in $floors; do
	bad=$(grep -rnE '^#[[:space:]]*include "[a-z]+/' "$srcdir/src/$floor" \
		--include='*.c' --include='*.h' --include='*.cc' --include='*.hh' |
		grep -vE "include \"($(allowed "$floor" | tr ' ' '|'))/")
	if [ -z "$bad" ]; then
		pass "$floor includes only its own floor and lower ones"
	else
		fail "$floor includes only its own floor and lower ones"
		echo "$bad" | comment
	fi
done

# The tools stand above all floors; those of the query program do without the
# floor that parses pages, and Xapian is spoken to by way of index and query.
bad=$(cd "$srcdir/tools" && grep -nE '^#[[:space:]]*include "(import/|tools/import-)' \
	tracuu.c query-*.c query-*.h table.c table.h)
if [ -z "$bad" ]; then
	pass 'the query program includes nothing of import'
else
	fail 'the query program includes nothing of import'
	echo "$bad" | comment
fi
bad=$(cd "$srcdir/tools" && grep -nE '^#[[:space:]]*include "(index/xap|tools/query-)' \
	tracuu-import.c import-*.c import-*.h)
bad=$bad$(cd "$srcdir/tools" && grep -n '^#[[:space:]]*include "index/xap' \
	tracuu.c query-*.c query-*.h)
if [ -z "$bad" ]; then
	pass 'the tools leave Xapian to index and query'
else
	fail 'the tools leave Xapian to index and query'
	echo "$bad" | comment
fi

# spoken HEADER-PATTERN WHERE: only files that match WHERE may include it
spoken() {
	bad=$(grep -rnE "^#[[:space:]]*include <($1)" "$srcdir/src" "$srcdir/tools" |
		grep -vE "^$srcdir/($2)")
	if [ -z "$bad" ]; then
		pass "<$1> is spoken only in $2"
	else
		fail "<$1> is spoken only in $2"
		echo "$bad" | comment
	fi
}
spoken 'jansson' 'src/base/'
spoken 'unicode/' 'src/text/'
spoken 'libxml/' 'src/import/'
spoken 'archive' 'src/import/'
spoken 'brotli/' 'src/import/'
spoken 'zlib' 'src/import/'
spoken 'zstd' 'src/import/'
spoken 'nettle/' 'src/import/'
spoken 'xapian' 'src/index/xap-'

# every header stands alone: its own .c file includes it first
for file in "$srcdir"/src/*/*.c; do
	own=${file#"$srcdir"/src/}
	header=${own%.c}.h
	[ -f "$srcdir/src/$header" ] || continue
	first=$(grep -m2 -E '^#include "' "$file" | tail -n 1)
	[ "$first" = "#include \"$header\"" ] ||
		echo "$own: $first"
done >"$scratch/order"
if [ ! -s "$scratch/order" ]; then
	pass 'each file includes its own header first'
else
	fail 'each file includes its own header first'
	comment "$scratch/order"
fi

needed() {
	objdump -p "$1" 2>/dev/null | awk '/NEEDED/ { print $2 }'
}

# Debug builds link through nothing else: the programs are plain executables.
for library in libxml2 libarchive libbrotli libicui18n libjansson; do
	if needed "$tracuu" | grep -q "^$library"; then
		fail "tracuu does not link $library"
	else
		pass "tracuu does not link $library"
	fi
done
if needed "$tracuu" | grep -q '^libxapian'; then
	pass 'tracuu links libxapian'
else
	fail 'tracuu links libxapian'
fi
if needed "$import" | grep -q '^libicui18n'; then
	fail 'tracuu-import does not link libicui18n'
else
	pass 'tracuu-import does not link libicui18n'
fi

done_testing
