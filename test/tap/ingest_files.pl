# news_ingest_files: what files hold, what is wrong with them, and where it commits.
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use IO::Compress::Gzip;
use IPC::Run;
use Test::More;

my $node = new_node('ingest_files');
my $files = PostgreSQL::Test::Utils::tempdir();
$node->safe_psql('postgres', 'CREATE EXTENSION news_entities');

sub put
{
	my ($name, @content) = @_;
	open(my $out, '>:raw', "$files/$name") or die "$name: $!";
	print $out @content;
	close($out);
}

sub sql { return $node->safe_psql('postgres', $_[0]) }

# A fresh corpus and a call; gives the notices.
sub ingest
{
	my ($corpus, $pattern) = @_;
	my $stderr = '';
	$node->psql('postgres', "CALL news_ingest_files('$corpus', '$files/$pattern')", stderr => \$stderr);
	$stderr =~ s/^psql:<stdin>:\d+: //mg;
	# how fast is the machine's
	$stderr =~ s/; \d+ a second(, [\d:]+ left)?$//mg;
	return $stderr;
}

sub report { return "Report number $_[0]: the envoys of France and Germany met in Paris, and talks will resume on Friday." }

# Pages: text, HTML, another encoding, the same twice
put('a.txt', report(1));
put('b.txt', report(1));
put('c.html', "<html><head><title>Talks in Paris</title></head><body><h1>Talks in Paris</h1><p>" . report(2) . "</p></body></html>");
put('d.txt', report(3) . " Fran\xe7ois Hollande left.");
sql("SELECT news_create_corpus('pages')");
is(ingest('pages', '*'), 'NOTICE:  4 of 4 files: 3 articles, 1 duplicates, 0 rejects', 'pages: counts');
is(sql("SELECT string_agg(regexp_replace(source, '^.*/', ''), ',' ORDER BY id) FROM pages"), 'a.txt,c.html,d.txt', 'pages: sources');
is(sql("SELECT body FROM pages WHERE source LIKE '%c.html'"), report(2), 'pages: body of HTML');
is(sql("SELECT position('François' IN body) > 0 AND encoding <> 'UTF-8' AND raw_bytes IS NOT NULL FROM pages WHERE source LIKE '%d.txt'"),
	't', 'pages: decoded');
is(ingest('pages', '*'), 'NOTICE:  4 of 4 files: 0 articles, 4 duplicates, 0 rejects', 'pages: a second call finds them');

# A name that is no text
unlink glob("$files/*");
put("caf\xe9.txt", report(9000));
ingest('pages', '*');
is(sql("SELECT regexp_replace(source, '^.*/', '') FROM pages WHERE body LIKE '%number 9000:%'"), 'caf\\xe9.txt', 'pages: a file name in another encoding');

# What cannot be read: one row each, and the others come in
unlink glob("$files/*");
put('a.txt', report(1));
put('empty.txt', '');
put('noise.txt', join('', map { chr($_ * 7 % 32) } 1 .. 500));
mkdir "$files/folder";
symlink('/no/such/file', "$files/link.txt");
system('mkfifo', "$files/pipe.txt") == 0 or die;
put('secret.txt', report(2));
chmod(0, "$files/secret.txt");
put('z.txt', report(3));
sql("SELECT news_create_corpus('broken')");
my $root = $> == 0;		# who reads everything
like(ingest('broken', '*'), qr/8 of 8 files: [23] articles, 0 duplicates, [56] rejects/, 'unreadable files: counts');
is(sql("SELECT string_agg(regexp_replace(source, '^.*/', '') || ' ' || errcode || ' ' || (raw IS NOT NULL), E'\\n' ORDER BY source) FROM broken_rejects"),
	join("\n", 'empty.txt 22000 true', 'folder 42809 false', 'link.txt 58P01 false', 'noise.txt 22021 true', 'pipe.txt 42809 false',
		$root ? () : 'secret.txt 42501 false'),
	'unreadable files: one row each');
my $rejects = sql('SELECT count(*) FROM broken_rejects');
ingest('broken', '*');
is(sql('SELECT count(*) FROM broken_rejects'), $rejects, 'unreadable files: told once');
chmod(0644, "$files/secret.txt");
unlink glob("$files/*.txt");
rmdir "$files/folder";

