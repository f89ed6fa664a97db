/*
 * token.c
 *	  The walk over the text that makes the token array.
 *
 * Every byte is looked at once: runs of ASCII letters eight at a time, classes of
 * other ASCII bytes by a table, other characters by ICU.  The folded form of a
 * word is built while it is walked, so that its hash, its vocabulary id and its
 * shape are ready at its end.
 */
#include "text/token.h"

#include <unicode/uchar.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/run.h"

/* A word that is still to be looked up: its token, and its folded form of up to 15 bytes. */
typedef struct Lookup
{
	uint64_t	folded[2];
	uint32_t	token;
	uint32_t	len;
} Lookup;

/* So many wait, until the vocabulary's memory has come. */
#define LOOKUPS			8

typedef struct Scan
{
	NewsArena  *arena;
	const NewsVocab *vocab;
	const uint8_t *text;
	uint32_t	len;
	uint32_t	pos;			/* next byte */
	uint32_t	poll_at;		/* the host is polled when pos gets here */
	uint32_t	tails;			/* UTF-8 continuation bytes before pos: pos - tails is the character offset */
	uint32_t	room;
	NewsTokens *out;
	uint32_t	broken;			/* NEWS_TOK_BREAK when the next token is behind a terminator */

	Lookup		lookups[LOOKUPS];	/* a ring: those from number looked_up on to nlookups wait */
	uint32_t	looked_up;
	uint32_t	nlookups;

	/* the token under way */
	uint32_t	start;
	uint32_t	seen;			/* SEEN_* */
	uint32_t	nfold;			/* bytes of the folded form; above NEWS_FOLD_MAX it is incomplete */
	char		fold[NEWS_FOLD_MAX + 16];	/* 8 bytes may be read and written from any place of it */
} Scan;

/* Bytes between two polls of the host. */
#define POLL_BYTES	((uint32_t) 64 * 1024)

static __attribute__((noinline)) void
poll_host(Scan *s)
{
	news_poll(s->arena);
	s->poll_at = s->pos > UINT32_MAX - POLL_BYTES ? UINT32_MAX : s->pos + POLL_BYTES;
}

/* Polls the host now and then: in every loop over what may be megabytes. */
static inline void
poll_scan(Scan *s)
{
	if (__builtin_expect(s->pos >= s->poll_at, 0))
		poll_host(s);
}

/* A byte of the text, or 0 behind its end. */
static inline uint8_t
byte_at(const Scan *s, uint32_t pos)
{
	return pos < s->len ? s->text[pos] : 0;
}

/* Length of the apostrophe at pos, straight or curly; 0 when there is none. */
static inline uint32_t
apostrophe_at(const Scan *s, uint32_t pos)
{
	if (byte_at(s, pos) == '\'')
		return 1;
	if (byte_at(s, pos) == 0xE2 && byte_at(s, pos + 1) == 0x80 && byte_at(s, pos + 2) == 0x99)
		return 3;
	return 0;
}

/* Does a letter or digit, of any script, stand at pos? */
static bool
alnum_at(const Scan *s, uint32_t pos)
{
	UChar32		c;
	uint32_t	next;
	int			class;

	if (pos >= s->len)
		return false;
	if (s->text[pos] < 0x80)
		return is_ascii_alnum(s->text[pos]);
	class = news_char_class(s->text, s->len, pos, &c, &next);
	return class == C_LOWER || class == C_UPPER || class == C_DIGIT;
}

/*
 * Letters of the clitic behind an apostrophe at pos ('s, 'd, 'm, 'll, 're, 've,
 * and the t of n't), 0 when the letters there are no clitic.
 */
static uint32_t
clitic_letters(const Scan *s, uint32_t pos)
{
	uint8_t		a = byte_at(s, pos) | 0x20;
	uint8_t		b = byte_at(s, pos + 1) | 0x20;
	uint32_t	n = 0;

	if (a == 's' || a == 'd' || a == 'm' || a == 't')
		n = 1;
	if ((a == 'l' && b == 'l') || ((a == 'r' || a == 'v') && b == 'e'))
		n = 2;
	return n && !alnum_at(s, pos + n) ? n : 0;
}

