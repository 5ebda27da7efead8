#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What shells offer at the Tab key: the programs' own lists, and each shell's
# file that asks for them.
. "${srcdir:-.}/tests/lib.sh"

demo=$scratch/demo
"$import" --db "$demo" --quiet "$srcdir/corpus/dump" 2>/dev/null
ln -s "$tracuu" "$scratch/tracuu"
ln -s "$import" "$scratch/tracuu-import"
PATH=$scratch:$PATH
TRACUU_DB=$demo
export TRACUU_DB

expect_output 'an option by its first letters' \
	tracuu complete -- --form <<'EOF'
--format=
--format-version=
EOF
expect_output 'what an option may be given' \
	tracuu complete -- tinh --format=j <<'EOF'
--format=json
--format=jsonl
EOF
expect_output 'of formats, those that the command has' \
	tracuu complete -- timeline tinh --format= <<'EOF'
--format=text
--format=json
--format=csv
--format=tsv
--format=svg
EOF
expect_output 'a query without a command is a search' \
	tracuu complete -- tinh --format= <<EOF
$(printf -- '--format=%s\n' text json jsonl csv tsv ids bibtex csl ris)
EOF
mkdir -p "$scratch/.config/tracuu"
printf '# đã đặt tên\nBa-Khoán = so:05-CT/TW\ngần-đây = ngay:2024..\n' \
	>"$scratch/.config/tracuu/queries"
printf 'khác = tin\n' >"$scratch/queries"
expect_output 'a named query' tracuu complete -- chi -@ba <<'EOF'
-@Ba-Khoán
EOF
expect_output 'of a file that was named before' \
	tracuu complete -- --queries="$scratch/queries" @ <<'EOF'
@khác
EOF
printf 'hai từ = a\ncuối = b\n' >"$scratch/queries"
expect_output 'behind a line that is none' \
	tracuu complete -- --queries="$scratch/queries" @ <<'EOF'
@cuối
EOF
expect_output 'the second value of a field' \
	tracuu complete -- so:05-CT/TW,18-nq <<'EOF'
so:05-CT/TW,18-NQ/TW
EOF
expect_output 'behind a field named with marks and hyphens' \
	tracuu complete -- 'Đơn-Vị:dang bo xa sen' <<'EOF'
Đơn-Vị:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'behind one in quotation marks' \
	tracuu complete -- 'unit:"a, b","dang bo xa sen' <<'EOF'
unit:"a, b","Đảng bộ xã Sen Hạ"
EOF
expect_output 'the last of a list' \
	tracuu complete -- facets --facets=year/t <<'EOF'
--facets=year/type
EOF
expect_output 'a command, and fields in both languages' \
	tracuu complete -- s <<'EOF'
search
show
so:
su-kien:
site:
EOF
expect_output 'a command behind options, and the value of one' \
	tracuu complete -- --db=x --limit 3 --sort date co <<'EOF'
count
compare
EOF
expect_output 'none behind the end of options' \
	tracuu complete -- --db=x -- co </dev/null
for option in --color '--db=x --color'; do
	# shellcheck disable=SC2086 # words
	expect_output "what a word of its own may be: $option" \
		tracuu complete -- $option al <<'EOF'
always
EOF
done
ln -s "$demo" "$HOME/kho"
expect_output 'an archive in the home directory' env TRACUU_DB=none \
	tracuu complete -- --db '~/kho' so:18-nq <<'EOF'
so:18-NQ/TW
EOF
expect_output 'in a list' tracuu complete -- facets --facets year,t <<'EOF'
year,type
EOF
expect_output 'of formats, those of the command' \
	tracuu complete -- timeline --format s <<'EOF'
svg
EOF
expect_output 'a word that is an option behind the end of options is none' \
	tracuu complete -- -- --color al </dev/null
expect_output 'an id is no field, nor is a text' \
	sh -c 'tracuu complete -- show ""; tracuu complete -- analyze s' \
	</dev/null
expect_output 'no command behind the first word' \
	tracuu complete -- chi d <<'EOF'
