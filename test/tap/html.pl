# news_html: the page is well-formed XML and has what news_entities, news_dates and
# news_events find, in order; where Chromium is installed, it shows the same.
use strict;
use warnings;
use NewsTest;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = new_node('html');
my $folder = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql('postgres', "CREATE EXTENSION news_entities; SET client_min_messages = error; SELECT news_create_corpus('press')");
$node->safe_psql('postgres', "CALL news_ingest_files('press', '" . $ENV{TESTDIR} . "/test/corpus/*')");
# hostile text, and marks across one another
$node->safe_psql('postgres', <<'SQL');
CREATE TABLE pages (id serial PRIMARY KEY, body text, published timestamp, news newsvector);
INSERT INTO pages (body, published) SELECT concat_ws(E'\n\n', title, body), published FROM press ORDER BY id;
INSERT INTO pages (body) VALUES (E'<script>alert("Kerry")</script> & John Kerry''s "Talks" ]]> --> <b>Lavrov</b> \x01\x0b & \x7f\n\n\n<style>Geneva</style>'), (''), (E'\n\n');
UPDATE pages SET news = to_newsvector(body, published);
INSERT INTO pages (body, news) SELECT repeat('abcdefghij ', 30), string_agg(format('person:"<P&%s>"/"%s''"@%s+%s.1', i, i, 1 + i * 7 % 200, 1 + i * 13 % 60), ' ')::newsvector FROM generate_series(1, 60) i;
SQL

# One Python program reads the pages and says what is wrong.
my $checker = "$folder/check.py";
append_to_file($checker, <<'PYTHON');
import json, re, sys
import xml.etree.ElementTree as tree
X = '{http://www.w3.org/1999/xhtml}'
def squeeze(s): return re.sub(r'[\s\x00-\x20\ufffd]+', '', s)
faults = pages = 0
def expect(ok, page, what):
    global faults
    if not ok:
        faults += 1
        print('page %s: %s' % (page, what))
for line in open(sys.argv[1], encoding='utf-8'):
    page = json.loads(line)
    pages += 1
    n = page['id']
    root = tree.fromstring(page['html'].encode())
    article = root.find('.//%sarticle' % X)
    expect(squeeze(''.join(article.itertext())) == squeeze(page['body']), n, 'the text is another')
    allowed = {X + t for t in ('html', 'head', 'meta', 'title', 'style', 'body', 'main', 'article', 'p', 'span', 'time', 'input', 'label', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a')}
    expect({e.tag for e in root.iter()} <= allowed, n, 'an element that does not belong there')
    expect('url(' not in page['html'] and '@import' not in page['html'] and not re.search(r'\s(src|on[a-z]+)=', re.sub(r'data-\w+="[^"]*"|title="[^"]*"|>[^<]*<', '><', page['html'])), n, 'something from elsewhere')
    ids = [e.get('id') for e in root.iter() if e.get('id')]
    expect(len(ids) == len(set(ids)), n, 'an id twice')
    expect(all(a.get('href')[1:] in ids for a in root.iter(X + 'a')), n, 'a link to nothing')
    if page['entities'] is None:
        continue
    marks = {'entity': [], 'date': [], 'event': []}
    for e in article.iter():
        classes = e.get('class', '').split()
        if classes and 'cont' not in classes and classes[0] in marks:
            marks[classes[0]].append(e)
    text = lambda e: ''.join(e.itertext())
    # a mark in pieces has but its beginning here
    same = lambda e, m: squeeze(m).startswith(squeeze(text(e)))
    for kind, keys in (('entity', ('data-kind', 'data-name', 'data-code')), ('date', ('data-kind', 'data-value', 'data-during', 'data-basis')),
                       ('event', ('data-type', 'data-status', 'data-during', 'data-basis', 'data-actor', 'data-recipient', 'data-place', 'data-source'))):
        wanted = page['entities' if kind == 'entity' else kind + 's'] or []
        expect(len(marks[kind]) == len(wanted), n, '%d marks of %s, not %d' % (len(marks[kind]), kind, len(wanted)))
        for e, w in zip(marks[kind], wanted):
            expect(same(e, w[0]), n, '%s is %r, not %r' % (kind, text(e), w[0]))
            expect([e.get(k) for k in keys] == w[1:], n, '%s %r: %r' % (kind, w, e.attrib))
print('%d pages, %d faults' % (pages, faults))
PYTHON

# The pages, and what the functions find, in order.
$node->safe_psql('postgres', <<SQL);
CREATE VIEW checked AS SELECT id, body, news_html(body, published, CASE WHEN published IS NULL THEN news END) AS html,
 CASE WHEN published IS NOT NULL THEN (SELECT json_agg(json_build_array(mention, kind, name, code) ORDER BY pos, len DESC) FROM news_entities(body)) END AS entities,
 (SELECT json_agg(json_build_array(mention, kind, value, during, basis) ORDER BY pos) FROM news_dates(body, published)) AS dates,
 (SELECT json_agg(json_build_array(trigger, type, status, during, basis, actor, recipient, place, source) ORDER BY pos, len DESC, ord)
  FROM news_events(body, published) WITH ORDINALITY AS e (type, actor, ak, ac, recipient, rk, rc, place, during, basis, status, source, trigger, pos, len, sentence, score, ord)) AS events
FROM pages;
COPY (SELECT row_to_json(checked) FROM checked ORDER BY id) TO '$folder/pages.json' (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02');
SQL
my ($out, $err) = run_command([ 'python3', $checker, "$folder/pages.json" ]);
like($out, qr/^[1-9][0-9]+ pages, 0 faults$/, 'pages have what the functions find') or diag("$out\n$err");

SKIP:
{
	my $chromium = (grep { -x } map { "$_/chromium" } split(/:/, $ENV{PATH}))[0];
	skip 'no Chromium here', 2 unless $chromium;
	my $html = $node->safe_psql('postgres', 'SELECT html FROM checked ORDER BY length(html) DESC LIMIT 1');
	append_to_file("$folder/page.html", $html);
	local $ENV{HOME} = $folder;
	my ($dom, $noise) = run_command([ $chromium, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', "--user-data-dir=$folder/profile",
		'--virtual-time-budget=2000', '--dump-dom', "file://$folder/page.html" ]);
	skip 'Chromium does not start here', 2 unless $dom =~ /<html/;
	my $count = sub { my ($s, $what) = @_; return scalar(() = $s =~ /$what/g) };
	is($count->($dom, '<span class="(entity|event)'), $count->($html, '<span class="(entity|event)'), 'Chromium reads the same spans');
	is($count->($dom, '<time class="date'), $count->($html, '<time class="date'), 'and the same dates');
}

$node->stop;
done_testing();
