# Databases in other encodings: the same rows as in UTF-8, positions in characters.
use strict;
use warnings;
use utf8;
use NewsTest;
use Encode qw(encode);
use Test::More;

my $node = new_node('encodings');

# Each text has the characters that its encodings share.
my %texts = (
	latin => "Le président François Hollande a rencontré l'envoyé en Côte d'Ivoire. President François Hollande met U.S. envoy "
	  . "José Peña in São Paulo on 10 September 2016. Äpfel und Öl cost 3.5 pct more, Ms. Müller said on Tuesday.",
	japanese => "安倍晋三首相は東京で。 Prime Minister Abe met U.S. envoy John Smith in 東京 on 10 September 2016. 首相 said on Tuesday.",
	cyrillic => "Министр Лавров. Foreign Minister Лавров met U.S. envoy John Smith in Москва on 10 September 2016, Россия said.",
	ascii => $article);
my @cases = (
	[ LATIN1 => 'latin' ], [ LATIN9 => 'latin' ], [ WIN1252 => 'latin' ], [ EUC_JP => 'japanese' ], [ WIN1251 => 'cyrillic' ],
	[ KOI8R => 'cyrillic' ], [ LATIN1 => 'ascii' ], [ SQL_ASCII => 'ascii' ]);

my $query = q{SELECT 'sentence', num::text, sentence, pos, len, substr(b, pos, len) = sentence FROM t, news_sentences(b)
	UNION ALL SELECT 'entity', name || ' ' || kind || coalesce(code, ''), mention, pos, len, substr(b, pos, len) = mention FROM t, news_entities(b)
	UNION ALL SELECT 'date', value, mention, pos, len, substr(b, pos, len) = mention FROM t, news_dates(b, '2016-09-14')
	UNION ALL SELECT 'event', type || ' ' || status, trigger, pos, len, substr(b, pos, len) = trigger FROM t, news_events(b, '2016-09-14')
	ORDER BY 4, 1, 2};

sub rows_in
{
	my ($encoding, $text) = @_;
	my $db = lc "db_$encoding";

	if ($node->safe_psql('postgres', "SELECT count(*) FROM pg_database WHERE datname = '$db'") eq '0')
	{
		$node->safe_psql('postgres', "CREATE DATABASE $db TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
		$node->safe_psql($db, 'CREATE EXTENSION news_entities; CREATE TABLE t (b text)');
	}
	my ($out, $err);
	my $rc = $node->psql($db,
		encode('UTF-8', ($encoding eq 'SQL_ASCII' ? '' : "SET client_encoding = 'UTF8';") . "TRUNCATE t; INSERT INTO t VALUES (\$text\$$text\$text\$); $query"),
		stdout => \$out, stderr => \$err);
	return ($rc, $out, $err);
}

foreach my $case (@cases)
{
	my ($encoding, $name) = @$case;
	my ($utf8_rc, $utf8_rows) = rows_in('UTF8', $texts{$name});
	my ($rc, $rows, $err) = rows_in($encoding, $texts{$name});

	is($rc, 0, "$encoding reads the $name text") or diag $err;
	is($rows, $utf8_rows, "$encoding gives the rows of UTF-8 for the $name text");
	unlike($rows, qr/\|f$/m, "$encoding has exact positions in the $name text");
	cmp_ok(scalar(split /\n/, $rows), '>=', 1, "$encoding gives rows for the $name text");
}

# Bytes that no encoding is known for.
my ($rc, $out, $err) = rows_in('SQL_ASCII', 'Fran' . chr(0xE7) . 'ois left.');
isnt($rc, 0, 'SQL_ASCII refuses bytes that are not ASCII');
like($err, qr/ERROR: .*SQL_ASCII/, 'and says why');
like($err, qr/HINT: /, 'and what to do');

# Characters of the lexicon that the database's encoding does not have are no error.
$node->safe_psql('db_euc_jp', 'TRUNCATE t');
($rc, $out, $err) = rows_in('EUC_JP', 'President Erdogan of Turkey flew to Sao Paulo, Bogota, Reykjavik, Malmo, Lodz and Yaounde in Cote d\'Ivoire on Tuesday; Beyonce sang.');
is($rc, 0, 'canonical names that the encoding lacks are no error') or diag $err;

$node->stop;
done_testing();
