#!/bin/sh
# cluster.sh - a private PostgreSQL cluster for the demo and the tests.
#
#	test/cluster.sh start DIR			make and start a cluster in DIR, print its settings for eval
#	test/cluster.sh env DIR				print the settings again
#	test/cluster.sh restart DIR			stop it fast, start it again
#	test/cluster.sh crash DIR			kill every process of it at once (SIGKILL), leave the data
#	test/cluster.sh stop DIR			stop it and remove DIR
#	test/cluster.sh run DIR COMMAND...	start, run COMMAND with the settings, stop; its exit status
#
# DIR is new or empty, and a folder that the server's user can reach: as root
# the server runs as "postgres" or "nobody", so take a fresh one from mktemp -d,
# not one below /root.
#
# The cluster runs on a relocated copy of the installation that PG_CONFIG names
# (default: pg_config).  PostgreSQL finds its folders relative to its own
# binary, so DIR/pg holds copies of the binaries and links to all the rest, and
# "make install PG_CONFIG=DIR/pg/.../pg_config" writes below DIR alone.  The
# settings printed are PG_CONFIG of that copy, PATH, PGHOST (a socket folder;
# no TCP port is opened), PGPORT, PGUSER, PGDATABASE and PGDATA.
set -eu

usage() {
	sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
	exit 2
}

die() {
	echo "cluster.sh: $*" >&2
	exit 1
}

# Who runs the server: oneself, or for root a user without rights.
server_user() {
	if [ "$(id -u)" != 0 ]; then
		id -un
	elif id postgres >/dev/null 2>&1; then
		echo postgres
	else
		echo nobody
	fi
}

# as_server COMMAND...: runs it as that user, in DIR, deaf to the caller's PG* settings.
as_server() (
	cd "$dir"
	unset PGDATA PGHOST PGPORT PGUSER PGDATABASE PGOPTIONS PGSERVICE PGPASSFILE PGCLIENTENCODING
	LC_ALL=C.UTF-8
	export LC_ALL
	if [ "$(id -u)" = 0 ]; then
		user=$(server_user)
		exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"
	fi
	exec "$@"
)

# link_into FROM TO: TO holds a link for each entry of FROM, save those of this extension.
link_into() {
	mkdir -p "$2"
	for entry in "$1"/*; do
		case ${entry##*/} in
			news_entities*) continue ;;
		esac
		[ -e "$2/${entry##*/}" ] || ln -s "$entry" "$2/"
	done
}

relocate() {
	from=${PG_CONFIG:-pg_config}
	command -v "$from" >/dev/null || die "no $from: install PostgreSQL's server development package, or set PG_CONFIG"
	bin=$("$from" --bindir)
	[ -x "$bin/initdb" ] || die "no server programs in $bin: install the PostgreSQL server of $("$from" --version)"
	lib=$("$from" --pkglibdir)
	share=$("$from" --sharedir)

	mkdir -p "$dir/pg$bin" "$dir/pg$lib/bitcode" "$dir/pg$share/extension"
	cp -R "$bin/." "$dir/pg$bin/"
	[ ! -d "$lib/bitcode" ] || link_into "$lib/bitcode" "$dir/pg$lib/bitcode"
	link_into "$lib" "$dir/pg$lib"
	link_into "$share/extension" "$dir/pg$share/extension"
	link_into "$share" "$dir/pg$share"

	# PGXS compiles against these.
	for headers in --includedir --pkgincludedir --includedir-server; do
		headers=$("$from" "$headers")
		mkdir -p "$dir/pg${headers%/*}"
		[ -e "$dir/pg$headers" ] || ln -s "$headers" "$dir/pg$headers"
	done
	echo "$dir/pg$bin" >"$dir/bindir"
}

# The name of a socket may have about 100 bytes.
socket_folder() {
	if [ "${#dir}" -lt 70 ]; then
		mkdir -p "$dir/run"
		echo "$dir/run" >"$dir/socket"
	else
		mktemp -d /tmp/news_socket.XXXXXX >"$dir/socket"
	fi
}

create() {
	[ -z "$(ls -A "$dir")" ] || die "$dir is not empty"
	trap 'stop' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	chmod 711 "$dir"
	touch "$dir/bindir"
	relocate
	socket_folder
	mkdir "$dir/data"
	run=$(cat "$dir/socket")
	touch "$dir/log"
	if [ "$(id -u)" = 0 ]; then
		chown "$(server_user)" "$dir/data" "$run" "$dir/log"
		as_server test -w "$dir/data" || die "user $(server_user) cannot reach $dir: take a folder below /tmp"
	fi
	# Whoever reaches the socket is superuser: only the owner (and root) may.
	chmod 700 "$dir/data" "$run"
	as_server "$(cat "$dir/bindir")/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 \
		--locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 || {
		cat "$dir/initdb.log" >&2
		die "initdb failed"
	}
	cat >>"$dir/data/postgresql.conf" <<-CONF
		listen_addresses = ''
		unix_socket_directories = '$run'
		port = 5432
		fsync = off
		max_wal_size = 1GB
		timezone = 'UTC'
		log_line_prefix = '%m [%p] '
	CONF
}

pg_ctl() {
	action=$1
	shift
	as_server "$(cat "$dir/bindir")/pg_ctl" -D "$dir/data" -l "$dir/log" -s -w "$action" "$@"
}

boot() {
	pg_ctl start 2>>"$dir/log" || {
		tail -20 "$dir/log" >&2
		die "the server did not start"
	}
}

settings() {
	bin=$(cat "$dir/bindir")
	printf "export PG_CONFIG='%s/pg_config' PATH='%s':\"\$PATH\"\n" "$bin" "$bin"
	printf "export PGHOST='%s' PGPORT=5432 PGUSER=postgres PGDATABASE=postgres PGDATA='%s/data'\n" \
		"$(cat "$dir/socket")" "$dir"
	echo "unset PGOPTIONS PGSERVICE PGCLIENTENCODING"
}

# The postmaster first, so that it cannot tend to its children's end.
crash() {
	postmaster=$(head -1 "$dir/data/postmaster.pid")
	children=$(grep -sl "^PPid:[[:space:]]*$postmaster\$" /proc/[0-9]*/status | cut -d/ -f3)
	kill -9 "$postmaster"
	for pid in $postmaster $children; do
		kill -9 "$pid" 2>/dev/null || true
		while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
	done
}

running() {
	pg_ctl status >/dev/null 2>&1
}

stop() {
	[ -f "$dir/bindir" ] || die "$dir is no cluster of mine"
	! running || pg_ctl stop -m immediate || true
	[ ! -f "$dir/socket" ] || rm -rf "$(cat "$dir/socket")"
	rm -rf "$dir"
}

[ $# -ge 2 ] || usage
command=$1
case $command in
	start | run) mkdir -p "$2" ;;
esac
[ -d "$2" ] || die "no folder $2"
dir=$(cd "$2" && pwd -P)
shift 2

case $command in
	start)
		create
		boot
		trap - EXIT INT TERM
		settings
		;;
	env) settings ;;
	restart)
		! running || pg_ctl stop -m fast
		boot
		;;
	crash) crash ;;
	stop) stop ;;
	run)
		[ $# -ge 1 ] || usage
		create
		boot
		eval "$(settings)"
		status=0
		"$@" || status=$?
		exit $status
		;;
	*) usage ;;
esac
