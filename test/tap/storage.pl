# The stored form: dump and restore, crash and recovery, physical and logical replicas.
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = new_node('primary', allows_streaming => 'logical', conf => "wal_level = logical\nautovacuum = off\nrestart_after_crash = on\n");
$node->safe_psql('postgres', 'CREATE EXTENSION news_entities');
if ($node->safe_psql('postgres', "SELECT to_regtype('newsvector') IS NOT NULL") ne 't')
{
	plan skip_all => 'no stored form in this version';
}

# A generated column, an index on it, and one on the text itself.
$node->safe_psql('postgres', <<SQL);
CREATE TABLE articles (id int PRIMARY KEY, published timestamp, body text,
	news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED);
CREATE INDEX articles_news ON articles USING gin (news);
CREATE INDEX articles_body ON articles USING gin (body news_text_ops);
INSERT INTO articles SELECT i, timestamp '2016-03-15' + i * interval '1 day',
	CASE WHEN i % 10 = 0 THEN \$text\$$article\$text\$ ELSE 'Russia and Norway signed deal no. ' || i || ' in Oslo on Tuesday.' END
	FROM generate_series(1, 500) i;
SQL

# A corpus, with versions, copies and a reject.
$node->safe_psql('postgres', <<SQL);
SELECT news_create_corpus('press');
SELECT news_ingest('press', 'Envoy ' || i || ' of Norway signed a pact with Chile in Oslo on Tuesday, and nobody was surprised.', 'Courier', '2016-03-16', 'https://a.example/' || i % 20) FROM generate_series(1, 30) i;
SELECT news_ingest('press', '');
SQL
my $corpus = 'SELECT id, version, version_of, superseded_by, duplicate_of, md5(news::text), md5(signature::text), signature_common, md5(raw) FROM press ORDER BY id';
my $articles = $node->safe_psql('postgres', $corpus);

my $everything = 'SELECT id, md5(news::text), md5(newsvector_send(news)), length(news) FROM articles ORDER BY id';
$everything = 'SELECT id, md5(news::text), length(news) FROM articles ORDER BY id'
  if $node->psql('postgres', $everything) != 0;
my $hits = "SELECT count(*), md5(string_agg(id::text, ',' ORDER BY id)) FROM articles WHERE news @@ 'Kovalenko'";
my $indexed = "SET enable_seqscan = off; $hits";
my $by_text = "SET enable_seqscan = off; SELECT count(*) FROM articles WHERE body @@ 'Kovalenko'::newsquery";

my $rows = $node->safe_psql('postgres', $everything);
my $found = $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $hits");
like($found, qr/^50\|/, 'a query finds the articles that it should');
is($node->safe_psql('postgres', $indexed), $found, 'the index finds what a scan finds');
is($node->safe_psql('postgres', $by_text), '50', 'and so does an index on the text');

