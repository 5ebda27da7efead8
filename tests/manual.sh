#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What the manual pages say is so: their examples are run, their options are
# those of the programs, their closed lists those of the sources.
#
# An example is a line "$ command" of a literal display, continued by lines
# "> ...", with the output below it; a line "..." stands for more.  The
# commands of one display share a shell.
#
# The pages in Vietnamese have the commands of the English ones, and what these
# print in Vietnamese, and their options, values, variables, files and paragraphs
# in the same order: a page that falls behind fails.
#
# tests/manual.sh --update writes into the pages what the examples print now:
# read the difference before it is kept.
. "${srcdir:-.}/tests/lib.sh"

srcdir=$(cd "$srcdir" && pwd)
builddir=$(cd "$builddir" && pwd)
doc=$srcdir/doc
pages='tracuu.1 tracuu-import.1 tracuu-crawl.1 tracuu-archive.5 tracuu-json.5
tracuu-query.7 tracuu.conf.5'
translations='vi/tracuu.1 vi/tracuu-import.1 vi/tracuu-crawl.1 vi/tracuu-query.7
vi/tracuu-archive.5 vi/tracuu-json.5 vi/tracuu.conf.5'
COLUMNS=72
updating=no
[ "${1-}" != --update ] || updating=yes
: "${TRACUU_DATADIR:=$srcdir/src/fact}"
export TRACUU_DATADIR
mkdir "$scratch/bin"
for program in tracuu tracuu-import; do
	if ! [ -x "$builddir/$program" ]; then
		echo "Bail out! $builddir/$program is not built"
		exit 1
	fi
	ln -s "$builddir/$program" "$scratch/bin/$program"
done
ln -s "$srcdir/tools/tracuu-crawl" "$scratch/bin/tracuu-crawl"
PATH=$scratch/bin:$PATH
export TRACUU_IMPORT="$builddir/tracuu-import"
export TRACUU_LOCALEDIR="$builddir/po"
vietnamese=no
if env LANGUAGE=vi tracuu --help | grep -q '^Cách dùng'; then
	vietnamese=yes
fi

# What a reader sees of a line of a literal display.
unescape() {
	sed -e 's/\\&//g' -e "s/\\\\(aq/'/g" -e 's/\\(dq/"/g' \
		-e 's/\\(ga/`/g' -e 's/\\(ha/^/g' -e 's/\\(ti/~/g' \
		-e 's/\\-/-/g' -e 's/\\e/\\/g' "$1"
}

# What stands in the page for a line of output.
escape() {
	sed -e 's/\\/\\e/g' -e "s/'/\\\\(aq/g" -e 's/`/\\(ga/g' \
		-e 's/\^/\\(ha/g' -e 's/~/\\(ti/g' -e 's/-/\\-/g' \
		-e 's/^\./\\\&./' "$1"
}

# extract PAGE DIR: display N becomes DIR/N.sh, whose i-th command writes
# N.i.out, N.i.err and N.i.status; DIR/N.i.want is what the page shows and
# DIR/N.i.command the command.
extract() {
	unescape "$doc/$1" | awk -v dir="$2" '
		function flush_command() {
			if (command == "")
				return
			base = n "." ++i
			printf "%s\n", command >(dir "/" base ".command")
			printf "{ %s\n} >%s.out 2>%s.err\necho $? >%s.status\n",
				command, base, base, base >(dir "/" n ".sh")
			printf "%s", want >(dir "/" base ".want")
			command = want = ""
		}
		/^\.Bd -literal/ { literal = 1; first = 1; next }
		/^\.Ed/ { flush_command(); literal = example = 0; next }
		!literal { next }
		first {
			first = 0
			if (example = /^\$ /) {
				n++
				i = 0
			}
		}
		!example { next }
		/^\$ / { flush_command(); command = substr($0, 3); head = 1; next }
		head && /^> / { command = command "\n" substr($0, 3); next }
		{ head = 0; want = want $0 "\n" }'
}