# JSON lines: broken ones are rejects with their line; a very long one is an article
put('news.jsonl', join("\n",
	'{"body": "' . report(1) . '", "title": "One", "date": "2015-02-12", "source": "Wire", "url": "http://wire.example/1", "id": 7}',
	'{"body": "' . report(2) . '", "title": ',
	'',
	'["no", "object"]',
	'{"title": "no text"}',
	'{"html": "<html><head><title>Three</title></head><body><p>' . report(3) . '</p></body></html>", "lang": "en", "date": "yesterday-ish"}',
	'{"text": "' . join(' ', map { report($_) } 10 .. 30000) . '", "published": 1423750000}',
	"{\"text\": \"bad \xff\xfe bytes, but the talks went on in Paris and nobody minded at all\"}",
	'{"body": "' . report(4) . '\\u0000"}',
	'{"body": "' . report(5) . '"}'));
sql("SELECT news_create_corpus('lines')");
is(ingest('lines', '*.jsonl'), 'NOTICE:  1 of 1 files: 5 articles, 0 duplicates, 4 rejects', 'JSON lines: counts');
is(sql("SELECT string_agg(line || ' ' || errcode, ',' ORDER BY line) FROM lines_rejects"), '2 22P02,4 2203C,5 2203A,9 22P05', 'JSON lines: lines of rejects');
is(sql("SELECT concat_ws('|', source, url, title, published, published_basis, published_score, meta) FROM lines WHERE id = (SELECT min(id) FROM lines)"),
	'Wire|http://wire.example/1|One|2015-02-12 00:00:00|given|1|{"id": 7}', 'JSON lines: fields');
is(sql("SELECT body = raw AND body LIKE 'Report number 1:%' FROM lines WHERE title = 'One'"), 't', 'JSON lines: a body is taken as it is');
is(sql("SELECT concat_ws('|', title, language, meta) FROM lines WHERE raw LIKE '%number 3:%'"), 'Three|en|{"date": "yesterday-ish"}', 'JSON lines: HTML; a date that is none stays in meta');
is(sql("SELECT published FROM lines WHERE length(body) > 1000000"), '2015-02-12 14:06:40', 'JSON lines: seconds since 1970, a line of megabytes');

# Lines in UTF-16, as some shells write them, of either order; U+0A0A and U+0D0A are no line ends
use Encode;
my $wide = join("\r\n", '{"text": "' . report(21) . " Caf\x{e9} \x{0A0A}\x{0D0A}\x{0A05}.\"}", '', '{"text": "' . report(22) . '"}', 'broken', '{"text": "' . report(23) . '"}', '');
put("wide_$_.jsonl", encode($_, "\x{FEFF}$wide")) foreach 'UTF-16LE', 'UTF-16BE';
sql("SELECT news_create_corpus('wide')");
is(ingest('wide', 'wide_*'), 'NOTICE:  2 of 2 files: 3 articles, 3 duplicates, 2 rejects', 'UTF-16 lines: counts');
is(sql("SELECT string_agg(encoding || ' ' || substring(body FROM '\\d+'), ',' ORDER BY id), bool_or(body LIKE '%Caf\x{c3}\x{a9} %') FROM wide"), 'UTF-16BE 21,UTF-16BE 22,UTF-16BE 23|t', 'UTF-16 lines: decoded');
is(sql("SELECT string_agg(line::text, ',') FROM wide_rejects"), '4,4', 'UTF-16 lines: rejects');
unlink glob("$files/wide_*");

# JSON: an array, an object over several lines, lines after all, broken
put('array.json', '[ {"body": "' . report(11) . '"}, 5, {"body": "' . report(12) . '"} ]');
put('object.json', "{\n \"body\": \"" . report(13) . "\"\n}\n");
put('really_lines.json', "{\"body\": \"" . report(14) . "\"}\n{\"body\": \"" . report(15) . "\"}\n");
put('broken.json', '[ {"body": "' . report(16) . '"}, ');
sql("SELECT news_create_corpus('json')");
is(ingest('json', '*.json'), 'NOTICE:  4 of 4 files: 5 articles, 0 duplicates, 2 rejects', 'JSON: counts');
is(sql("SELECT string_agg(regexp_replace(source, '^.*/', '') || coalesce(':' || line, ''), ',' ORDER BY id) FROM json_rejects"),
	'array.json:2,broken.json', 'JSON: rejects');

# Progress and commits: other sessions see the first batches while the call runs
unlink glob("$files/*");
put('many.jsonl', map { '{"body": "' . report($_) . "\"}\n" } 1 .. 2500);
sql("SELECT news_create_corpus('many')");
my $progress = ingest('many', '*');
is($progress, "NOTICE:  0 of 1 files: 1000 articles, 0 duplicates, 0 rejects\n"
	. "NOTICE:  0 of 1 files: 2000 articles, 0 duplicates, 0 rejects\n"
	. 'NOTICE:  1 of 1 files: 2500 articles, 0 duplicates, 0 rejects', 'progress');