# Dump and restore: plain, custom, and into another node.
my $dump = PostgreSQL::Test::Utils::tempdir;
foreach my $format ('plain', 'custom')
{
	$node->command_ok([ 'pg_dump', '-p', $node->port, '-h', $node->host, '-F', $format, '-f', "$dump/$format", 'postgres' ], "pg_dump, $format");
	$node->safe_psql('postgres', "CREATE DATABASE $format");
	if ($format eq 'plain')
	{
		$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-p', $node->port, '-h', $node->host, '-f', "$dump/$format", $format ], 'restored by psql');
	}
	else
	{
		$node->command_ok([ 'pg_restore', '-e', '-p', $node->port, '-h', $node->host, '-d', $format, "$dump/$format" ], 'restored by pg_restore');
	}
	is($node->safe_psql($format, $everything), $rows, "$format: the same rows");
	is($node->safe_psql($format, $indexed), $found, "$format: the same hits by index");
	is($node->safe_psql($format, $corpus), $articles, "$format: the same corpus");
	is($node->safe_psql($format, "SELECT news_ingest('press', 'Envoy 31 of Norway signed a pact with Chile in Oslo on Tuesday, and nobody was surprised.', 'Courier', '2016-03-16', 'https://a.example/2');
		SELECT version, duplicate_of, (SELECT count(*) FROM press_rejects) FROM press WHERE id = (SELECT max(id) FROM press)"),
		"31\n3|1|1", "$format: and it goes on");
}

# Text and binary copies.
foreach my $format ('text', 'csv', 'binary')
{
	$node->safe_psql('postgres', "DROP TABLE IF EXISTS copied; CREATE TABLE copied (id int, news newsvector);
		COPY (SELECT id, news FROM articles) TO '$dump/copy' (FORMAT $format); COPY copied FROM '$dump/copy' (FORMAT $format)");
	is($node->safe_psql('postgres', 'SELECT count(*) FROM copied c JOIN articles a USING (id) WHERE c.news::text <> a.news::text'), '0', "COPY, $format: the same values");
	is($node->safe_psql('postgres', 'SELECT count(*) FROM copied'), '500', "COPY, $format: all of them");
}

# Binary forms with any byte changed, or cut off: refused, or values that their text gives back.
$node->safe_psql('postgres', <<'SQL');
CREATE TABLE foreign_vector (v newsvector);
CREATE TABLE foreign_query (v newsquery);
CREATE FUNCTION try_binary(kind text, path text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('COPY foreign_%s FROM %L (FORMAT binary)', kind, path);
	RETURN true;
EXCEPTION WHEN invalid_binary_representation THEN RETURN false;
END $$;
SQL
my %samples = (
	vector => q{newsvector '#90.3/1A,40D person:"Ada Brandt"/SWE@1+10.1=0.9 WEAPON:"T-90"@30+4.2 date:"2019-03"[2019-03-01,2019-04-01)/explicit@40+10.1 event:AGREE(person:"Ada Brandt"/SWE,"rebels")!planned[2019-03-14,2019-03-15)/published@60+6.2'},
	query => q{newsquery 'person:Kerry@A & (event:AGREE(USA,"the rebels")@2016-09!planned | date:2016-09-10..) & !Ker:* & a <s> b'});
foreach my $kind (sort keys %samples)
{
	my $image = pack('H*', $node->safe_psql('postgres', "SELECT encode(news${kind}_send($samples{$kind}), 'hex')"));
	my $n = 0;
	for my $at (0 .. length($image) - 1)
	{
		my @variants = (substr($image, 0, $at));
		foreach my $mask (0x01, 0x02, 0x04, 0x10, 0x40, 0x80, 0xff)
		{
			push @variants, $image;
			substr($variants[-1], $at, 1) = chr(ord(substr($image, $at, 1)) ^ $mask);
		}
		foreach my $variant (@variants)
		{
			open(my $file, '>:raw', "$dump/$kind." . $n++) or die $!;
			print $file "PGCOPY\n\xff\r\n\0", pack('N2 n N/a* n', 0, 0, 1, $variant, 0xffff);
			close($file);
		}
	}
	like($node->safe_psql('postgres', "SELECT count(*) FILTER (WHERE taken), count(*) FILTER (WHERE NOT taken) FROM generate_series(0, $n - 1) i, try_binary('$kind', '$dump/$kind.' || i) taken"),
		qr/^[1-9]\d+\|[1-9]\d+$/, "binary news$kind: some of $n damaged ones are refused, and some mean something else");
	is($node->safe_psql('postgres', "SELECT count(*) FROM foreign_$kind WHERE v::text::news$kind <> v"), '0', "binary news$kind: what is taken is what its text says");
}

# A physical replica.
$node->backup('base');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'base', has_streaming => 1);
$standby->start;
$node->safe_psql('postgres', "INSERT INTO articles VALUES (501, '2016-03-15', 'Foreign Minister Anna Kovalenko arrived in Oslo.')");
$rows = $node->safe_psql('postgres', $everything);
$found = $node->safe_psql('postgres', $indexed);
like($found, qr/^51\|/, 'a row more');
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
is($standby->safe_psql('postgres', $everything), $rows, 'a standby has the same rows');
is($standby->safe_psql('postgres', $indexed), $found, 'and finds the same by index');
is($standby->safe_psql('postgres', "SELECT count(*) > 3 FROM articles, news_entities(body) WHERE id = 10"), 't', 'and extracts');
$standby->stop;

# A logical replica: it computes the generated column itself.
my $subscriber = new_node('subscriber');
$subscriber->safe_psql('postgres', <<SQL);
CREATE EXTENSION news_entities;
CREATE TABLE articles (id int PRIMARY KEY, published timestamp, body text,
	news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED);
CREATE INDEX articles_news ON articles USING gin (news);
CREATE TABLE vectors (id int PRIMARY KEY, news newsvector);
SQL
$node->safe_psql('postgres', 'CREATE TABLE vectors AS SELECT id, news FROM articles; ALTER TABLE vectors ADD PRIMARY KEY (id); CREATE PUBLICATION p FOR TABLE articles, vectors');
foreach my $binary ('false', 'true')
{
	$subscriber->safe_psql('postgres', 'TRUNCATE articles, vectors');
	$subscriber->safe_psql('postgres', "CREATE SUBSCRIPTION s_$binary CONNECTION \$\$" . $node->connstr('postgres') . "\$\$ PUBLICATION p WITH (binary = $binary)");
	$subscriber->wait_for_subscription_sync($node, "s_$binary");
	$node->safe_psql('postgres', "INSERT INTO articles VALUES (1000 + length('$binary'), '2016-03-15', 'Kovalenko left.'); INSERT INTO vectors SELECT id, news FROM articles ON CONFLICT DO NOTHING");
	$node->wait_for_catchup("s_$binary");
	is($subscriber->safe_psql('postgres', $everything), $node->safe_psql('postgres', $everything), "logical replica, binary $binary: the same rows");
	is($subscriber->safe_psql('postgres', 'SELECT md5(string_agg(news::text, id::text ORDER BY id)) FROM vectors'),
		$node->safe_psql('postgres', 'SELECT md5(string_agg(news::text, id::text ORDER BY id)) FROM vectors'), "logical replica, binary $binary: the same vectors");
	is($subscriber->safe_psql('postgres', $indexed), $node->safe_psql('postgres', $indexed), "logical replica, binary $binary: the same hits");
	$subscriber->safe_psql('postgres', "DROP SUBSCRIPTION s_$binary");
}
$subscriber->stop;

# A backend killed in the middle of writing; then the whole server.
$rows = $node->safe_psql('postgres', $everything);
my $session = $node->background_psql('postgres', on_error_stop => 0);
my $pid = $session->query_safe('SELECT pg_backend_pid()');
$pid =~ s/\D//g;
$session->query_safe("BEGIN; INSERT INTO articles SELECT i, now(), 'Kovalenko met rebel no. ' || i FROM generate_series(5000, 6000) i");
kill 9, $pid;
eval { $session->quit };
$node->poll_query_until('postgres', 'SELECT true');
is($node->safe_psql('postgres', $everything), $rows, 'after a backend was killed: the same rows');
is($node->safe_psql('postgres', $indexed), $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $hits"), 'after a backend was killed: the index agrees');
$node->safe_psql('postgres', "INSERT INTO articles VALUES (2000, '2016-03-15', 'Kovalenko stayed.')");
$rows = $node->safe_psql('postgres', $everything);
$node->stop('immediate');
$node->start;
is($node->safe_psql('postgres', $everything), $rows, 'after a crash of the server: the same rows');
is($node->safe_psql('postgres', $indexed), $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $hits"), 'after a crash of the server: the index agrees');
$node->safe_psql('postgres', 'VACUUM articles; REINDEX INDEX articles_news');
is($node->safe_psql('postgres', $indexed), $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $hits"), 'a vacuum and a new index change nothing');

$node->stop;
done_testing();
