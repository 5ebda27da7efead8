#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Configuration files: which is read, what wins over what, and where a wrong
# one is wrong.
. "${srcdir:-.}/tests/lib.sh"

mkdir -p "$scratch/home/.config/tracuu" "$scratch/site/tracuu"
HOME=$scratch/home
XDG_CONFIG_DIRS=$scratch/none:$scratch/site
export HOME XDG_CONFIG_DIRS
user=$HOME/.config/tracuu/tracuu.conf
site=$scratch/site/tracuu/tracuu.conf
cd "$scratch" || exit 1

# opened COMMAND...: the archive that the program looks for
opened() {
	"$@" 2>&1 | sed -n "s/[^']*'\([^']*\)'.*/\1/p"
}
expect_output 'no file, no option: ./archive' opened "$tracuu" tin <<'EOF'
archive
EOF
echo 'db = of-the-site' >"$site"
expect_output 'that of the site' opened "$tracuu" tin <<'EOF'
of-the-site
EOF
printf '# mine\n\n  db=~/of-the-user  \n' >"$user"
expect_output 'that of the user wins, in the home directory' \
	opened "$tracuu" tin <<EOF
$HOME/of-the-user
EOF
expect_output 'for the importer too' opened "$import" --stats <<EOF
$HOME/of-the-user
EOF
mkdir -p "$scratch/xdg/tracuu"
echo 'db = of-xdg' >"$scratch/xdg/tracuu/tracuu.conf"
expect_output 'XDG_CONFIG_HOME names another directory' \
	opened env XDG_CONFIG_HOME="$scratch/xdg" "$tracuu" tin <<'EOF'
of-xdg
EOF
expect_output 'a pipe is waited for' sh -c "
	{ sleep 0.3; echo 'db = of-a-pipe'; } |
	'$tracuu' --config=/dev/stdin tin 2>&1 | grep -o of-a-pipe | head -n 1
	{ sleep 0.3; echo 'a = (tin'; } | '$tracuu' --queries=/dev/stdin \
		--explain-query @a 2>&1 | grep -o 'not closed'
	mkfifo fifo; timeout 5 '$tracuu' --config=fifo --explain-query tin |
		head -n 1" <<'EOF'
of-a-pipe
not closed
tin
EOF
expect_output 'the environment wins over the files' \
	opened env TRACUU_DB=of-the-environment "$tracuu" tin <<'EOF'
of-the-environment
EOF
expect_output 'the command line over all' \
	opened env TRACUU_DB=of-the-environment "$tracuu" --db=said tin <<'EOF'
said
EOF
echo 'db = chosen' >"$scratch/chosen"
expect_output '--config: this file alone' \
	opened "$tracuu" tin --config="$scratch/chosen" <<'EOF'
chosen
EOF
expect_output '--no-config: no file' opened "$tracuu" tin --no-config <<'EOF'
archive
EOF
expect_output 'for the importer' opened "$import" --stats --no-config <<'EOF'
archive
EOF
expect_output 'behind -- it is a word' \
	opened "$tracuu" -- tin --no-config <<EOF
$HOME/of-the-user
EOF

# sections
printf 'db = common\n[tracuu]\ndb = one\n[tracuu-import]\ndb = two\n' >"$user"
expect_output 'a section wins over the lines for both' \
	opened "$tracuu" tin <<'EOF'
one
EOF
expect_output 'and each program has its own' opened "$import" --stats <<'EOF'
two
EOF

# what a file says is what an option says
"$import" --no-config --db demo --quiet "$srcdir/corpus/dump" 2>/dev/null
# (one begins with the mark that Windows editors put there)
printf '\357\273\277db = demo\njobs = 1\n[tracuu]\nsort = date\nlimit = 3\nstamp = yes\n' \
	>"$user"
"$tracuu" --no-config --db demo --sort=date --limit=3 --stamp chi bộ \
	>"$scratch/want" 2>"$scratch/want-said"
expect_output 'sort and limit' "$tracuu" chi bộ <"$scratch/want"
expect_output 'stamp' sh -c "'$tracuu' chi bộ 2>&1 >/dev/null" \
	<"$scratch/want-said"
expect_output 'limit is for pages, an export has all' \
	"$tracuu" --sort=relevance --format=ids --match=all tỉnh <<EOF
$("$tracuu" --no-config --db demo --format=ids --match=all tỉnh)
EOF
expect_output 'no on the command line wins over yes' \
	sh -c "'$tracuu' --stamp=no count chi bộ 2>&1" <<EOF