/* ---- The token under way ---- */

static void
begin_token(Scan *s)
{
	s->start = s->pos;
	s->seen = 0;
	s->nfold = 0;
}

static inline void
fold_byte(Scan *s, char c)
{
	if (s->nfold < NEWS_FOLD_MAX)
		s->fold[s->nfold] = c;
	s->nfold++;
}

/* Takes one ASCII byte that belongs to the token. */
static inline void
take_ascii(Scan *s, uint8_t c)
{
	int			class = news_byte_class[c];

	s->seen = see(s->seen, class_seen[class]);
	fold_byte(s, (char) (c | class_case[class]));
	s->pos++;
}

/*
 * Takes ASCII letters and digits while they last and the folded form has room
 * for them, eight at a time: what take_ascii does, done on a machine word.
 */
static void
take_ascii_run(Scan *s)
{
	Run			run;

	do
	{
		const char *p = (const char *) s->text + s->pos;

		run = ascii_run(s->len - s->pos >= 8 ? news_load8(p) : news_load(p, s->len - s->pos), s->seen);
		news_store8(s->fold + s->nfold, run.folded);
		s->seen = run.seen;
		s->nfold += run.n;
		s->pos += run.n;
	} while (run.n == 8 && s->nfold <= NEWS_FOLD_MAX - 8 && s->pos < s->len);
}

/* Takes a character outside ASCII that belongs to the token. */
static void
take_high(Scan *s, int class, UChar32 c, uint32_t next)
{
	char		folded[4];
	int			n;

	s->seen |= SEEN_HIGH;
	if (class != C_LOWER || u_isULowercase(c))
		s->seen = see(s->seen, class_seen[class]);
	n = c == 0xAD ? 0 : news_fold_char(c, folded);
	for (int i = 0; i < n; i++)
		fold_byte(s, folded[i]);
	s->tails += next - s->pos - 1;
	s->pos = next;
}

/* Takes the n bytes of an apostrophe. */
static void
take_apostrophe(Scan *s, uint32_t n)
{
	if (n > 1)
		s->seen |= SEEN_HIGH;
	fold_byte(s, '\'');
	s->tails += n - 1;
	s->pos += n;
}

/* Appends the token that ends at pos. */
static NewsToken *
end_token(Scan *s, NewsTokenKind kind, uint32_t start_chars, uint16_t before)
{
	NewsTokens *out = s->out;
	NewsToken  *token;

	if (out->n == s->room)
		out->items = news_grow(s->arena, out->items, out->n, &s->room, sizeof(NewsToken));
	token = &out->items[out->n++];
	token->start = s->start;
	token->end = s->pos;
	token->chars = start_chars;
	/* of a form that is too long, its beginning and its length */
	token->hash = news_hash_padded(s->fold, s->nfold <= NEWS_FOLD_MAX ? s->nfold : NEWS_FOLD_MAX) ^
		(s->nfold <= NEWS_FOLD_MAX ? 0 : s->nfold);
	token->word = 0;
	token->flags = before | (uint16_t) s->broken;
	s->broken = before & NEWS_TOK_PERIOD ? NEWS_TOK_BREAK : 0;
	token->kind = (uint8_t) kind;
	token->mark = 0;
	if (!(s->seen & SEEN_HIGH))
		token->flags |= NEWS_TOK_ASCII;
	if ((s->seen & SEEN_LETTER) == SEEN_UPPER && s->nfold > 1)
		token->flags |= NEWS_TOK_UPPER;
	if (s->seen & SEEN_MIXED)
		token->flags |= NEWS_TOK_MIXED;
	if (s->nfold <= NEWS_FOLD_MAX)
		token->word = news_vocab_find(s->vocab, s->fold, s->nfold, token->hash);
	return token;
}

