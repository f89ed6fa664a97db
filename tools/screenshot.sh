#!/bin/sh
#
# The picture of news_html in the README: the page of a corpus article, drawn by
# headless Chromium.
#	tools/screenshot.sh [PAGE [PNG]]	on the server that PGHOST and the rest name
# PAGE is a file of test/corpus.
set -eu
cd "$(dirname "$0")/.."
page=${1:-test/corpus/singapore-summit.html}
png=$(realpath "${2:-doc/news_html.png}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
psql -X -q -A -t -v ON_ERROR_STOP=1 -v raw="$(cat "$page")" >"$work/page.html" <<'SQL'
SELECT news_html(concat_ws(E'\n\n', title, body), published) FROM news_article(:'raw');
SQL
HOME=$work chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
	--window-size=820,955 --screenshot="$png" "file://$work/page.html" 2>/dev/null
echo "$png: $(wc -c <"$png") bytes"
