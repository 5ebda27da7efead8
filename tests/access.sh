#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An archive that is there, and that the user may not read; and one in which
# something else stands where a file should.  Nothing waits for a pipe, and
# nothing but the archive's own tables is opened.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
"$import" --quiet --db "$db" "$srcdir/corpus/dump" 2>/dev/null
"$import" --quiet --db "$scratch/sharded" --shards=2 "$srcdir/corpus/dump" \
	2>/dev/null

# copy NAME [FROM]: a fresh one in $copy
copy() {
	copy=$scratch/$1
	cp -r "${2:-$db}" "$copy"
}

# ---- rights ----

chmod 755 "$scratch"
as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if [ "$(id -u)" -ne 0 ]; then
	as_nobody='env'
fi
# shellcheck disable=SC2086 # words
if $as_nobody "$tracuu" --db "$db" --limit=0 chi >/dev/null 2>&1; then
	for part in . XAPIANDB gen-0001 gen-0001/iamglass \
		gen-0001/docdata.glass gen-0001/postlist.glass; do
		copy "denied-$(echo "$part" | tr / -)"
		chmod 000 "$copy/$part"
		expect_error 4 "access to '" "no right to read: $part" \
			timeout 10 $as_nobody "$tracuu" --db "$copy" chi
		expect_error 4 "access to '" "nor has the importer: $part" \
			timeout 10 $as_nobody "$import" --db "$copy" --verify
	done
	expect_output 'programs are told so too' sh -c \
		"$as_nobody '$tracuu' --db '$copy' --format=json chi |
		jq -r .error.code" <<'END'
no-access
END
	expect_output 'and people, whose it is and what to do' \
		sh -c "$as_nobody '$tracuu' --db '$copy' chi 2>&1" <<END
tracuu: archive '$copy': access to '$copy/gen-0001/postlist.glass' is denied; its owner has to let user $($as_nobody id -u) read it ('namei -l $copy/gen-0001/postlist.glass' shows the rights on the way)
END
	mkdir -p "$scratch/home/.config/tracuu"
	echo 'limit = x' >"$scratch/home/.config/tracuu/tracuu.conf"
	chmod 000 "$scratch/home"
	expect_exit 0 "another user's home has no configuration" \
		env HOME="$scratch/home" $as_nobody "$tracuu" --db "$db" chi
	chmod 755 "$scratch/home"
	chmod 000 "$scratch/home/.config/tracuu/tracuu.conf"
	expect_error 2 'Permission denied' 'a file that is there has to be read' \
		env HOME="$scratch/home" $as_nobody "$tracuu" --db "$db" chi
	copy termlist
	chmod 000 "$copy/gen-0001/termlist.glass"
	expect_exit 0 'a table that a search does not read' \
		$as_nobody "$tracuu" --db "$copy" --limit=1 chi
	expect_error 4 "access to '" 'and that a check does' \
		$as_nobody "$import" --db "$copy" --verify
	copy search
	chmod 644 "$copy/gen-0001"
	expect_error 4 "access to '" 'a directory that may be listed only' \
		$as_nobody "$tracuu" --db "$copy" chi
	copy shard "$scratch/sharded"
	chmod 000 "$copy/gen-0001/shard-02"
	expect_error 4 "access to '$copy/gen-0001/shard-02" 'one shard' \
		$as_nobody "$tracuu" --db "$copy" chi
	mkdir -m 700 "$scratch/private"
	copy private/archive
	expect_error 4 "access to '" 'a directory on the way' \
		$as_nobody "$tracuu" --db "$copy" chi
	expect_error 4 "access to '" 'one of two archives' \
		$as_nobody "$tracuu" --db "$db" --db "$copy" chi
else
	skip 'rights' 'no setpriv, or nobody may run the program'
fi

# no more files to be had is no damage, and may be better in a moment; with too
# few of them no program starts (127)
for n in 3 4 5 6 7 8 9 10 12; do
	# shellcheck disable=SC3045
	(ulimit -n $n && exec "$tracuu" --db "$db" --limit=0 chi) \
		>/dev/null 2>&1
	echo "exit $?"
done >"$scratch/ends"
expect_output 'too few files' grep -vxE 'exit (0|75|127)' "$scratch/ends" \
	</dev/null