# same WANT GOT: the first lines of GOT where WANT ends in "..."
same() {
	if [ "$(tail -n 1 "$1")" = ... ]; then
		lines=$(($(wc -l <"$1") - 1))
		[ "$(wc -l <"$2")" -gt "$lines" ] || return 1
		head -n "$lines" "$1" >"$scratch/want"
		head -n "$lines" "$2" >"$scratch/got"
		cmp -s "$scratch/want" "$scratch/got"
	else
		cmp -s "$1" "$2"
	fi
}

# A terminal shows both streams, in either order; a crawl speaks before the
# import that it begins.
holds() {
	if [ ! -s "$1.want" ]; then
		[ "$(cat "$1.status" 2>/dev/null)" = 0 ]
		return
	fi
	cat "$1.out" "$1.err" >"$1.both"
	cat "$1.err" "$1.out" >"$1.reverse"
	{
		head -n 1 "$1.err"
		cat "$1.out"
		tail -n +2 "$1.err"
	} >"$1.around"
	same "$1.want" "$1.both" || same "$1.want" "$1.reverse" ||
		same "$1.want" "$1.around"
}

# http://example.org/ of the examples: two linked articles, and one that its
# sitemap names, behind a proxy on this machine
site=
serve_site() {
	command -v wget >/dev/null && command -v python3 >/dev/null || return 0
	root=$scratch/site/http:/example.org
	mkdir -p "$root/tin"
	for path in onecms/khanhhoa-chong-lang-phi \
		wordpress/dongthap-hop-tac-xa nukeviet/phutho-ket-nap-hoc-sinh; do
		sed 's/href="[^"]*"/href="#"/g' "$srcdir/corpus/html/$path.html" \
			>"$root/tin/${path#*/}.html"
	done
	cat >"$root/index.html" <<-END
	<a href="/tin/khanhhoa-chong-lang-phi.html">một</a>
	<a href="/tin/dongthap-hop-tac-xa.html">hai</a>
	END
	cat >"$root/sitemap.xml" <<-END
	<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
	<loc>http://example.org/tin/phutho-ket-nap-hoc-sinh.html</loc>
	<lastmod>2024-01-02</lastmod></url></urlset>
	END
	python3 - "$scratch/site" >"$scratch/port" 2>/dev/null <<-END &
	import functools, http.server, sys
	handler = functools.partial(http.server.SimpleHTTPRequestHandler,
	                            directory=sys.argv[1])
	server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
	print(server.server_port, flush=True)
	server.serve_forever()
	END
	site=$!
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ ! -s "$scratch/port" ] || break
		sleep .2
	done
	http_proxy=http://127.0.0.1:$(cat "$scratch/port")
	export http_proxy
}
trap '[ -z "$site" ] || kill "$site"; rm -rf "$scratch"' EXIT
unset no_proxy NO_PROXY

check_display() {
	page=$1
	display=$2
	if grep -q 'jq ' "$display.sh" && ! command -v jq >/dev/null; then
		skip "$page, display $display" 'no jq'
		return
	fi
	if [ -z "$site" ] && grep '^{ tracuu-crawl ' "$display.sh" |
	   grep -v -e '--dry-run' | grep -q 'http'; then
		skip "$page, display $display" 'no wget or python3'
		return
	fi
	sh "$display.sh"
	for want in "$display".*.want; do
		base=${want%.want}
		description="$page: $(head -n 1 "$base.command" | tr '#\134' '  ')"
		if holds "$base"; then
			pass "$description"
		else
			fail "$description"
			cat "$base.out" "$base.err" >"$base.both" 2>/dev/null
			diff -u "$want" "$base.both" | comment
			comment "$base.status"
		fi
	done
}

