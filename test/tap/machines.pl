# Many machines: partitions, and postgres_fdw with the extension in the server's
# options.  What @@ and extraction ask for is done where the articles are.  (Physical
# and logical replicas: storage.pl.)
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use Test::More;

my $conf = "autovacuum = off\nmax_parallel_workers_per_gather = 0\n";
my $local = new_node('local', conf => $conf);
my $far = new_node('far', conf => $conf);
if ($local->safe_psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'") ne '1')
{
	plan skip_all => 'no postgres_fdw here';
}

# Articles with even numbers lie here, with odd ones there.
my $text = <<'SQL';
CASE i % 5 WHEN 0 THEN 'Anna Kovalenko met Sergei Lavrov in Oslo on Tuesday. They agreed on nothing.'
	WHEN 1 THEN 'Russia and Norway signed deal no. ' || i || ' in Oslo on 10 September 2016.'
	WHEN 2 THEN 'Rebels attacked a convoy near Aleppo on Friday. Sergei Lavrov condemned it.'
	WHEN 3 THEN 'Nothing happened in the village.'
	ELSE 'John Kerry may visit Geneva next week.' END
SQL
my $columns = 'id int, published timestamp, body text';
my $news = 'news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED';
foreach my $node ($local, $far)
{
	$node->safe_psql('postgres', 'CREATE EXTENSION news_entities');
}
is($local->safe_psql('postgres', 'SELECT news_entities_version()'), $far->safe_psql('postgres', 'SELECT news_entities_version()'),
	'both sides have the same version');
$far->safe_psql('postgres', <<SQL);
CREATE TABLE odd ($columns, $news);
CREATE INDEX ON odd USING gin (news);
INSERT INTO odd SELECT i, date '2016-09-12' + i, $text FROM generate_series(1, 999, 2) i;
ANALYZE odd;
SQL
my ($host, $port) = ($far->host, $far->port);
$local->safe_psql('postgres', <<SQL);
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres', extensions 'news_entities');
CREATE SERVER plain FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres');
CREATE USER MAPPING FOR CURRENT_USER SERVER far;
CREATE USER MAPPING FOR CURRENT_USER SERVER plain;
CREATE TABLE articles ($columns, $news) PARTITION BY LIST ((id % 2));
CREATE TABLE even PARTITION OF articles FOR VALUES IN (0);
CREATE FOREIGN TABLE odd PARTITION OF articles FOR VALUES IN (1) SERVER far;
CREATE FOREIGN TABLE odd_plain ($columns, news newsvector) SERVER plain OPTIONS (table_name 'odd');
CREATE INDEX ON even USING gin (news);
INSERT INTO even (id, published, body) SELECT i, date '2016-09-12' + i, $text FROM generate_series(2, 1000, 2) i;
ANALYZE even;
CREATE TABLE whole ($columns, $news);
INSERT INTO whole SELECT i, date '2016-09-12' + i, $text FROM generate_series(1, 1000) i;
SQL

sub plan_of
{
	my ($query) = @_;
	return $local->safe_psql('postgres', "EXPLAIN (VERBOSE, COSTS OFF) $query");
}

# The operator and the extraction functions are sent, if the server's option says that the extension is there, too.
my $remote = plan_of("SELECT id FROM odd WHERE news @@ 'person:Lavrov & !place:Aleppo'");
like($remote, qr/Remote SQL: SELECT id FROM public\.odd WHERE .*news OPERATOR\(public\.@@\) '.*'::public\.newsquery/, '@@ is shipped');
unlike($remote, qr/Filter:/, 'and nothing of it is left here');
like(plan_of("SELECT id FROM odd_plain WHERE news @@ 'person:Lavrov'"), qr/Filter: .*@@/, 'not without the option');
like(plan_of("SELECT id FROM odd WHERE body @@ 'Kerry'::newsquery"), qr/Remote SQL: .*body OPERATOR\(public\.@@\)/, '@@ on text is shipped');
like(plan_of("SELECT id FROM odd WHERE length(to_newsvector(body, published)) > 2"),
	qr/Remote SQL: .*public\.length\(public\.to_newsvector\(body, published\)\)/, 'extraction is shipped');
like(plan_of("SELECT sum(length(to_newsvector(body, published))) FROM odd"),
	qr/Remote SQL: SELECT sum\(public\.length\(public\.to_newsvector\(/, 'extraction within an aggregate is shipped');
like(plan_of("SELECT id FROM odd WHERE news @@ websearch_to_newsquery('lavrov oslo')"), qr/Remote SQL: .*Lavrov.*newsquery/i,
	'a query from a search field is a constant before it is sent');
like(plan_of("SELECT id FROM odd WHERE news @@ 'Lavrov' AND news_rank(news, 'Lavrov') > 0.2"), qr/Remote SQL: .*public\.news_rank\(/, 'ranking is shipped');
my ($sent) = $remote =~ /Remote SQL: (.*)/;
like($far->safe_psql('postgres', "SET enable_seqscan = off; SET search_path = pg_catalog; EXPLAIN $sent"), qr/Bitmap Index Scan on odd_news_idx/,
	'what is sent uses the index there');

# The same answers as from one table, over partitions here and there.
foreach my $query ('person:Lavrov', 'Lavrov & !Aleppo', 'event:AGREE(RUS,NOR)', 'event:*!possible', 'date:2016-09-10', 'Kovalenko <s> Lavrov', '!Oslo')
{
	my $ids = "SELECT count(*), md5(string_agg(id::text, ',' ORDER BY id)) FROM %s WHERE news @@ '$query'";
	my $wanted = $local->safe_psql('postgres', sprintf($ids, 'whole'));
	like($wanted, qr/^[1-9]/, "$query: there is something to find");
	is($local->safe_psql('postgres', sprintf($ids, 'articles')), $wanted, "$query: the same over partitions");
}
my $top = 'SELECT n.kind, n.name, count(*), sum(mentions) FROM %s a, news_names(a.news) n GROUP BY 1, 2 ORDER BY 3 DESC, 2';
is($local->safe_psql('postgres', sprintf($top, 'articles')), $local->safe_psql('postgres', sprintf($top, 'whole')), 'the same top names');
like(plan_of("SELECT count(*) FROM articles WHERE id % 2 = 0 AND news @@ 'Lavrov'"), qr/^(?!.*Foreign Scan)/s, 'partitions are pruned');

# Counting is done there, too, where rows are dear to fetch.
$local->safe_psql('postgres', "ALTER SERVER far OPTIONS (ADD fdw_tuple_cost '100')");
my $counted = $local->safe_psql('postgres', "SET enable_partitionwise_aggregate = on;
	EXPLAIN (VERBOSE, COSTS OFF) SELECT id % 2, count(*) FROM articles WHERE news @@ 'Lavrov' GROUP BY id % 2");
like($counted, qr/Remote SQL: SELECT .*count\(\*\) FROM public\.odd WHERE .*OPERATOR\(public\.@@\)/, 'the count is shipped');

# New articles go where they belong; the stored form is made there.
SKIP:
{
	skip 'postgres_fdw sends DEFAULT for generated columns since 14', 2 if $local->safe_psql('postgres', 'SHOW server_version_num') < 140000;
	$local->safe_psql('postgres', "INSERT INTO articles (id, published, body) VALUES (1001, '2016-09-12', 'Angela Merkel met Sergei Lavrov.'), (1002, '2016-09-12', 'Angela Merkel left.')");
	is($far->safe_psql('postgres', "SELECT id FROM odd WHERE news @@ 'person:Merkel'"), '1001', 'one is there');
	is($local->safe_psql('postgres', "SELECT string_agg(id::text, ' ' ORDER BY id) FROM articles WHERE news @@ 'person:Merkel'"), '1001 1002', 'both are found');
}

$local->stop;
$far->stop;
done_testing();
