# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of tracuu-import: its options and what they may be given, as
# it lists them; where it lists nothing more, files.
function __tracuu_import_complete
	set -l last (commandline -ct)
	string match -q -- '-*' $last
	and command tracuu-import --complete 2>/dev/null |
		string match -r -- '^'(string escape --style=regex -- $last)'.+'
end
complete -c tracuu-import -n 'count (__tracuu_import_complete) >/dev/null' \
	-f -a '(__tracuu_import_complete)'