date:
donvi:
EOF
expect_output 'a number of the archive, in small letters' \
	tracuu complete -- so:18-nq <<'EOF'
so:18-NQ/TW
EOF
expect_output 'and by itself behind cites' \
	tracuu complete -- cites 18-nq <<'EOF'
18-NQ/TW
EOF
expect_output 'a unit, typed without marks, behind a sign' \
	tracuu complete -- '-unit:dang bo xa sen' <<'EOF'
-unit:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'a committee is its organisation' \
	tracuu complete -- 'unit:đảng ủy xã sen' <<'EOF'
unit:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'as soon as it is told apart' \
	tracuu complete -- 'unit:đảng ủ' <<EOF
$(tracuu complete -- 'unit:đảng bộ')
EOF
expect_output 'that of a province' tracuu complete -- 'unit:tinh u' <<EOF
$(tracuu complete -- 'unit:dang bo tinh')
EOF
expect_output 'a type by its name' tracuu complete -- 'loai:nghị q' <<'EOF'
loai:NQ
EOF
expect_output 'a field of two words, in one' \
	tracuu complete -- 'đơn vị:dang bo xa sen' <<'EOF'
đơn vị:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'and in two' tracuu complete -- họp đơn 'vị:dang bo xa sen' <<'EOF'
vị:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'a query that the shell has as one word' \
	tracuu complete -- 'họp (tin OR -unit:đảng ủy xã sen' <<'EOF'
họp (tin OR -unit:"Đảng bộ xã Sen Hạ"
EOF
expect_output 'behind a value that has its end' \
	tracuu complete -- 'unit:"Đảng bộ xã Sen Hạ" so:18-nq' <<'EOF'
unit:"Đảng bộ xã Sen Hạ" so:18-NQ/TW
EOF
expect_output 'a field there' tracuu complete -- 'unit:"x y" do' <<'EOF'
unit:"x y" donvi:
EOF
expect_output 'at most as many as asked for' \
	tracuu --limit=2 complete -- so:1 <<EOF
$(tracuu complete -- so:1 | head -n 2)
EOF
expect_output 'an archive that is not there has nothing to say' \
	sh -c 'tracuu complete -- --db=none so:1 2>&1; echo $?' <<'EOF'
0
EOF
cp -r "$demo" "$scratch/bad"
for at in $(seq 32 100); do
	cp "$demo/gen-0001/iamglass" "$scratch/bad/gen-0001/iamglass"
	printf '\133' | dd of="$scratch/bad/gen-0001/iamglass" bs=1 \
		seek="$at" conv=notrunc 2>/dev/null
	tracuu complete -- --db="$scratch/bad" unit:x >/dev/null 2>&1
	echo "exit $?"
done >"$scratch/ends"
expect_output 'one that Xapian crashes on is told of, at most' \
	grep -vxE 'exit (0|6)' "$scratch/ends" </dev/null
expect_output 'nor has what is not UTF-8' \
	sh -c 'tracuu complete -- "$(printf "so:\\377")" 2>&1; echo $?' <<'EOF'
0
EOF

expect_output 'nor has a word of two lines, or of what acts on a terminal' \
	sh -c 'tracuu complete -- "$(printf "họp\\nso:")" "$(printf "a\\033 so:")"
	tracuu complete -- "$(printf "họp\\nx so:18")"' </dev/null
tracuu --help | grep -o '^  --[a-z-]*' | sed 's/ *//' | sort >"$scratch/a"
tracuu complete -- -- | sed 's/=$//' | grep -vx -e --version | sort >"$scratch/b"
if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
	pass 'every option of the help'
else
	fail 'every option of the help'
	diff "$scratch/a" "$scratch/b" | comment
fi

if command -v bash >/dev/null; then
	# press LINE: what bash is told
	cat >"$scratch/press" <<'EOF'
. "$1/completions/$2"
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
COMP_LINE=$3 COMP_POINT=${#3}
case $3 in tracuu-import*) _tracuu_import ;; *) _tracuu ;; esac
printf '%s\n' "${COMPREPLY[@]}"
EOF
	press() {
		bash "$scratch/press" "$srcdir" "${1%% *}" "$1"
	}
	expect_output 'bash: an option' press 'tracuu --hyp' <<'EOF'
