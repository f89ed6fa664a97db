#!/bin/sh
# run.sh [FOLDER] - the demo: everything from nothing, on a Debian machine.
#
# Installs by apt what is missing (as root or with sudo), builds the extension,
# starts a private cluster in a folder of its own, ingests the pages of FOLDER
# (test/corpus when none is given), prints what they say, writes a page to look
# at (build/timeline.html), and leaves nothing running and nothing installed but
# the packages.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
top=${here%/test/demo}
corpus=${1:-$top/test/corpus}
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES

say() {
	printf '%s\n' "$*" >&2
}

die() {
	say "demo: $*"
	exit 1
}

# Objects made for another PostgreSQL are of no use; build/flavour names it first.
build() {
	version=$("${PG_CONFIG:-pg_config}" --version)
	case $(cat "$top/build/flavour" 2>/dev/null) in
		"$version"*) ;;
		*)
			make -s -C "$top" clean >/dev/null 2>&1 || true
			mkdir -p "$top/build"
			echo "$version" >"$top/build/flavour"
			;;
	esac
	say "Building for $version ..."
	make -s -C "$top" -j"$(nproc)" >"$work/build.log" 2>&1 || {
		tail -40 "$work/build.log" >&2
		die "the build failed"
	}
}

clean_up() {
	[ ! -d "$cluster" ] || "$top/test/cluster.sh" stop "$cluster" >/dev/null 2>&1 || true
	rm -rf "$work"
}

[ -d "$corpus" ] || die "no folder $corpus"
[ -n "$(find "$corpus" -maxdepth 1 -type f ! -name '.*')" ] || die "no files in $corpus"
work=$(mktemp -d "${TMPDIR:-/tmp}/news_demo.XXXXXX")
cluster=$work/cluster
chmod 711 "$work"
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

"$top/test/packages.sh" build >&2 || exit 1
build

say "Starting a private cluster ..."
settings=$("$top/test/cluster.sh" start "$cluster")
eval "$settings"
make -s -C "$top" install PG_CONFIG="$PG_CONFIG" >"$work/install.log" 2>&1 || {
	tail -20 "$work/install.log" >&2
	die "make install failed"
}

# The server reads the pages itself, and may not be able to read the folder given.
mkdir "$work/pages"
find "$corpus" -maxdepth 1 -type f ! -name '.*' -exec cp {} "$work/pages/" \;
chmod -R a+rX "$work/pages"

# Notices in their place among the rows, without the name of this script's file before them.
PAGER='' psql -X -q -v ON_ERROR_STOP=1 -v pages="$work/pages" -v page="$top/build/timeline.html" <"$here/demo.sql" 2>&1