/* ---- Kinds of tokens ---- */

/* U.S., a.m., J.P.: two letters or more, each followed by a period (the last one perhaps not). */
static bool
take_acronym(Scan *s)
{
	uint32_t	end = s->start;
	uint32_t	n = 0;

	while (is_ascii_letter(byte_at(s, end)) && byte_at(s, end + 1) == '.' && n < 8)
	{
		end += 2;
		n++;
	}
	if (n && is_ascii_letter(byte_at(s, end)) && !alnum_at(s, end + 1) && byte_at(s, end + 1) != '.' &&
		byte_at(s, end + 1) != '\'')
	{
		end++;
		n++;
	}
	if (n < 2)
		return false;
	s->pos = s->start;
	begin_token(s);
	while (s->pos < end)
		take_ascii(s, s->text[s->pos]);
	if (s->text[end - 1] != '.')
		fold_byte(s, '.');
	return true;
}

/* The rest of a URL, or of an e-mail address or handle. */
static void
take_url(Scan *s)
{
	while (s->pos < s->len)
	{
		uint8_t		c = s->text[s->pos];

		poll_scan(s);
		if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == ')' || c == ']' || c == '|' || c >= 0x80)
			break;
		if ((c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':' || c == '\'') &&
			!is_ascii_alnum(byte_at(s, s->pos + 1)) && byte_at(s, s->pos + 1) != '/')
			break;
		take_ascii(s, c);
	}
}

/* Does a period at pos belong to a name such as Booking.com? */
static bool
is_domain(const Scan *s, uint32_t pos)
{
	static const char *const tlds[] = {"com", "org", "net", "gov", "edu", "co"};

	for (size_t i = 0; i < sizeof(tlds) / sizeof(*tlds); i++)
	{
		uint32_t	n = 0;

		while (tlds[i][n] && byte_at(s, pos + 1 + n) == (uint8_t) tlds[i][n])
			n++;
		if (!tlds[i][n] && !alnum_at(s, pos + 1 + n))
			return true;
	}
	return false;
}

/* Letters, digits and what may stand inside a word. */
static void
take_word(Scan *s)
{
	while (s->pos < s->len)
	{
		uint8_t		c = s->text[s->pos];
		uint32_t	n;

		if (is_ascii_alnum(c))
		{
			if (s->nfold <= NEWS_FOLD_MAX)
				take_ascii_run(s);
			else
			{
				poll_scan(s);
				take_ascii(s, c);
			}
			continue;
		}
		if (c == ' ')
			break;
		if ((n = apostrophe_at(s, s->pos)) != 0)
		{
			/* O'Brien, Qur'an; but not Assad's, nor the end of a quotation */
			if (!alnum_at(s, s->pos + n) || clitic_letters(s, s->pos + n))
				break;
			take_apostrophe(s, n);
		}
		else if (c >= 0x80)
		{
			UChar32		cp;
			uint32_t	next;
			int			class = news_char_class(s->text, s->len, s->pos, &cp, &next);

			if (class != C_LOWER && class != C_UPPER && class != C_DIGIT)
				break;
			poll_scan(s);
			take_high(s, class, cp, next);
		}
		else if (c == '&' && !(s->seen & SEEN_LOWER) && news_byte_class[byte_at(s, s->pos + 1)] == C_UPPER)
			take_ascii(s, c);	/* AT&T */
		else if (c == '.' && s->nfold > 2 && is_domain(s, s->pos))
			take_ascii(s, c);
		else
			break;
	}
}

/* Takes the n of "didn't" back from the word: the clitic is n't. */
static void
split_negation(Scan *s)
{
	uint32_t	n = apostrophe_at(s, s->pos);

	if (n == 0 || s->pos - s->start < 3 || (byte_at(s, s->pos + n) | 0x20) != 't' ||
		(s->text[s->pos - 1] | 0x20) != 'n' || !clitic_letters(s, s->pos + n))
		return;
	s->pos--;
	s->nfold--;
}

