# Memory: none is leaked over many calls, little is private to a backend.
use strict;
use warnings;
use NewsTest;
use Test::More;

my $node = new_node('memory', conf => "autovacuum = off\njit = off\nmax_parallel_workers_per_gather = 0\n");
$node->safe_psql('postgres', 'CREATE EXTENSION news_entities');
$node->safe_psql('postgres', "CREATE TABLE a AS SELECT i, \$text\$$article\$text\$ || i AS body FROM generate_series(1, 10) i");
my $stored = $node->safe_psql('postgres', "SELECT to_regtype('newsvector') IS NOT NULL") eq 't';
my $pages = $node->safe_psql('postgres', "SELECT to_regproc('news_article') IS NOT NULL") eq 't';

my $session = $node->background_psql('postgres');
my $pid = $session->query_safe('SELECT pg_backend_pid()');
$pid =~ s/\D//g;

# Sum of what the backend's contexts hold.
sub contexts
{
	my $sum = $session->query_safe('SELECT sum(used_bytes) FROM pg_backend_memory_contexts');
	$sum =~ s/\D//g;
	return $sum;
}

# What the first calls cost a backend for good: private memory, with the caches of the catalog filled before.
$session->query_safe('SELECT count(*) FROM a, regexp_split_to_table(body, E\'\\\\s+\')');
$session->query_safe('SELECT count(*) FROM a, LATERAL (SELECT daterange(NULL, NULL), to_tsvector(\'english\', body)) s');
my $before = backend_memory($pid);
$session->query_safe('SELECT count(*) FROM a, news_events(body, now()::timestamp) WHERE i = 1');
my $private = backend_memory($pid) - $before;
diag sprintf('private memory after the first call: %d kB', $private / 1024);
cmp_ok($private, '<', 1024 * 1024, 'a first call costs a backend less than 1 MB');

my @calls = (
	[ 'news_sentences', 'SELECT count(*) FROM a, news_sentences(body)', 10 ],
	[ 'news_entities', 'SELECT count(*) FROM a, news_entities(body)', 10 ],
	[ 'news_dates', "SELECT count(*) FROM a, news_dates(body, '2016-03-15')", 10 ],
	[ 'news_events', "SELECT count(*) FROM a, news_events(body, '2016-03-15')", 10 ],
	[ 'news_events, with a LIMIT', "SELECT count(*) FROM generate_series(1, 10) g, LATERAL (SELECT * FROM a, news_events(body, '2016-03-15') WHERE i <> g LIMIT 1) x", 10 ],
	[ 'news_entities, in the select list', 'SELECT count(*) FROM (SELECT news_entities(body) FROM a LIMIT 5) x', 10 ]);
push @calls,
  [ 'to_newsvector', "SELECT count(length(to_newsvector(body, '2016-03-15'))) FROM a", 10 ],
  [ 'newsvector @@', "SELECT count(*) FROM (SELECT to_newsvector(body) v FROM a) x WHERE v @@ ('person:Kovalenko | event:MEET@2016-' || length(v)::text || '')::newsquery", 10 ],
  [ 'newsvector, out and in', 'SELECT count(*) FROM (SELECT to_newsvector(body)::text v FROM a) x WHERE v::newsvector IS NULL', 10 ]
  if $stored;
push @calls, [ 'news_headline', "SELECT sum(length(news_headline(body, 'Kovalenko & !Oslo'))) FROM a", 10 ], [ 'news_html', 'SELECT sum(length(news_html(body))) FROM a', 10 ],
	[ 'news_rank', "SELECT sum(news_rank(v, 'Kovalenko | Geneva\@D')) FROM (SELECT to_newsvector(body) AS v FROM a) x", 10 ],
	[ 'news_pairs', 'SELECT count(*) FROM (SELECT to_newsvector(body) AS v FROM a) x, news_pairs(v)', 10 ],
	[ 'websearch_to_newsquery', 'SELECT count(websearch_to_newsquery(body)) FROM a', 10 ] if $stored;
push @calls, [ 'news_article', "SELECT count(*) FROM a, news_article('<html><title>T</title><p>' || body || '</p></html>')", 10 ] if $pages;

# One statement that calls many times: memory must be flat within it, too.
my $rounds = $ENV{NEWS_LEAK_ROUNDS} || 1000;
foreach my $call (@calls)
{
	my ($name, $query, $each) = @$call;
	my $do = "DO \$do\$ BEGIN FOR n IN 1..%d LOOP PERFORM (SELECT count(*) FROM ($query) q); END LOOP; END \$do\$";

	if ($name =~ /newsvector @@/ && $node->psql('postgres', $query) != 0)
	{
		pass("$name: skipped") for 1 .. 2;
		next;
	}
	$session->query_safe(sprintf($do, 20));
	my ($contexts, $memory) = (contexts(), backend_memory($pid));
	$session->query_safe(sprintf($do, $rounds));
	my $grown = contexts() - $contexts;
	my $more = backend_memory($pid) - $memory;
	cmp_ok($grown, '<', 64 * 1024, "$name: contexts are flat over " . $rounds * $each . ' calls');
	cmp_ok($more, '<', 1024 * 1024, "$name: private memory is flat over " . $rounds * $each . ' calls');
}

# 100,000 calls in one statement, the peak taken from the process.
sub peak
{
	my $status = slurp("/proc/$pid/status");
	return $status =~ /VmHWM:\s+(\d+)/ ? $1 * 1024 : 0;
}

sub slurp
{
	open(my $file, '<', $_[0]) or return '';
	local $/;
	return scalar <$file>;
}

my $short = "'Foreign Minister Anna Kovalenko met James Whitlock in Geneva on Tuesday, ' || i";
$session->query_safe("SELECT sum((SELECT count(*) FROM news_events($short, '2016-03-15'))) FROM generate_series(1, 1000) i");
my $peak = peak();
$session->query_safe("SELECT sum((SELECT count(*) FROM news_events($short, '2016-03-15'))) FROM generate_series(1, 100000) i");
cmp_ok(peak() - $peak, '<', 8 * 1024 * 1024, 'the peak is flat over 100,000 calls in one statement');

$session->quit;
$node->stop;
done_testing();