# update PAGE: its examples with the output that they have now, as much of it
# as the page shows
update() {
	for want in [0-9]*.want; do
		base=${want%.want}
		[ -s "$want" ] || continue
		if holds "$base"; then
			cat "$want"
		elif [ "$(tail -n 1 "$want")" = ... ]; then
			head -n $(($(wc -l <"$want") - 1)) "$base.both"
			echo ...
		else
			cat "$base.both"
		fi | escape - >"$base.text"
	done
	awk '
		/^\.Bd -literal/ { literal = 1; first = 1; print; next }
		/^\.Ed/ { literal = example = 0 }
		literal && first {
			first = 0
			if (example = /^\$ /) {
				n++
				i = 0
			}
		}
		!example { print; next }
		/^\$ / {
			print
			text = n "." ++i ".text"
			head = 1
			next
		}
		head && /^> / { print; next }
		head {
			head = 0
			while ((getline line <text) > 0)
				print line
		}' "$doc/$1" >page.new &&
		cp page.new "$doc/$1"
}

# commands PAGE: those of its examples, and a line for each display
commands() {
	examples "$1" | awk '
		/^\$ / || (head && /^> /) { print; head = 1; next }
		{ head = 0 }
		/^\.Bd$/'
}

# examples PAGE: its displays of examples, as they stand in the source
examples() {
	awk '
		/^\.Bd -literal/ { literal = 1; first = 1; next }
		/^\.Ed/ { literal = example = 0; next }
		literal && first { first = 0; if (example = /^\$ /) print ".Bd" }
		example' "$doc/$1"
}

# update_translation PAGE: its examples as those of the English page
update_translation() {
	examples "${1#vi/}" >"$scratch/examples"
	awk -v examples="$scratch/examples" '
		/^\.Bd -literal/ { literal = 1; first = 1; print; next }
		/^\.Ed/ { literal = example = 0 }
		literal && first {
			first = 0
			if (example = /^\$ /) {
				if (!n++)
					getline line <examples
				while ((getline line <examples) > 0 && line != ".Bd")
					print line
			}
		}
		!example' "$doc/$1" >"$scratch/page.new" &&
		cp "$scratch/page.new" "$doc/$1"
}

# Each page in a directory of its own, where the archive demo stands unless
# the page makes it.
check_page() {
	where=$scratch/$1
	mkdir -p "$where"
	ln -s "$srcdir/corpus" "$where/corpus"
	extract "$1" "$where"
	here=$PWD
	cd "$where" || exit 1
	grep -qx 'tracuu-import --db demo corpus' ./1.1.command ||
		cp -r "$scratch/demo" .
	count=0
	while [ -f "$((count + 1)).sh" ]; do
		count=$((count + 1))
		check_display "$1" "$count"
	done
	[ "$updating" = no ] || update "$1"
	cd "$here" || exit 1
	if [ "$count" -ge 3 ]; then
		pass "$1 has $count displays of examples"
	else
		fail "$1 has $count displays of examples, too few"
	fi
}

ln -s "$srcdir/corpus" "$scratch/corpus"
(cd "$scratch" && tracuu-import --db demo --quiet corpus 2>/dev/null)
serve_site
export LANGUAGE=en
for page in $pages; do
	check_page "$page"
done
export LANGUAGE=vi
for page in $translations; do
	commands "${page#vi/}" >"$scratch/a"
	commands "$page" >"$scratch/b"
	if [ "$updating" = yes ] && ! cmp -s "$scratch/a" "$scratch/b"; then
		update_translation "$page"
	fi
	if [ "$page" = vi/tracuu-crawl.1 ] && ! command -v gettext >/dev/null; then
		skip "$page" 'no gettext(1)'
	elif [ "$vietnamese" = yes ]; then
		check_page "$page"
	else
		skip "$page" 'the programs do not speak Vietnamese'
	fi
done
export LANGUAGE=en

