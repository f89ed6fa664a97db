# A kill during ingestion, of the backend and of the server, at points spread over
# the whole: nothing lost that was reported, nothing twice, a second call completes.
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(usleep time);

my $articles = 900;
my $rounds = $ENV{NEWS_KILL_ROUNDS} // 20;
my $node = new_node('ingest_kill', conf => "restart_after_crash = on\n");
my $files = PostgreSQL::Test::Utils::tempdir();
$node->safe_psql('postgres', 'CREATE EXTENSION news_entities');

for my $part (0 .. 2)
{
	open(my $out, '>', "$files/$part.jsonl") or die;
	print $out "{\"body\": \"Report $part.$_: the envoys of France met in Paris on Friday.\"}\n" for 1 .. $articles / 3;
	close($out);
}

sub sql { return $node->safe_psql('postgres', $_[0]) }

sub ready
{
	for (1 .. 600)
	{
		return if $node->psql('postgres', 'SELECT 1') == 0;
		usleep(50_000);
	}
	die 'the server does not come back';
}

sub is_child
{
	my ($status, $parent) = @_;

	open(my $in, '<', $status) or return 0;		# it has ended since
	return scalar grep { /^PPid:\s+$parent$/ } <$in>;
}

# Kills the server with all of its processes, as the kernel does when a machine fails.
sub crash
{
	my $postmaster = $node->{_pid};
	my @children = map { m{/(\d+)/} } grep { is_child($_, $postmaster) } glob('/proc/[0-9]*/status');

	$node->kill9;
	kill 'KILL', @children;
	while (grep { kill 0, $_ } $postmaster, @children)
	{
		usleep(10_000);
	}
}

# How long the whole takes here, to spread the kills over it.
sql("SELECT news_create_corpus('whole')");
my $began = time;
sql("CALL news_ingest_files('whole', '$files/*')");
my $took = time - $began;

for my $round (1 .. $rounds)
{
	my $whole_server = $round % 2;
	my $corpus = "kill$round";
	my ($in, $out, $err) = ("SELECT pg_backend_pid();\nCALL news_ingest_files('$corpus', '$files/*');\n", '', '');

	sql("SELECT news_create_corpus('$corpus')");
	my $session = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('postgres'), '-f', '-' ], '<', \$in, '>', \$out, '2>', \$err);
	$session->pump until $out =~ /^(\d+)\n/;
	my $pid = $1;
	usleep($took * 1_000_000 * $round / ($rounds + 1));
	if ($whole_server)
	{
		crash();
	}
	else
	{
		kill 'KILL', $pid;
	}
	eval { $session->finish };
	my ($told) = reverse($err =~ /(\d+) articles/g);
	$told //= 0;
	$node->start if $whole_server;
	ready();
	my $kept = sql("SELECT count(*) FROM $corpus");
	cmp_ok($kept, '>=', $told, "round $round: $kept articles kept, $told told");
	is($kept % 100, 0, "round $round: whole batches") unless $kept == $articles;
	sql("CALL news_ingest_files('$corpus', '$files/*')");
	is(sql("SELECT count(*), count(DISTINCT hash) FROM $corpus"), "$articles|$articles", "round $round: complete, none twice");
	is(sql("SELECT count(*) FROM ${corpus}_rejects"), '0', "round $round: no rejects");
}

# Several sessions on the same files: every article once
sql("SELECT news_create_corpus('together')");
my @sessions = map {
	my $err = '';
	{ err => \$err, run => IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('postgres'), '-c', "CALL news_ingest_files('together', '$files/*')" ], '>', \my $out, '2>', \$err) }
} 1 .. 3;
$_->{run}->finish for @sessions;
my $stored = 0;
${ $_->{err} } =~ /3 of 3 files: (\d+) articles/ and $stored += $1 for @sessions;
is($stored, $articles, 'together the sessions tell as many articles as there are');
is(sql('SELECT count(*), count(DISTINCT hash) FROM together'), "$articles|$articles", 'and no article twice');

done_testing();