cmp_ok(sql('SELECT count(DISTINCT xmin::text) FROM many'), '>=', 25, 'transactions');
cmp_ok(sql('SELECT count(DISTINCT ingested_at) FROM many'), '==', 25, 'a transaction for each hundred');

# Compressed files: lines, a page, several members in one file; damaged ones are rejects, and what comes before the damage counts
unlink glob("$files/*");
sub packed { my $text = join('', @_); my $out; IO::Compress::Gzip::gzip(\$text => \$out) or die; return $out }
my @lines = map { '{"body": "' . report($_) . "\"}\n" } 1 .. 3000;
put('all.jsonl.gz', packed(@lines[0 .. 1499]), packed(@lines[1500 .. 2999]));
put('page.html.GZ', packed('<html><head><title>Packed</title></head><body><p>' . report(4000) . '</p></body></html>'));
put('array.json.gz', packed('[{"body": "' . report(4001) . '"}, {"body": "' . report(4002) . '"}]'));
put('cut.jsonl.gz', substr(packed(map { '{"body": "' . report($_) . rand() . "\"}\n" } 5000 .. 9999), 0, -3000));
put('none.jsonl.gz', $lines[0]);
put('empty.jsonl.gz', '');
sql("SELECT news_create_corpus('packed')");
my $told = ingest('packed', '*');
like($told, qr/6 of 6 files: \d+ articles, 0 duplicates, 3 rejects$/, 'packed: counts');
is(sql("SELECT count(*) FROM packed WHERE source LIKE '%/all.jsonl.gz'"), '3000', 'packed: lines of two members');
is(sql("SELECT count(*), count(title) FROM packed WHERE source LIKE '%/page%' OR source LIKE '%/array%'"), '3|1', 'packed: a page, an array');
cmp_ok(sql("SELECT count(*) FROM packed WHERE source LIKE '%/cut%'"), '>', 1000, 'packed: what comes before the damage');
is(sql("SELECT string_agg(regexp_replace(source, '^.*/', '') || ' ' || errcode, ',' ORDER BY source) FROM packed_rejects"),
	'cut.jsonl.gz XX001,empty.jsonl.gz XX001,none.jsonl.gz XX001', 'packed: rejects');

# Options for all files of a call; what an object says of itself stands above the file, below the option
unlink glob("$files/*");
put('one.jsonl', '{"body": "' . report(1) . '", "source": "Wire"}', "\n", '{"body": "' . report(2) . '"}', "\n");
sql("SELECT news_create_corpus('named_$_')") for 1, 2;
sql("CALL news_ingest_files('named_1', '$files/*'); CALL news_ingest_files('named_2', '$files/*', source => 'Courier', language => 'en')");
is(sql("SELECT string_agg(regexp_replace(source, '^.*/', ''), ',' ORDER BY id) FROM named_1"), 'Wire,one.jsonl', 'sources');
is(sql("SELECT string_agg(source || ' ' || language, ',' ORDER BY id) FROM named_2"), 'Courier en,Courier en', 'options');