$("$tracuu" --no-config --db demo count chi bộ)
EOF
echo 'db = site-one' >"$site"
printf '[tracuu]\ndb = demo\ndb = demo2\n' >"$user"
cp -r demo demo2
expect_output 'more than one archive, none of the site' \
	"$tracuu" count chi bộ <<EOF
$("$tracuu" --no-config --db demo --db demo2 count chi bộ)
EOF
expect_output 'and --db stands for all of them' \
	"$tracuu" --db demo count chi bộ <<EOF
$("$tracuu" --no-config --db demo count chi bộ)
EOF
printf '[tracuu]\ndb = demo\ncolor = always\n' >"$user"
expect_output 'colour always' "$tracuu" chi bộ <<EOF
$("$tracuu" --no-config --db demo --color=always chi bộ)
EOF
expect_output 'NO_COLOR wins over colour in a file' \
	env NO_COLOR=1 "$tracuu" chi bộ <<EOF
$("$tracuu" --no-config --db demo chi bộ)
EOF

# wrong TEXT PLACE-AND-MESSAGE DESCRIPTION; TEXT is printf's
wrong() {
	# shellcheck disable=SC2059
	printf "$1" >"$user"
	expect_error 2 "$user:$2" "wrong: $3" "$tracuu" tin
}
wrong 'db = x\n colour = no\n' "2:2: 'colour' may not" 'an unknown key'
wrong '[tracuu]\nformat = json\n' "2:1: 'format' may not" 'an option that may not'
wrong '[tracuu]\njobs = 2\n' "2:1: 'jobs' goes into the other" \
	'a key of the other program'
wrong '[tra]\n' '1:1: write [tracuu]' 'an unknown section'
wrong '[tracuu\n' '1:1: write [tracuu]' 'an unclosed section'
wrong 'sort = size\n' '1:8: --sort=size: choose one of' 'a wrong value'
wrong 'stamp = maybe\n' '1:9: --stamp=maybe: choose one of no, yes' 'a flag'
wrong 'sort =\n' "1:7: 'sort' has no value" 'no value'
wrong 'sort\n' "1:5: 'sort' has no value" 'no sign of equality'
wrong '# \341\273\231\ndb = b\377\n' '2:7: not UTF-8' 'a byte that is not UTF-8'
wrong '# \341\273\231 \377\n' '1:5: not UTF-8' 'columns are characters'
wrong 'db = b\000c\n' '1:7: not UTF-8' 'a NUL byte'
head -c 70000 /dev/zero | tr '\0' '#' >"$user"
expect_error 2 'larger than' 'wrong: a huge file' "$tracuu" tin
rm "$user"
mkdir "$user"
expect_error 2 'is a directory' 'wrong: a directory' "$tracuu" tin
expect_exit 0 'help comes whatever the file says' "$tracuu" --help
expect_exit 0 'and that of the importer' "$import" --help
rmdir "$user"
expect_error 2 'cannot open' 'wrong: --config names none' \
	"$import" --config=none --stats
echo 'limit = many' >"$user"
expect_output 'JSON where JSON was asked for' \
	sh -c "'$tracuu' --format=json tin | cut -c 1-24" <<'EOF'
{"error":{"code":"usage"
EOF

# the table, the page and the programs
keys_of() {
	sed -n "/^} keys/,/^};/s/.*{ \"\([a-z-]*\)\", .*$1.*/\1/p" \
		"$srcdir/tools/settings.c" | sort
}
keys_of SETTINGS >"$scratch/a"
sed -n '/^\.Ss Keys/,/^\.Pp/p' "$srcdir/doc/tracuu.conf.5" |
	sed -n 's/^\.\(It \)*Cm//p' | tr ' ' '\n' | grep '^[a-z]' | sort -u >"$scratch/b"
if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
	pass 'tracuu.conf(5) has every key'
else
	fail 'tracuu.conf(5) has every key'
	diff "$scratch/a" "$scratch/b" | comment
fi
while read -r program constant; do
	"$builddir/$program" --help | grep -o '^  --[a-z-]*' |
		sed 's/^  --//' | sort >"$scratch/b"
	keys_of "$constant" | comm -23 - "$scratch/b" >"$scratch/a"
	if [ -s "$scratch/b" ] && [ ! -s "$scratch/a" ]; then
		pass "every key is an option of $program"
	else
		fail "every key is an option of $program"
		comment "$scratch/a"
	fi
done <<'EOF'
tracuu SETTINGS_TRACUU
tracuu-import SETTINGS_IMPORT
EOF
sed 's/^#\([a-z-]* =\)/\1/' "$srcdir/doc/tracuu.conf" >"$user"
expect_error 4 "$HOME/archive" 'the example, all of it' "$tracuu" tin
expect_error 4 "$HOME/archive" 'and for the importer' "$import" --stats

done_testing