/* Is the word that ends at pos, with a period behind it, an abbreviation here? */
static bool
is_abbreviation(const Scan *s, const NewsToken *token)
{
	uint32_t	flags = s->vocab->flags[token->word];
	uint32_t	next = s->pos + 1;

	if (byte_at(s, next) == '.')
		return false;
	if (s->pos - s->start == 1)
		return token->flags & NEWS_TOK_CAP;		/* an initial */
	if (flags & NEWS_W_ABBR_TITLE)
		return token->flags & NEWS_TOK_CAP;
	if (flags & NEWS_W_ABBR)
		return !(flags & (NEWS_W_MONTH | NEWS_W_WEEKDAY)) || (token->flags & NEWS_TOK_CAP);
	if (flags & NEWS_W_ABBR_NUM)
	{
		while (byte_at(s, next) == ' ' && next < s->pos + 3)
			next++;
		return news_byte_class[byte_at(s, next)] == C_DIGIT;
	}
	return false;
}

static void
scan_word(Scan *s, uint32_t chars, uint16_t before, bool capital)
{
	NewsToken  *token;
	uint8_t		c = s->text[s->pos];

	if (capital)
		before |= NEWS_TOK_CAP;
	if (is_ascii_letter(c))
	{
		take_ascii_run(s);
		c = byte_at(s, s->pos);
		if (c == ' ' || c == ',' || c == '\n')	/* most words */
		{
			end_token(s, s->seen & SEEN_DIGIT ? NEWS_ALNUM : NEWS_WORD, chars, before);
			return;
		}
		c = s->text[s->start];
	}
	if (s->pos <= s->start + 1 && byte_at(s, s->start + 1) == '.' && is_ascii_letter(c) && take_acronym(s))
	{
		if (s->text[s->pos - 1] == '.')
			before |= NEWS_TOK_PERIOD;
		end_token(s, NEWS_WORD, chars, before | NEWS_TOK_ACRONYM);
		return;
	}
	take_word(s);
	c = byte_at(s, s->pos);
	if (c == ':' && byte_at(s, s->pos + 1) == '/' && byte_at(s, s->pos + 2) == '/' && s->nfold <= 5)
	{
		take_url(s);
		end_token(s, NEWS_URL, chars, before);
		return;
	}
	if ((c == '@' && is_ascii_alnum(byte_at(s, s->pos + 1))) ||
		(c == '.' && s->nfold == 3 && memcmp(s->fold, "www", 3) == 0))
	{
		take_url(s);
		end_token(s, NEWS_URL, chars, before);
		return;
	}
	split_negation(s);
	token = end_token(s, s->seen & SEEN_DIGIT ? NEWS_ALNUM : NEWS_WORD, chars, before);
	if (c == '.' && is_abbreviation(s, token))
	{
		token->end = ++s->pos;
		token->flags |= NEWS_TOK_PERIOD;
		s->broken = NEWS_TOK_BREAK;
	}
}

/* A clitic at pos: n't where the word before it left its n, else an apostrophe and letters. */
static bool
scan_clitic(Scan *s, uint32_t chars)
{
	uint32_t	i = s->pos;
	uint32_t	n;
	uint32_t	letters;

	if ((byte_at(s, i) | 0x20) == 'n')
		i++;
	n = apostrophe_at(s, i);
	if (n == 0)
		return false;
	letters = clitic_letters(s, i + n);
	if (letters == 0 || (i > s->pos && (s->text[i + n] | 0x20) != 't'))
		return false;
	if (i > s->pos)
		take_ascii(s, s->text[s->pos]);
	take_apostrophe(s, n);
	while (letters--)
		take_ascii(s, s->text[s->pos]);
	end_token(s, NEWS_WORD, chars, NEWS_TOK_CLITIC);
	return true;
}

