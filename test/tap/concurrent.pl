# Inserts, updates, deletes, vacuum and queries at once: the indexes lose nothing and find nothing that is not there.
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use Test::More;

my $seconds = $ENV{NEWS_CONCURRENT_SECONDS} || 20;
my $node = new_node('concurrent', conf => "autovacuum = off\njit = off\ngin_pending_list_limit = 64kB\nmax_parallel_workers_per_gather = 0\n");

# One index that takes rows from its pending list, and one, on the same values by
# another expression, that takes them at once: the expression says which is used.
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION news_entities;
CREATE TABLE articles (id bigserial PRIMARY KEY, seed int NOT NULL, news newsvector NOT NULL);
CREATE TABLE gone (id bigint PRIMARY KEY);
CREATE FUNCTION make_news(seed int) RETURNS newsvector LANGUAGE sql IMMUTABLE AS $$
SELECT format('person:"Anna Name%s" person:"Name%s" place:"Port %s"/P%s date:"x"[%s,%s)/explicit@1+1.1 event:%s(place:"Port %s"/P%s,"rebels")!occurred[%s,%s)/published@9+1.1',
	seed % 40, seed % 17, initcap(translate((seed % 23)::text, '0123456789', 'abcdefghij')), seed % 23, d, d + 1,
	(ARRAY['AGREE', 'ASSAULT', 'CONSULT'])[1 + seed % 3], initcap(translate((seed % 23)::text, '0123456789', 'abcdefghij')), seed % 23, d, d + 1)::newsvector
FROM (SELECT date '2016-01-01' + seed % 90 AS d) x $$;
INSERT INTO articles (seed, news) SELECT g, make_news(g) FROM generate_series(1, 3000) g;
CREATE INDEX articles_pending ON articles USING gin (news) WITH (fastupdate = on);
CREATE INDEX articles_at_once ON articles USING gin ((news || '')) WITH (fastupdate = off);
-- In one snapshot, what the indexes find and what a scan finds
CREATE FUNCTION check_query(q newsquery) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	query text := $q$SELECT count(*) || coalesce(md5(string_agg(id::text, ',' ORDER BY id)), '') FROM articles WHERE %s @@ %L$q$;
	by_pending text;
	by_at_once text;
	by_scan text;
BEGIN
	PERFORM set_config('enable_seqscan', 'off', true);
	EXECUTE format(query, 'news', q) INTO by_pending;
	EXECUTE format(query, $q$(news || '')$q$, q) INTO by_at_once;
	PERFORM set_config('enable_seqscan', 'on', true), set_config('enable_bitmapscan', 'off', true);
	EXECUTE format(query, 'news', q) INTO by_scan;
	PERFORM set_config('enable_bitmapscan', 'on', true);
	IF by_pending <> by_scan OR by_at_once <> by_scan THEN
		RAISE EXCEPTION '%: by the index with a pending list %, by the other %, by scan %', q, by_pending, by_at_once, by_scan;
	END IF;
END $$;
SQL

foreach my $plan ([ 'news', 'articles_pending' ], [ "(news || '')", 'articles_at_once' ])
{
	like($node->safe_psql('postgres', "SET enable_seqscan = off; EXPLAIN SELECT FROM articles WHERE $plan->[0] @@ 'Name3'"),
		qr/ on $plan->[1] /, "a query by $plan->[1]");
}

my $dir = PostgreSQL::Test::Utils::tempdir;
my %scripts = (
	'insert@8' => "\\set seed random(1, 100000)\nINSERT INTO articles (seed, news) SELECT :seed + g, make_news(:seed + g) FROM generate_series(1, 5) g;\n",
	'update@6' => "\\set seed random(1, 100000)\n\\set at random(1, 90)\nUPDATE articles SET seed = :seed, news = make_news(:seed)\n"
	  . "WHERE id = (SELECT id FROM articles WHERE id > (SELECT max(id) * :at / 100 FROM articles) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);\n",
	'delete@4' => "\\set at random(1, 90)\nWITH d AS (DELETE FROM articles\n"
	  . "WHERE id = (SELECT id FROM articles WHERE id > (SELECT max(id) * :at / 100 FROM articles) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id)\n"
	  . "INSERT INTO gone SELECT id FROM d;\n",
	'rollback@2' => "\\set seed random(1, 100000)\nBEGIN;\nINSERT INTO articles (id, seed, news) SELECT -g, :seed, make_news(:seed + g) FROM generate_series(1, 20) g;\nROLLBACK;\n",
	'query@6' => "\\set n random(0, 39)\n\\set d random(10, 28)\nBEGIN ISOLATION LEVEL REPEATABLE READ;\n"
	  . "SELECT check_query(('Name' || :n || ' | person:\"Anna Name' || :n || '\" & !P3')::newsquery);\n"
	  . "SELECT check_query(format('date:2016-02-%s & !event:AGREE(P%s,) | event:*(,rebels)\@2016-03-%s', :d, :n, :d)::newsquery);\n"
	  . "SELECT check_query(('Port:* & date:2016-01 & Name' || :n)::newsquery);\nCOMMIT;\n",
	# what a vacuum or an insert takes from the pending list, key by key, while it is looked for
	'without@6' => "\\set n random(0, 39)\n\\set m random(1, 3)\nBEGIN ISOLATION LEVEL REPEATABLE READ;\n"
	  . "SELECT check_query(('date:2016-0' || :m || ' & !event:AGREE')::newsquery);\n"
	  . "SELECT check_query('event:CONSULT & !Port:*');\n"
	  . "SELECT check_query(('!date:2016-01 & !Name' || :n)::newsquery);\nCOMMIT;\n",
	'vacuum@1' => "VACUUM articles;\n");
my @files;
foreach my $name (sort keys %scripts)
{
	my ($file, $weight) = split /@/, $name;
	append_to_file("$dir/$file.sql", $scripts{$name});
	push @files, '-f', "$dir/$file.sql\@$weight";
}
$node->command_ok([ 'pgbench', '-n', '-c', 6, '-j', 2, '-T', $seconds, '-h', $node->host, '-p', $node->port, @files, 'postgres' ], "$seconds seconds of everything at once, and no error");

my $counts = 'SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM gone) = (SELECT last_value FROM articles_id_seq)';
is($node->safe_psql('postgres', $counts), 't', 'every article is there or was deleted');
is($node->safe_psql('postgres', 'SELECT count(*) FROM articles WHERE news <> make_news(seed)'), '0', 'and is what was written last');
cmp_ok($node->safe_psql('postgres', 'SELECT count(*) FROM gone'), '>', 0, 'some were deleted');

# Before and after a vacuum.
my $checks = "SELECT count(*) FROM (SELECT check_query(('Name' || n)::newsquery), check_query(('person:\"Anna Name' || n || '\" & P' || n % 23)::newsquery), check_query(('date:2016-02-01..2016-02-' || 10 + n % 18)::newsquery) FROM generate_series(0, 39) n) x";
is($node->safe_psql('postgres', $checks), '40', 'the indexes find what is there');
$node->safe_psql('postgres', 'VACUUM articles');
is($node->safe_psql('postgres', $checks), '40', 'and the same after a vacuum');
$node->stop;
done_testing();