--hyperlinks
EOF
	expect_output 'bash: a value behind the sign of equality' \
		press 'tracuu tinh --color=a' <<'EOF'
auto
always
EOF
	expect_output 'bash: a number behind the colon' \
		press 'tracuu so:18-nq' <<'EOF'
18-NQ/TW
EOF
	expect_output 'bash: a unit comes quoted' \
		press 'tracuu donvi:dang\ bo\ xa\ sen' <<'EOF'
'"Đảng bộ xã Sen Hạ"'
EOF
	expect_output 'bash: inside quotation marks that are open' \
		press "tracuu donvi:'\"Đảng bộ xã Sen" <<'EOF'
"Đảng bộ xã Sen Hạ"
EOF
	expect_output 'bash: inside a query in quotation marks' \
		press "tracuu 'họp -unit:đảng ủy xã sen" <<'EOF'
họp -unit:"Đảng bộ xã Sen Hạ"
EOF
	mkdir "$scratch/files"
	mkdir "$scratch/files/kho tin" "$scratch/files/kho*"
	expect_output 'bash: a file is one word, whatever its name' \
		sh -c 'bash "$1/press" "$2" tracuu "tracuu --db=$1/files/kho" |
		sort' sh "$scratch" "$srcdir" <<EOF
$scratch/files/kho tin
$scratch/files/kho*
EOF

	expect_output 'bash: also where it is a word of its own' \
		sh -c 'bash "$1/press" "$2" tracuu "tracuu --db $1/files/kho" |
		sort' sh "$scratch" "$srcdir" <<EOF
$scratch/files/kho tin
$scratch/files/kho*
EOF

	# What an archive says stands on the line as text.  The program that
	# is asked is one that says the worst.
	mkdir "$scratch/fake"
	cat >"$scratch/fake/tracuu" <<'EOF'
#!/bin/sh
cat "${0%/*}/candidates"
EOF
	chmod +x "$scratch/fake/tracuu"
	cat >"$scratch/fake/candidates" <<'EOF'
nguon:tinhuy$(id>pwned).vn
nguon:a`id>pwned`.vn
nguon:"Chi bộ ${HOME} 'số' 1"
nguon:a;b|c&d<e>f(g)h{i,j}k*l?m[n]o
nguon:\a\\b#c~d!e^f
nguon:~root
EOF
	cat >"$scratch/worst" <<'EOF'