/* 5, 1,000, 3.5, 10.9.2016; with letters behind it 4th, 1990s, 10am. */
static void
scan_number(Scan *s, uint32_t chars, uint16_t before)
{
	uint8_t		c;

	for (;;)
	{
		poll_scan(s);
		c = byte_at(s, s->pos);
		if (news_byte_class[c] == C_DIGIT ||
			((c == ',' || c == '.') && news_byte_class[byte_at(s, s->pos + 1)] == C_DIGIT))
			take_ascii(s, c);
		else
			break;
	}
	if (alnum_at(s, s->pos))
	{
		take_word(s);
		if (s->seen & SEEN_LETTER)
		{
			end_token(s, NEWS_ALNUM, chars, before);
			return;
		}
	}
	end_token(s, NEWS_NUMBER, chars, before);
}

/* One punctuation character, or a run of one of those that come in runs. */
static void
scan_punct(Scan *s, UChar32 c, uint32_t next, uint32_t chars, uint16_t before)
{
	NewsToken  *token;
	uint32_t	broken = s->broken;
	uint8_t		mark = news_char_likeness(c);
	bool		plural = false;

	if (c == '@' && is_ascii_alnum(byte_at(s, next)) && (before & NEWS_TOK_SPACE))
	{
		take_url(s);
		end_token(s, NEWS_URL, chars, before);
		return;
	}
	if (mark == '\'' && !(before & NEWS_TOK_SPACE) && s->start > 0)
		plural = (s->text[s->start - 1] | 0x20) == 's';
	if (c < 0x80)
	{
		take_ascii(s, (uint8_t) c);
		if (memchr(".-*_#!?", c, 7))
			while (byte_at(s, s->pos) == (uint8_t) c)
			{
				poll_scan(s);
				take_ascii(s, (uint8_t) c);
			}
	}
	else if (c == 0x2019)
		take_apostrophe(s, next - s->pos);
	else
		take_high(s, C_PUNCT, c, next);
	token = end_token(s, NEWS_PUNCT, chars, before);
	token->mark = mark;
	if (mark == '.' || mark == '!' || mark == '?')
		s->broken = NEWS_TOK_BREAK;
	else if (mark == '"' || mark == '\'' || mark == ')' || mark == ']')
		s->broken = broken;
	if (plural)
		token->flags |= NEWS_TOK_CLITIC;
}

/* Skips white space; returns what stands before the next token. */
static uint16_t
skip_space(Scan *s)
{
	uint16_t	before = s->pos == 0 ? NEWS_TOK_SPACE | NEWS_TOK_LINE | NEWS_TOK_PARA : 0;
	uint32_t	lines = 0;

	/* mostly it is one space */
	if (byte_at(s, s->pos) == ' ')
	{
		before |= NEWS_TOK_SPACE;
		s->pos++;
	}
	if (news_byte_class[byte_at(s, s->pos)] >= C_LOWER && news_byte_class[byte_at(s, s->pos)] != C_HIGH)
		return before;
	while (s->pos < s->len)
	{
		uint8_t		c = s->text[s->pos];
		int			class = news_byte_class[c];
		uint32_t	next = s->pos + 1;
		UChar32		cp;

		poll_scan(s);
		if (class == C_HIGH)
			class = news_char_class(s->text, s->len, s->pos, &cp, &next);
		if (class == C_LINE)
			lines += c != '\r' && c != '\f' ? 1 : c == '\f' ? 2 : 0;
		else if (class != C_SPACE)
			break;
		before |= NEWS_TOK_SPACE;
		s->tails += next - s->pos - 1;
		s->pos = next;
	}
	if (lines)
		before |= lines > 1 ? NEWS_TOK_LINE | NEWS_TOK_PARA : NEWS_TOK_LINE;
	return before;
}

