#!/bin/bash
#
# Sees to the Debian packages that building and testing need.
#   test/packages.sh build      what builds the extension, and a server to run it
#   test/packages.sh check      that, and what the tests need
# Installs what is missing, quietly, when it may (as root or by sudo without a
# password); otherwise names it and fails.  No cluster of the system's own is
# made or started.
set -u

missing=()
need() { # COMMAND PACKAGE...: the packages are missing when the command fails
	local probe=$1
	shift
	sh -c "$probe" >/dev/null 2>&1 || missing+=("$@")
}

# The major version whose pg_config is there, else the one that Debian has.
version=$("${PG_CONFIG:-pg_config}" --version 2>/dev/null | sed -n 's/^PostgreSQL \([0-9]*\).*/\1/p')
if [ -z "$version" ]; then
	version=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -1)
fi
if [ -z "$version" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	apt-get -qq update >/dev/null
	version=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -1)
fi
version=${version:-15}
config=${PG_CONFIG:-pg_config}

need 'command -v make' make
need 'command -v gcc' gcc libc6-dev
need 'command -v pkg-config' pkg-config
need 'pkg-config --exists icu-uc icu-i18n' libicu-dev
need 'command -v xml2-config' libxml2-dev
need 'pkg-config --exists zlib' zlib1g-dev
need "test -f \"\$($config --includedir-server)/postgres.h\"" "postgresql-server-dev-$version"
need "test -x \"\$($config --bindir)/initdb\"" "postgresql-$version"
if [ "${1:-}" = check ]; then
	need 'command -v prove' perl
	need 'perl -MIPC::Run -e 1' libipc-run-perl
	need 'command -v python3' python3
	# Fuzzing does without clang when it cannot be had.
	need 'command -v clang' clang
	need 'ls "$(clang -print-resource-dir)"/lib/linux/libclang_rt.fuzzer-*.a' libclang-rt-dev
fi
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
	as_root=(sudo -n)
	if ! sudo -n true 2>/dev/null; then
		echo "missing packages, install them as root: ${missing[*]}" >&2
		exit 1
	fi
fi
if ! command -v apt-get >/dev/null; then
	echo "missing, and this is no Debian; Debian calls them: ${missing[*]}" >&2
	exit 1
fi

echo "installing ${missing[*]}"
# PostgreSQL's package would make and start a cluster: the tests bring their own.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
	"${as_root[@]}" mkdir -p /etc/postgresql-common
	echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
log=$(mktemp)
install() {
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
		-o Dpkg::Options::=--force-confold -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1
}
if ! install "${missing[@]}"; then
	"${as_root[@]}" apt-get -qq update >/dev/null 2>&1
	if ! install "${missing[@]}"; then
		tail -20 "$log" >&2
		rm -f "$log"
		exit 1
	fi
fi
rm -f "$log"