# mandoc knows the headings NAME and SYNOPSIS in English only.
for page in $pages $translations; do
	if ! command -v mandoc >/dev/null; then
		skip "$page is clean mdoc" 'no mandoc'
		continue
	fi
	mandoc -T lint -W warning "$doc/$page" >"$scratch/lint" 2>&1
	case $page in
	vi/*)
		sed -i -e '/first section is not "NAME"/d' \
			-e '/description line outside NAME section/d' \
			"$scratch/lint"
		;;
	esac
	if [ ! -s "$scratch/lint" ]; then
		pass "$page is clean mdoc"
	else
		fail "$page is clean mdoc"
		comment "$scratch/lint"
	fi
done

for page in $pages $translations; do
	sed -n '/^\.Bd -literal/,/^\.Ed/p' "$doc/$page" |
		unescape - | grep -E '.{79}' >"$scratch/wide"
	if [ ! -s "$scratch/wide" ]; then
		pass "$page: no example is wider than 78 columns"
	else
		fail "$page: no example is wider than 78 columns"
		comment "$scratch/wide"
	fi
done

# The commands of a README run one after the other; to find nothing is an
# answer, too.
check_readme() {
	where=$scratch/readme.$1
	mkdir "$where"
	ln -s "$builddir/tracuu" "$builddir/tracuu-import" "$srcdir/corpus" \
		"$where"
	# shellcheck disable=SC2016 # as it stands there
	sed -n -e 's|/srv/crawl|corpus|' \
		-e 's/^    \(\(id=\$(\)*\.\/tracuu.*\)/\1/p' "$srcdir/$1" \
		>"$where/commands"
	# shellcheck disable=SC2016
	while IFS= read -r command; do
		printf '%s\n' "$command" \
			'status=$?; [ $status -le 1 ] || echo "exit $status"'
	done <"$where/commands" >"$where/run.sh"
	(cd "$where" && sh -x ./run.sh >out 2>err)
	count=$(wc -l <"$where/commands")
	if [ "$count" -ge 20 ] && ! grep -q '^exit [0-9]*$' "$where/out"; then
		pass "$1: its $count commands run"
	else
		fail "$1: its $count commands run"
		grep -e "^+ \./" -e "^tracuu" -e "^+ echo" "$where/err" |
			grep -B 2 '^+ echo' | comment
	fi
}
for page in README.md README.vi.md; do
	if command -v jq >/dev/null; then
		check_readme "$page"
	else
		skip "$page" 'no jq'
	fi
done

# compare DESCRIPTION: two sorted lists, $scratch/a and $scratch/b
compare() {
	if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
		pass "$1"
	else
		fail "$1"
		diff -u "$scratch/a" "$scratch/b" | comment
	fi
}

for page in $translations; do
	commands "${page#vi/}" >"$scratch/a"
	commands "$page" >"$scratch/b"
	compare "$page has the examples of the English page"
done

# frame PAGE: how its text is laid out, a line for each heading, paragraph,
# display and row of a list, with what programs read of that row.  The synopsis,
# which each page lays out as its headings need it, gives its options only.
frame() {
	awk '
		/^\.Ed/ { literal = 0 }
		/^\.Sh/ { heads++ }
		heads == 2 {
			for (i = 1; i < NF; i++)
				if ($i ~ /^\.?Fl$/)
					print "synopsis", $(i + 1)
		}
		heads < 3 || literal { next }
		/^\.Bd/ { literal = 1 }
		/^\.It [0-9]+$/ { print; next }
		/^\.(Sh|Ss|Pp|Bd|Ed|Bl|El|It)( |$)/ {
			row = $1
			for (i = 2; $1 == ".It" && i < NF; i++)
				if ($i ~ /^(Fl|Cm|Ev|Pa)$/)
					row = row " " $i " " $(i + 1)
			print row
		}' "$doc/$1"
}

# marked PAGE: what it marks up as an option, a value or command, a key of
# JSON, a variable or a file
marked() {
	awk '
		/^\.Bd/ { literal = 1 }
		/^\.Ed/ { literal = 0 }
		literal || !/^\./ { next }
		{
			macro = ""
			for (i = 1; i <= NF; i++) {
				word = $i
				sub(/^\./, "", word)
				if (word ~ /^[A-Z][a-z]$/)
					macro = word
				else if (macro ~ /^(Fl|Cm|Em|Ev|Pa)$/ &&
				    word ~ /[A-Za-z0-9]/)
					print macro, word
			}
		}' "$doc/$1" | sort -u
}

# references PAGE: the sections that it speaks of and does not have
references() {
	sed -n 's/^\.Sx \(.*[^ .,:;]\)\( [.,:;]\)*$/\1/p' "$doc/$1" | sort -u \
		>"$scratch/sections"
	sed -n 's/^\.S[hs] //p' "$doc/$1" | sort | comm -23 "$scratch/sections" -
}

for page in $translations; do
	frame "${page#vi/}" >"$scratch/a"
	frame "$page" >"$scratch/b"
	compare "$page has the paragraphs and rows of the English page"
	marked "${page#vi/}" >"$scratch/a"
	marked "$page" >"$scratch/b"
	compare "$page names the options, values, variables and files"
done
for page in $pages $translations; do
	expect_output "$page refers to sections that it has" \
		references "$page" </dev/null
done

# unfound PAGE: documents that it names and that are not installed
unfound() {
	sed -n 's/^\.P[aq] *\(Pa \)*\(doc\/\)*\([a-z]*\.md\).*/\3/p' "$doc/$1" |
		sort -u >"$scratch/documents"
	sed -n '/^dist_doc_DATA/,/[^\\]$/p' "$srcdir/Makefile.am" |
		grep -o '[a-z]*\.md' | sort | comm -23 "$scratch/documents" -
}