/* The token that begins at pos. */
static void
scan_token(Scan *s, uint16_t before)
{
	uint32_t	chars = s->pos - s->tails;
	uint32_t	next = s->pos + 1;
	uint8_t		byte = s->text[s->pos];
	UChar32		c = byte;
	int			class = news_byte_class[byte];

	if (class == C_HIGH)
		class = news_char_class(s->text, s->len, s->pos, &c, &next);
	begin_token(s);
	if (!(before & NEWS_TOK_SPACE) && (byte == '\'' || byte == 0xE2 || (byte | 0x20) == 'n') &&
		s->out->n > 0 && s->out->items[s->out->n - 1].kind <= NEWS_ALNUM && scan_clitic(s, chars))
		return;
	switch (class)
	{
		case C_LOWER:
		case C_UPPER:
			scan_word(s, chars, before, class == C_UPPER);
			break;
		case C_DIGIT:
			if (byte < 0x80)
				scan_number(s, chars, before);
			else
				scan_word(s, chars, before, false);
			break;
		case C_PUNCT:
			scan_punct(s, c, next, chars, before);
			break;
		default:
			s->tails += (byte & 0xC0) == 0x80;
			if (byte >= 0x80)
				take_high(s, C_SYMBOL, c < 0 ? 0xFFFD : c, next);
			else
			{
				fold_byte(s, (char) byte);
				s->pos = next;
			}
			end_token(s, NEWS_SYMBOL, chars, before);
			break;
	}
}

/* Appends a token of ASCII text from start to end; the hash is that of its folded form. */
static inline NewsToken *
put_plain(Scan *s, uint32_t start, uint32_t end, uint32_t hash, uint32_t word, uint32_t flags)
{
	NewsToken  *token = &s->out->items[s->out->n++];

	token->start = start;
	token->end = s->pos = end;
	token->chars = start - s->tails;
	token->hash = hash;
	token->word = word;
	token->flags = (uint16_t) (NEWS_TOK_ASCII | flags | s->broken);
	s->broken = 0;
	token->kind = NEWS_WORD;
	token->mark = 0;
	return token;
}

/* Looks up the word that waits longest. */
static inline void
look_up(Scan *s)
{
	const Lookup *lookup = &s->lookups[s->looked_up++ % LOOKUPS];
	NewsToken  *token = &s->out->items[lookup->token];
	char		fold[16];

	if (lookup->len <= 8)
	{
		token->word = news_vocab_find8(s->vocab, lookup->folded[0], lookup->len, token->hash);
		return;
	}
	news_store8(fold, lookup->folded[0]);
	news_store8(fold + 8, lookup->folded[1]);
	token->word = news_vocab_find(s->vocab, fold, lookup->len, token->hash);
}

/*
 * Has the last token looked up when its place in the vocabulary has been fetched: words
 * are all over the vocabulary, and waiting for memory would take half of the time.
 */
static inline void
look_up_later(Scan *s, uint64_t first, uint64_t second, uint32_t len)
{
	uint32_t	token = s->out->n - 1;

	if (s->nlookups - s->looked_up == LOOKUPS)
		look_up(s);
	s->lookups[s->nlookups++ % LOOKUPS] = (Lookup) {{first, second}, token, len};
	news_vocab_prefetch(s->vocab, s->out->items[token].hash);
}

/*
 * The most frequent case in one go: a word of up to 15 ASCII letters with a
 * space or a comma after it.  Does what scan_token would do; returns false,
 * nothing done, in every other case.
 */
static inline bool
scan_plain_word(Scan *s, uint32_t start, uint32_t flags)
{
	const uint8_t *p = s->text + start;
	Run			run = ascii_run(news_load8((const char *) p), 0);
	uint32_t	n = run.n;
	Run			second = {0};
	uint64_t	h;

	if (n == 8)
	{
		second = ascii_run(news_load8((const char *) p + 8), run.seen);
		n += second.n;
		run.seen = second.seen;
	}
	if (n == 16 || n == 0 || (p[n] != ' ' && p[n] != ',') || (run.seen & SEEN_DIGIT))
		return false;
	if (n < 8)
		run.folded = news_low_bytes(run.folded, n);
	h = news_hash_step(n, run.folded);
	if (second.n)
	{
		second.folded = news_low_bytes(second.folded, second.n);
		h = news_hash_step(h, second.folded);
	}
	h = news_hash_end(h);
	if (news_byte_class[*p] == C_UPPER)
		flags |= NEWS_TOK_CAP | (!(run.seen & SEEN_LOWER) && n > 1 ? NEWS_TOK_UPPER : 0);
	if (run.seen & SEEN_MIXED)
		flags |= NEWS_TOK_MIXED;
	put_plain(s, start, start + n, (uint32_t) h, 0, flags);
	look_up_later(s, run.folded, second.folded, n);
	return true;
}

