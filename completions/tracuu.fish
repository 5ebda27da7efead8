# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of tracuu: the program says what a word may become.
function __tracuu_complete
	set -l words (commandline -opc)
	set -l last (commandline -ct | string unescape)
	$words[1] complete -- $words[2..-1] "$last" 2>/dev/null
end
complete -c tracuu -f -a '(__tracuu_complete)'
complete -c tracuu -l db -r -F
complete -c tracuu -l queries -r -F