for page in $pages $translations; do
	expect_output "$page names documents that are installed" \
		unfound "$page" </dev/null
done

# words PAGE: every word of a page's requests, without the escapes
words() {
	unescape "$doc/$1" | tr -s ' ' '\n'
}

# listed PAGE: the words of stdin that the page has, sorted
listed() {
	words "$1" | sort -u >"$scratch/words"
	sort -u | comm -12 - "$scratch/words"
}

for program in tracuu tracuu-import tracuu-crawl; do
	"$program" --help | grep -o -- '--[a-z][a-z-]*' | sort -u >"$scratch/a"
	grep -o 'Fl -[a-z][a-z-]*' "$doc/$program.1" |
		sed 's/^Fl /-/' | sort -u >"$scratch/b"
	compare "$program(1) has the options of --help and no other"
done

sed -n 's/.*\[TC_REJECT_.*\] = N_("\(.*\)").*/\1/p' \
	"$srcdir/src/import/reject.c" | grep -vx none |
	sort -u >"$scratch/a"
for page in tracuu-import.1 tracuu-json.5; do
	listed "$page" <"$scratch/a" >"$scratch/b"
	compare "$page has every reject reason"
done

sed -n '/^const struct tc_query_field tc_query_fields/,/^};/s/.*{ "\([a-z-]*\)", "\([a-z]*\)".*/\1: \2:/p' \
	"$srcdir/src/query/lex.c" | tr ' ' '\n' | sort -u >"$scratch/a"
grep '^\.It Cm .*:$' "$doc/tracuu-query.7" | tr ' ' '\n' | grep ':$' |
	sort -u >"$scratch/b"
compare 'tracuu-query(7) has every field and no other'

# The queries in its sentences and its table of dates are queries; operators and
# names of fields alone are none.  An archive knows the names of documents.
tracuu-import --quiet --db "$scratch/named" "$srcdir/corpus/spelling" \
	2>/dev/null
for page in tracuu-query.7 vi/tracuu-query.7; do
	{
		unescape "$doc/$page" | sed -n 's/^\.Ql //p' |
			sed 's/\\\[en\]/–/g; s/ [.,;:)]*$//' |
			grep -vE ':$|^(NEAR(/10)?|@ten)$'
		unescape "$doc/$page" | sed -n '/^ngay:/s/   */\n/gp'
	} | sort -u >"$scratch/queries"
	while IFS= read -r query; do
		tracuu --no-config --db "$scratch/named" --explain-query \
			-- "$query" \
			>"$scratch/out" 2>"$scratch/why" || head -n 1 "$scratch/why"
	done <"$scratch/queries" >"$scratch/unread"
	if [ "$(wc -l <"$scratch/queries")" -gt 80 ] &&
	   [ ! -s "$scratch/unread" ]; then
		pass "$page: the queries in its sentences can be asked"
	else
		fail "$page: the queries in its sentences can be asked"
		comment "$scratch/unread"
	fi
done

done_testing
