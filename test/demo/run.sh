#!/bin/sh
# run.sh [FOLDER] - the demo: everything from nothing, on a Debian machine.
#
# Installs by apt what is missing (as root or with sudo), builds the extension,
# starts a private cluster in a folder of its own, ingests the pages of FOLDER
# (test/corpus when none is given), prints what they say, and leaves nothing
# running and nothing installed but the packages.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
top=${here%/test/demo}
corpus=${1:-$top/test/corpus}

say() {
	printf '%s\n' "$*" >&2
}

die() {
	say "demo: $*"
	exit 1
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "cannot install packages: run as root, or install sudo"
	fi
}

# ---- What the build needs ----

has_postgresql() {
	pg_config=${PG_CONFIG:-pg_config}
	command -v "$pg_config" >/dev/null &&
		[ -f "$("$pg_config" --pgxs)" ] &&
		[ -f "$("$pg_config" --includedir-server)/postgres.h" ] &&
		[ -x "$("$pg_config" --bindir)/initdb" ]
}

has_headers() {
	[ -f /usr/include/unicode/ucnv.h ] && [ -f /usr/include/libxml2/libxml/HTMLparser.h ]
}

has_tools() {
	command -v gcc >/dev/null && command -v make >/dev/null && command -v setpriv >/dev/null
}

install_packages() {
	command -v apt-get >/dev/null ||
		die "needs gcc, make, the headers of ICU and libxml2, and PostgreSQL with its server headers"
	say "Installing what the build needs (gcc, make, ICU, libxml2, PostgreSQL) ..."
	packages="gcc make libc6-dev util-linux libicu-dev libxml2-dev"
	has_postgresql || packages="$packages postgresql postgresql-server-dev-all"
	(
		DEBIAN_FRONTEND=noninteractive
		export DEBIAN_FRONTEND
		as_root apt-get -qq update
		# shellcheck disable=SC2086
		as_root apt-get -qq -y --no-install-recommends install $packages
	) >"$work/apt.log" 2>&1 || {
		tail -20 "$work/apt.log" >&2
		die "apt failed"
	}
}

# ---- The demo ----

# Objects of another PostgreSQL's headers are of no use.
build() {
	version=$("${PG_CONFIG:-pg_config}" --version)
	if [ "$(cat "$top/build/postgresql" 2>/dev/null)" != "$version" ]; then
		make -s -C "$top" clean >/dev/null 2>&1 || true
		mkdir -p "$top/build"
		echo "$version" >"$top/build/postgresql"
	fi
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
work=$(mktemp -d "${TMPDIR:-/tmp}/news_demo.XXXXXX")
cluster=$work/cluster
chmod 711 "$work"
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

has_tools && has_headers && has_postgresql || install_packages
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
find "$corpus" -maxdepth 1 -type f -exec cp {} "$work/pages/" \;
chmod -R a+rX "$work/pages"

PAGER='' PSQLRC=/dev/null psql -X -q -v ON_ERROR_STOP=1 -v pages="$work/pages" -f "$here/demo.sql"
