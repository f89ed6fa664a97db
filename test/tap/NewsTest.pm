# What the TAP tests share: a cluster with the extension, texts, backend figures.
package NewsTest;

use strict;
use warnings;
use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

our @EXPORT = qw(new_node backend_memory $article);

# One article, written for the tests.
our $article = <<'TEXT';
Harbour talks end without a deal

PORT ELLERY, March 14 (Coast Wire) - Foreign Minister Anna Kovalenko met U.S. envoy James T. Whitlock in Geneva on Tuesday, but the two sides failed to sign the fishing accord that Norway and Russia had agreed in principle last September.

"We did not come here to threaten anybody," Ms. Kovalenko said at 10:30 p.m. "Talks resume on April 3." Her spokesman told reporters that about 3.5 pct of the fleet, or 1,250 boats, would stay in port from Monday until the end of the month.

Two days earlier, rebels attacked a convoy near Aleppo, killing 12 people, the Ministry of Defence said. The United Nations Security Council condemned the attack. Police in Sao Paulo arrested three protesters on Friday, March 11, 2016.
TEXT

# A started node; options as of PostgreSQL::Test::Cluster->init, and conf => lines.
sub new_node
{
	my ($name, %options) = @_;
	my $conf = delete $options{conf};
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ], %options);
	$node->append_conf('postgresql.conf', "fsync = off\n" . ($conf // ''));
	$node->start;
	return $node;
}

# Private memory of a process, in bytes: what it wrote and shares with nobody.  Not
# Private_Dirty, which counts pages of a library just installed that await the disk.
sub backend_memory
{
	my ($pid) = @_;
	my $kilobytes = 0;

	open(my $smaps, '<', "/proc/$pid/smaps_rollup") or return undef;
	while (<$smaps>)
	{
		$kilobytes += $1 if /^Anonymous:\s+(\d+) kB/;
	}
	close($smaps);
	return $kilobytes * 1024;
}

1;