/* The same for a comma, a period or the like between a word and a space. */
static inline bool
scan_plain_punct(Scan *s, uint32_t start, uint32_t flags)
{
	uint8_t		c = s->text[start];
	uint32_t	broken = c == '.' ? NEWS_TOK_BREAK : c == ')' ? s->broken : 0;
	NewsToken  *token;
	uint32_t	hash;

	if (s->text[start + 1] != ' ' || (c != ',' && c != '.' && c != ')' && c != ':' && c != ';'))
		return false;
	hash = news_hash_end(news_hash_step(1, c));
	token = put_plain(s, start, start + 1, hash, news_vocab_find8(s->vocab, c, 1, hash), flags);
	token->kind = NEWS_PUNCT;
	token->mark = c;
	s->broken = broken;
	return true;
}

/* Takes a plain token behind one space or none, if there is one. */
static inline bool
scan_plain(Scan *s)
{
	uint32_t	start = s->pos;
	uint32_t	flags = 0;
	uint8_t		c = s->text[start];

	if (s->len - start < 24 || s->out->n == s->room || start == 0)
		return false;
	if (c == ' ')
	{
		flags = NEWS_TOK_SPACE;
		c = s->text[++start];
	}
	else if (c == 'n')			/* perhaps n't */
		return false;
	if (news_byte_class[c] == C_LOWER || news_byte_class[c] == C_UPPER)
		return scan_plain_word(s, start, flags);
	return news_byte_class[c] == C_PUNCT && scan_plain_punct(s, start, flags);
}

void
news_tokenize(NewsArena *arena, const NewsVocab *vocab, const char *text, uint32_t len, NewsTokens *out)
{
	Scan		s = {.arena = arena, .vocab = vocab, .text = (const uint8_t *) text, .len = len, .out = out};
	NewsToken  *last;

	memset(out, 0, sizeof(*out));
	out->text = text;
	out->len = len;
	out->vocab = vocab;
	s.room = len / 5 + 16;
	out->items = NEWS_NEW(arena, NewsToken, s.room);
	while (s.pos < len)
	{
		uint16_t	before;

		poll_scan(&s);
		if (scan_plain(&s))
			continue;
		before = skip_space(&s);
		if (s.pos < len)
			scan_token(&s, before);
	}
	while (s.looked_up < s.nlookups)
		look_up(&s);
	out->nchars = len - s.tails;
	out->items = news_grow(arena, out->items, out->n, &s.room, sizeof(NewsToken));
	last = &out->items[out->n];
	memset(last, 0, sizeof(*last));
	last->start = last->end = len;
	last->chars = out->nchars;
	last->kind = NEWS_SYMBOL;
	last->flags = NEWS_TOK_SPACE | NEWS_TOK_LINE | NEWS_TOK_PARA | NEWS_TOK_ASCII;
}

uint32_t
news_span_chars(const NewsTokens *tokens, uint32_t first, uint32_t end)
{
	const NewsToken *last = &tokens->items[end - 1];
	uint32_t	chars = last->chars - tokens->items[first].chars;

	if (last->flags & NEWS_TOK_ASCII)
		return chars + (last->end - last->start);
	for (uint32_t i = last->start; i < last->end; i++)
		chars += ((uint8_t) tokens->text[i] & 0xC0) != 0x80;
	return chars;
}