# ---- what is no file ----

copy pipe-stub
rm "$copy/XAPIANDB"
mkfifo "$copy/XAPIANDB"
expect_error 6 'is no regular file' 'a pipe for the file that names the tables' \
	timeout 10 "$tracuu" --db "$copy" chi
copy directory-stub
rm "$copy/XAPIANDB"
mkdir "$copy/XAPIANDB"
expect_error 6 'is no regular file' 'a directory for it' \
	timeout 10 "$tracuu" --db "$copy" chi
for file in iamglass postlist.glass docdata.glass termlist.glass \
	position.glass tables.sum dates.order; do
	copy "pipe-$file"
	rm -f "$copy/gen-0001/$file"
	mkfifo "$copy/gen-0001/$file"
	case $file in
	*glass)
		expect_error 6 'is no regular file' "a pipe for $file" \
			timeout 10 "$tracuu" --db "$copy" chi
		expect_exit 6 "$file, to an import" timeout 10 "$import" \
			--quiet --db "$copy" "$srcdir/corpus/dump"
		;;
	*)
		expect_exit 0 "a pipe for $file" timeout 10 "$tracuu" \
			--db "$copy" --sort=date --limit=1 chi
		;;
	esac
done
ln -s loop "$scratch/loop"
expect_error 4 'Too many levels of symbolic links' 'a loop of links' \
	"$tracuu" --db "$scratch/loop" chi
copy loop-stub
ln -sf XAPIANDB "$copy/XAPIANDB"
expect_error 6 'Too many levels of symbolic links' 'a loop for the file' \
	"$tracuu" --db "$copy" chi

# ---- tables from elsewhere ----

cat >"$scratch/program" <<END
#!/bin/sh
echo ran >"$scratch/ran"
END
chmod +x "$scratch/program"
# nothing_runs DESCRIPTION: whatever is asked of the copy
nothing_runs() {
	expect_exit 6 "$1" timeout 10 "$tracuu" --db "$copy" chi
	timeout 10 "$tracuu" --remote=ssh --db "$copy" chi >/dev/null 2>&1
	timeout 10 "$import" --db "$copy" --verify >/dev/null 2>&1
	timeout 10 "$import" --quiet --db "$copy" "$srcdir/corpus/dump" \
		>/dev/null 2>&1
	sleep 0.2
	if [ -e "$scratch/ran" ]; then
		fail "$1: starts no program"
		rm "$scratch/ran"
	else
		pass "$1: starts no program"
	fi
}
copy stub-in-place
rm -r "$copy/gen-0001"
echo "remote :$scratch/program x" >"$copy/gen-0001"
nothing_runs 'a list of databases in the place of one'
copy stub-inside
rm "$copy/gen-0001"/*
echo "remote :$scratch/program x" >"$copy/gen-0001/XAPIANDB"
nothing_runs 'a list of databases inside one'
echo "auto $db/gen-0001" >"$copy/gen-0001/XAPIANDB"
nothing_runs 'one that leads out of the archive'
mkdir "$copy/gen-0001/replica_0"
echo "remote :$scratch/program x" >"$copy/gen-0001/replica_0/XAPIANDB"
echo 'auto replica_0' >"$copy/gen-0001/XAPIANDB"
nothing_runs 'a list inside a copy'
rm -r "$copy/gen-0001/replica_0"
cp -r "$db/gen-0001" "$copy/gen-0001/replica_0"
expect_exit 0 'a copy that is kept by replication' \
	"$tracuu" --db "$copy" chi
echo 'auto replica_0' >>"$copy/gen-0001/XAPIANDB"
expect_error 6 'has to name one directory of tables beside it' \
	'a list of two in a copy' "$tracuu" --db "$copy" chi

# ---- a lock that leads out of it ----

copy lock
echo precious >"$scratch/precious"
ln -sf "$scratch/precious" "$copy/lock"
expect_error 74 "$copy/lock: " 'a lock that is a link is not written through' \
	"$import" --quiet --db "$copy" "$srcdir/corpus/dump"
expect_output 'and what it leads to stays' cat "$scratch/precious" <<'END'
precious
END

done_testing