. "$1/completions/tracuu"
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
for start in nguon: nguon:\" nguon:\' ng; do
	COMP_LINE="tracuu $start" COMP_POINT=${#COMP_LINE}
	_tracuu
	close=${start#nguon:}
	case $start in ng) start='' close='' ;; esac
	for reply in "${COMPREPLY[@]}"; do
		eval "printf '%s\n' $start$reply$close"
	done | cmp - "$2/candidates" && echo same
done
ls "$2" "$PWD"
EOF
	# shellcheck disable=SC2016 # for the inner shell
	expect_output 'bash: the shell reads what was offered, and runs nothing' \
		sh -c 'cd "$2" && PATH=$3:$PATH bash "$1/worst" "$4" "$3" 2>&1' \
		sh "$scratch" "$scratch/files" "$scratch/fake" "$srcdir" <<EOF
same
same
same
same
$scratch/fake:
candidates
tracuu

$scratch/files:
kho tin
kho*
EOF
	expect_output 'bash: what an option of the importer may be given' \
		press 'tracuu-import --report=' <<'EOF'
conflicts
furniture
missing
rejects
EOF
	expect_output 'bash: a file, where it may be any' \
		press "tracuu-import --registry=$scratch/pre" <<EOF
$scratch/press
EOF
	expect_output 'bash: an option of the importer' \
		press 'tracuu-import --roll' <<'EOF'
--rollback
EOF
else
	skip 'bash' 'not installed'
fi
if command -v fish >/dev/null; then
	expect_output 'fish: a number' fish --no-config -c \
		". '$srcdir/completions/tracuu.fish'; complete -C 'tracuu so:18-NQ'" <<'EOF'
so:18-NQ/TW
EOF
	expect_output 'fish: a unit without its quotation mark' \
		fish --no-config -c ". '$srcdir/completions/tracuu.fish'
		complete -C 'tracuu unit:đảng_bộ_xã_sen'
		complete -C \"tracuu 'unit:đảng\" | LC_ALL=C sort" <<EOF
unit:Đảng_bộ_xã_Sen_Hạ
$(tracuu complete -- unit:đảng | sed 's/"//g; s/ /_/g' | LC_ALL=C sort)
EOF
	is 'which finds the same' \
		"$(tracuu count unit:Đảng_bộ_xã_Sen_Hạ)" \
		"$(tracuu count 'unit:"Đảng bộ xã Sen Hạ"')"
	for line in "tracuu 'unit:\"đảng bộ xã sen" \
		"tracuu 'họp -unit:\"đảng bộ xã sen"; do
		printf %s "$line" >"$scratch/line"
		expect_output "fish: in quotation marks that are open: $line" \
			fish --no-config -c ". '$srcdir/completions/tracuu.fish'
			set line (cat '$scratch/line'); complete -C \$line" <<EOF
$(printf %s "${line#*\'}" | sed 's/unit:.*/unit:"Đảng bộ xã Sen Hạ"/')
EOF
	done
	mkdir "$scratch/fish"
	touch "$scratch/fish/keys.tsv" "$scratch/fish/notes"
	expect_output 'fish: what an option of the importer may be given, or files' \
		fish --no-config -c "cd '$scratch/fish'
		. '$srcdir/completions/tracuu-import.fish'
		complete -C 'tracuu-import --missing='
		complete -C 'tracuu-import --roll'
		complete -C 'tracuu-import --registry=k'
		complete -C 'tracuu-import n'" <<'EOF'
--missing=delete
--missing=keep
--missing=mark
--rollback
--registry=keys.tsv
notes
EOF
else
	skip 'fish' 'not installed'
fi
if command -v zsh >/dev/null; then
	# compadd shows the list that it is given
	cat >"$scratch/press.zsh" <<'EOF'
compadd() { print -l -- ${(P)@[-1]} }
_files() { print files }
words=("${(@)argv[2,-1]}") CURRENT=$#words
service=${service:-tracuu}
. $1/completions/_tracuu
EOF
	expect_output 'zsh: what an option of the importer may be given' \
		env service=tracuu-import \
		zsh -f "$scratch/press.zsh" "$srcdir" tracuu-import \
		--missing= <<'EOF'
--missing=keep
--missing=mark
--missing=delete
EOF
	for word in 'unit:đảng\ ủy\ xã\ sen' "unit:'đảng ủy xã sen" \
		'unit:"đảng ủy xã sen' "'unit:đảng ủy xã sen" \
		"'unit:\"đảng ủy xã sen"; do
		expect_output "zsh: a unit: $word" zsh -f "$scratch/press.zsh" \
			"$srcdir" tracuu "$word" <<'EOF'
unit:"Đảng bộ xã Sen Hạ"
EOF
	done
	expect_output 'zsh: of nothing, not an empty word' \
		zsh -f "$scratch/press.zsh" "$srcdir" tracuu xyzzy </dev/null
	expect_output 'zsh: a file behind an option that takes one' \
		zsh -f "$scratch/press.zsh" "$srcdir" tracuu --db x <<'EOF'
files
EOF
	expect_output 'zsh: a number' zsh -f "$scratch/press.zsh" "$srcdir" \
		tracuu so:18-nq <<'EOF'
so:18-NQ/TW
EOF
else
	skip 'zsh' 'not installed'
fi
done_testing