# The view of progress, as another statement sees it while the call runs; nothing is left of it
unlink glob("$files/*");
put('many.jsonl', map { '{"body": "' . report($_) . "\"}\n" } 1 .. 2500);
sql("SELECT news_create_corpus('watched'); CREATE TABLE seen AS SELECT * FROM news_ingest_progress WITH NO DATA;
	CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO seen SELECT * FROM news_ingest_progress; RETURN NEW; END';
	CREATE TRIGGER t BEFORE INSERT ON watched FOR EACH ROW WHEN (NEW.body LIKE '%number 1750:%') EXECUTE FUNCTION watch()");
ingest('watched', '*');
is(sql("SELECT corpus, database, files, files_total, articles, duplicates, rejects, bytes > bytes_total / 2 AND bytes <= bytes_total, per_second > 0, time_left >= '0s' FROM seen"),
	'watched|postgres|0|1|1700|0|0|t|t|t', 'progress seen');
is(sql('SELECT count(*) FROM news_ingest_progress'), '0', 'progress gone');

# Two sessions at the same file share it; what one of them has when it dies, the other ingests
sql("SELECT news_create_corpus('shared');
	CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END';
	CREATE TRIGGER t BEFORE INSERT ON shared FOR EACH ROW WHEN (NEW.body LIKE '%number 7:%') EXECUTE FUNCTION wait()");
my $gate = $node->background_psql('postgres');
$gate->query_safe('SELECT pg_advisory_lock(1)');
my @call = ('psql', '-X', '-q', '-d', $node->connstr('postgres'), '-c', "CALL news_ingest_files('shared', '$files/*')");
my ($one, $other) = ('', '');
my $waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
my $first = IPC::Run::start([ @call ], '>', \my $out1, '2>', \$one);
$node->poll_query_until('postgres', "$waiting", '1') or die;
my $second = IPC::Run::start([ @call ], '>', \my $out2, '2>', \$other);
$node->poll_query_until('postgres', "$waiting", '2') or die;
is(sql('SELECT count(*), count(*) FILTER (WHERE substring(body FROM \'\d+\')::int <= 100) FROM shared'), '2400|0', 'one session waits with its hundred, the other has done the rest');
sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CALL news_ingest_files%' ORDER BY backend_start LIMIT 1");
eval { $first->finish };
$gate->query_safe('SELECT pg_advisory_unlock(1)');
$second->finish;
like($other, qr/1 of 1 files: 2500 articles, 0 duplicates, 0 rejects/, 'it was killed: the other has ingested its hundred, too');
is(sql('SELECT count(*), count(DISTINCT hash) FROM shared'), '2500|2500', 'no article is lost, none is there twice');
sql('DROP TRIGGER t ON shared; TRUNCATE shared');
$gate->query_safe('SELECT pg_advisory_lock(1)');
sql("CREATE TRIGGER t BEFORE INSERT ON shared FOR EACH ROW WHEN (NEW.body LIKE '%number 7:%') EXECUTE FUNCTION wait()");
($one, $other) = ('', '');
$first = IPC::Run::start([ @call ], '>', \$out1, '2>', \$one);
$node->poll_query_until('postgres', "$waiting", '1') or die;
$second = IPC::Run::start([ @call ], '>', \$out2, '2>', \$other);
$node->poll_query_until('postgres', "$waiting", '2') or die;
$gate->query_safe('SELECT pg_advisory_unlock(1)');
$_->finish foreach $first, $second;
is(join(' ', map { /(\d+ articles, \d+ duplicates, 0 rejects)/ } reverse(split /\n/, $one), reverse(split /\n/, $other)) =~ /^100 articles, 2400 duplicates.*2400 articles, 100 duplicates/s,
	1, 'neither was killed: each counts what it stored');
is(sql('SELECT count(*), count(DISTINCT hash) FROM shared'), '2500|2500', 'and all articles are there, once');
$gate->quit;

# Two sessions at two files with the same pages the other way round: each waits for the other, one commits, and both go on
put("round_$_.jsonl", join("\n", map { '{"body": "' . report($_) . '"}' } ($_ == 1 ? (1 .. 4) : (4, 3, 2, 1)))) foreach 1, 2;
sql("SELECT news_create_corpus('round'); CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.4); RETURN NEW; END';
	CREATE TRIGGER t BEFORE INSERT ON round FOR EACH ROW EXECUTE FUNCTION slow()");
my @round = ({ said => '' }, { said => '' });
$round[$_]{run} = IPC::Run::start([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-c', "CALL news_ingest_files('round', '$files/round_" . ($_ + 1) . ".jsonl')" ],
	'>', \$round[$_]{out}, '2>', \$round[$_]{said}) foreach 0, 1;
$_->{run}->finish foreach @round;
unlike($round[0]{said} . $round[1]{said}, qr/ERROR/, 'pages in another order: no error');
is(sql('SELECT count(*), count(DISTINCT hash) FROM round'), '4|4', 'pages in another order: each once');
$node->poll_query_until('postgres', "SELECT deadlocks > 0 FROM pg_stat_database WHERE datname = 'postgres'") or die 'they did not block each other';
unlink glob("$files/round_*");

# A file that was changed is a new version of its page
put('changed/page.txt', report(1)) if mkdir "$files/changed";
sql("SELECT news_create_corpus('changed'); CALL news_ingest_files('changed', '$files/changed/*')");
put('changed/page.txt', report(2));
sql("CALL news_ingest_files('changed', '$files/changed/*')");
sql("CALL news_ingest_files('changed', '$files/changed/*')");
is(sql("SELECT string_agg(concat_ws(' ', id, version, version_of, superseded_by, substring(body FROM '\\d+')), ',' ORDER BY id) FROM changed"), '1 1 2 1,2 2 1 2', 'versions of a file');
unlink "$files/changed/page.txt";
rmdir "$files/changed";

# In a transaction block it cannot commit, and all of it goes or none
sql("SELECT news_create_corpus('atomic')");
sql("BEGIN; CALL news_ingest_files('atomic', '$files/*'); ROLLBACK");
is(sql('SELECT count(*) FROM atomic'), '0', 'rolled back with its transaction');
sql("BEGIN; CALL news_ingest_files('atomic', '$files/*'); COMMIT");
is(sql('SELECT count(*), count(DISTINCT ingested_at) FROM atomic'), '2500|1', 'one transaction');
sql("DO \$\$BEGIN CALL news_ingest_files('atomic', '$files/*'); END\$\$");

# A cancel is no reject: what was committed stays, a second call completes
sql("SELECT news_create_corpus('cancelled')");
$node->psql('postgres', "SET statement_timeout = '40ms'; CALL news_ingest_files('cancelled', '$files/*')");
my $part = sql('SELECT count(*) FROM cancelled');
is($part % 100, 0, "cancelled after $part articles");
is(sql('SELECT count(*) FROM cancelled_rejects'), '0', 'no reject by the cancel');
ingest('cancelled', '*');
is(sql('SELECT count(*), count(DISTINCT hash) FROM cancelled'), '2500|2500', 'completed by a second call');

# The corpus dropped under way is a clear error
sql("SELECT news_create_corpus('dropped')");
my ($out, $err) = ('', '');
$node->psql('postgres', "CREATE FUNCTION drop_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''odd page''; END';
	CREATE TRIGGER t BEFORE INSERT ON dropped FOR EACH ROW WHEN (NEW.body LIKE '%number 7:%') EXECUTE FUNCTION drop_it();
	CALL news_ingest_files('dropped', '$files/*');", stderr => \$err);
is(sql("SELECT reason, line FROM dropped_rejects"), 'odd page|7', 'an error of a trigger is a reject with its line');

# Rights: the role that reads files, INSERT on the tables
sql("CREATE ROLE reader; CREATE ROLE writer; GRANT pg_read_server_files TO reader; GRANT INSERT ON pages, pages_rejects TO reader, writer");
is(sql("SET ROLE reader; CALL news_ingest_files('pages', '$files/*'); RESET ROLE; SELECT count(*) FROM pages WHERE source LIKE '%many%'"), '2499', 'a role with the right; one page was there');
$node->psql('postgres', "SET ROLE writer; CALL news_ingest_files('pages', '$files/*')", stderr => \$err);
like($err, qr/permission denied to read files/, 'a role without');

# Databases in another encoding: what has no place there is a reject with its bytes; without an encoding, a clear error
unlink glob("$files/*");
put('plain.txt', report(1));
put('french.txt', report(2) . " Fran\xc3\xa7ois Hollande left.");
put('greek.txt', report(3) . " \xce\x91\xce\xb8\xce\xae\xce\xbd\xce\xb1 was silent.");
put('lines.jsonl', '{"body": "' . report(4) . ' \u00c9lys\u00e9e."}', "\n", '{"body": "' . report(5) . ' \u0391\u03b8\u03ae\u03bd\u03b1."}', "\n");
put('array.json', '[{"body": "' . report(6) . " Fran\xc3\xa7ois left.\"}]");
$node->safe_psql('postgres', "CREATE DATABASE $_ ENCODING '$_' LOCALE 'C' TEMPLATE template0") for qw(latin1 sql_ascii);
$node->safe_psql('latin1', "CREATE EXTENSION news_entities; SELECT news_create_corpus('press')");
$node->psql('latin1', "CALL news_ingest_files('press', '$files/*')", stderr => \$err);
like($err, qr/5 of 5 files: 4 articles, 0 duplicates, 2 rejects/, 'LATIN1: counts');
is($node->safe_psql('latin1', "SELECT string_agg(regexp_replace(source, '^.*/', '') || ' ' || errcode, ',' ORDER BY source) FROM press_rejects"),
	'greek.txt 22P05,lines.jsonl 22P05', 'LATIN1: rejects');
is($node->safe_psql('latin1', "SELECT count(*) FROM press WHERE body LIKE '%Fran' || chr(231) || 'ois%' OR body LIKE '%' || chr(201) || 'lys' || chr(233) || 'e.'"),
	'3', 'LATIN1: letters');
$node->safe_psql('sql_ascii', "CREATE EXTENSION news_entities; SELECT news_create_corpus('press')");
$node->psql('sql_ascii', "SELECT news_ingest('press', 'Paris fell silent as the talks began.')", stderr => \$err);
like($err, qr/cannot ingest articles in a database with encoding SQL_ASCII.*HINT:  Use a database with encoding UTF8/s, 'SQL_ASCII: a clear error');

done_testing();
