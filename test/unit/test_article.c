/*
 * test_article.c
 *	  The article reader, on pages written for the project.
 */
#include "check.h"

#include "article/article.h"
#include "article/datestring.h"
#include "article/language.h"
#include "article/words.h"

static NewsArena arena;

static NewsArticle
read(const char *raw)
{
	NewsArticle article;

	news_read_article(&arena, news_str(raw), NEWS_NO_STR, &article);
	return article;
}

static bool
has(NewsStr body, const char *part)
{
	size_t		n = strlen(part);

	for (size_t i = 0; i + n <= body.len; i++)
		if (memcmp(body.s + i, part, n) == 0)
			return true;
	return false;
}

/* ---- Page text ---- */

static const char harbour[] =
	"Harbour deal signed after nine years - The Coast Courier\n"
	"\n"
	"Menu\n"
	"Home\n"
	"Politics\n"
	"Sport\n"
	"Sign in\n"
	"\n"
	"Harbour deal signed after nine years\n"
	"\n"
	"By Ada Brandt\n"
	"Published 14 March 2019, 09:30\n"
	"\n"
	"Image courtesy of the port authority.\n"
	"\n"
	"Nordhaven and Suderland signed a treaty on Thursday that opens the harbour of Lund to ships of both countries.\n"
	"\n"
	"Advertisement\n"
	"\n"
	"The two governments had negotiated for nine years, and twice the talks were broken off by one side or the other.\n"
	"\n"
	"RELATED:\n"
	"Five things to know about the harbour of Lund\n"
	"\n"
	"\xE2\x80\x9CWe are glad that it is done,\xE2\x80\x9D the minister of trade, Karl Osten, told reporters in the capital.\n"
	"\n"
	"What comes next\n"
	"\n"
	"Both parliaments have to agree to the treaty before it takes effect, which officials expect to happen in the autumn.\n"
	"  \xE2\x80\xA2 The customs office will be shared by both countries.\n"
	"  \xE2\x80\xA2 A new pier is to be built at the cost of Suderland.\n"
	"\n"
	"Time will tell.\n"
	"\n"
	"[Photo by Ina Field/Harbour Pictures via AP]\n"
	"\n"
	"Share this:\n"
	"Facebook\n"
	"Twitter\n"
	"3 thoughts on \xE2\x80\x9CHarbour deal signed after nine years\xE2\x80\x9D\n"
	"Bo says:\n"
	"I do not believe a word of it, for they said the very same thing in the year of the great flood.\n"
	"Leave a Reply\n"
	"Your email address will not be published.\n";

static void
test_page_text(void)
{
	NewsArticle a = read(harbour);

	CHECK_STR(a.title, "Harbour deal signed after nine years");
	CHECK_STR(a.byline, "Ada Brandt");
	CHECK_STR(a.language, "en");
	CHECK(a.published.known);
	CHECK_INT(a.published.day, news_article_day(2019, 3, 14));
	CHECK_INT(a.published.second, 9 * 3600 + 30 * 60);
	CHECK(a.published_score >= 0.8f);
	CHECK(a.body.len > 20 && memcmp(a.body.s, "Nordhaven and Suderland", 23) == 0);
	CHECK(has(a.body, "Time will tell."));
	CHECK(has(a.body, "What comes next"));
	CHECK(has(a.body, "A new pier"));
	CHECK(!has(a.body, "Advertisement"));
	CHECK(!has(a.body, "RELATED"));
	CHECK(!has(a.body, "Five things"));
	CHECK(!has(a.body, "Photo"));
	CHECK(!has(a.body, "courtesy"));
	CHECK(!has(a.body, "Share"));
	CHECK(!has(a.body, "great flood"));
	CHECK(!has(a.body, "Reply"));
}

/* Nothing but an article: all of it is the body. */
static void
test_plain_article(void)
{
	NewsArticle a = read("The council of Lund voted on Monday to close the old bridge for two years, the mayor said.\n"
						 "Traffic will go by the ferry, which is to run every ten minutes from six in the morning.\n");

	CHECK_STR(a.title, NULL);
	CHECK_STR(a.byline, NULL);
	CHECK(!a.published.known);
	CHECK_STR(a.published_basis, NULL);
	CHECK(has(a.body, "The council of Lund"));
	CHECK(has(a.body, "in the morning."));
}

/* An agency's wire: lines of some sixty characters, indented paragraphs. */
static void
test_wrapped_article(void)
{
	NewsArticle a = read("Suderland Shipping Co said its\n"
						 "board voted to raise the price of a ticket on the ferry to Lund\n"
						 "by 2 crowns, as the Coast Courier had reported on Wednesday in\n"
						 "its morning edition.\n"
						 "    The company said the price of a ticket for a car was not to\n"
						 "change before 1990.\n"
						 "    It gave no reasons.\n");

	CHECK_STR(a.body, "Suderland Shipping Co said its board voted to raise the price of a ticket on the ferry to Lund "
			  "by 2 crowns, as the Coast Courier had reported on Wednesday in its morning edition.\n"
			  "The company said the price of a ticket for a car was not to change before 1990.\n"
			  "It gave no reasons.");
	CHECK_STR(a.title, NULL);
	a = read("Profit 12.5 mln vs 9.1 mln\nSales 130 mln vs 112 mln\nShares 4,000,100 vs 4,000,100\nYear\nProfit 40 mln vs 31 mln\n");
	CHECK(has(a.body, "Profit 12.5 mln"));
	CHECK(has(a.body, "vs 31 mln"));
}

static void
test_doubted_date(void)
{
	/* 14 March 2019 was a Thursday. */
	NewsArticle a = read("Bridge closed for two years\n\nPublished Monday, 14 March 2019\n\n"
						 "The council of Lund voted to close the old bridge for two years, the mayor said in a statement.\n"
						 "Traffic will go by the ferry, which is to run every ten minutes from six in the morning.\n");

	CHECK(a.published.known);
	CHECK(a.published_score < 0.5f);
	/* A bare date above the title may be the day on which the page was fetched. */
	a = read("March 20, 2019\nBridge closed for two years\n\n"
			 "The council of Lund voted to close the old bridge for two years, the mayor said in a statement.\n"
			 "Traffic will go by the ferry, which is to run every ten minutes from six in the morning.\n");
	CHECK(a.published.known);
	CHECK(a.published_score < 0.5f);
	CHECK_STR(a.published_basis, "dateline");
}

static void
test_no_article(void)
{
	static const char *const pages[] = {
		"", " ", "\n\n\n", "Menu\nHome\nSign in\n", "\xFF\xFE\xFD", "\xC3", "12 34 56\n",
		"\xE2\x80", "<", "<p", "()", "...", "(/)", "\"\n'\n",
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
	{
		NewsArticle a = read(pages[i]);

		CHECK(a.body.s != NULL);
		CHECK_INT(a.body.len, 0);
		CHECK_STR(a.title, NULL);
	}
}

/* ---- Other languages ---- */

static const struct
{
	const char *language;
	const char *title;
	const char *byline;
	const char *page;
	const char *body;
}			foreign[] = {
	{"de", "Neue Brücke über den Fluss eröffnet", "Karl Osten",
		"Startseite\n"
		"Politik\n"
		"Wirtschaft\n"
		"Sport\n"
		"\n"
		"Neue Brücke über den Fluss eröffnet\n"
		"\n"
		"Von Karl Osten\n"
		"14. März 2019, 09:30 Uhr\n"
		"\n"
		"Die Stadt Lund hat am Donnerstag eine neue Brücke über den Fluss eröffnet, wie der Bürgermeister mitteilte.\n"
		"\n"
		"Anzeige\n"
		"\n"
		"Der Bau hatte neun Jahre gedauert und war mehrmals unterbrochen worden, weil das Geld fehlte.\n"
		"\n"
		"(Foto: Ina Feld/dpa)\n"
		"\n"
		"„Wir sind froh, dass es geschafft ist“, sagte die Ministerin.\n"
		"\n"
		"Lesen Sie auch:\n"
		"Fünf Fragen zum Hafen\n"
		"\n"
		"Teilen\n"
		"Twittern\n"
		"Kommentare\n"
		"Ich glaube kein Wort davon, denn das haben sie schon im Jahr der Flut gesagt und dann kam alles anders.\n",
		"Die Stadt Lund hat am Donnerstag eine neue Brücke über den Fluss eröffnet, wie der Bürgermeister mitteilte.\n"
		"\n"
		"Der Bau hatte neun Jahre gedauert und war mehrmals unterbrochen worden, weil das Geld fehlte.\n"
		"\n"
		"„Wir sind froh, dass es geschafft ist“, sagte die Ministerin."},
	{"fr", "Un nouveau pont inauguré à Lund", "Anne Dupré",
		"Accueil\n"
		"Politique\n"
		"Sports\n"
		"Se connecter\n"
		"\n"
		"Un nouveau pont inauguré à Lund\n"
		"\n"
		"Par Anne Dupré\n"
		"Publié le 14 mars 2019 à 09h30\n"
		"\n"
		"La ville de Lund a inauguré jeudi un nouveau pont sur le fleuve, a annoncé le maire dans un communiqué.\n"
		"\n"
		"Publicité\n"
		"\n"
		"Les travaux avaient duré neuf ans et avaient été interrompus plusieurs fois, faute d'argent.\n"
		"\n"
		"« Nous sommes contents », a dit la ministre.\n"
		"\n"
		"Lire aussi : Cinq questions sur le port\n"
		"\n"
		"Partager\n"
		"Commentaires\n"
		"Je n'en crois pas un mot, car ils l'avaient déjà dit l'année de la grande crue et rien n'avait changé.\n",
		"La ville de Lund a inauguré jeudi un nouveau pont sur le fleuve, a annoncé le maire dans un communiqué.\n"
		"\n"
		"Les travaux avaient duré neuf ans et avaient été interrompus plusieurs fois, faute d'argent.\n"
		"\n"
		"« Nous sommes contents », a dit la ministre."},
	{"ru", "В Лунде открыли новый мост", NULL,
		"Главная\n"
		"Политика\n"
		"Спорт\n"
		"\n"
		"В Лунде открыли новый мост\n"
		"\n"
		"14 марта 2019, 09:30\n"
		"\n"
		"Город Лунд в четверг открыл новый мост через реку, сообщил мэр города на встрече с журналистами.\n"
		"\n"
		"Реклама\n"
		"\n"
		"Строительство шло девять лет и несколько раз прерывалось, потому что не было денег.\n"
		"\n"
		"Читайте также\n"
		"Пять вопросов о порте\n"
		"\n"
		"Комментарии\n"
		"Не верю ни одному слову, потому что они уже говорили это в год наводнения, и ничего не изменилось.\n",
		"Город Лунд в четверг открыл новый мост через реку, сообщил мэр города на встрече с журналистами.\n"
		"\n"
		"Строительство шло девять лет и несколько раз прерывалось, потому что не было денег."},
};

static void
test_foreign_pages(void)
{
	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
	{
		NewsArticle a = read(foreign[i].page);

		CHECK_STR(a.language, foreign[i].language);
		CHECK_STR(a.title, foreign[i].title);
		CHECK_STR(a.byline, foreign[i].byline);
		CHECK_STR(a.body, foreign[i].body);
		CHECK_INT(a.published.day, news_article_day(2019, 3, 14));
		CHECK_INT(a.published.second, 9 * 3600 + 30 * 60);
	}
}

/* ---- HTML ---- */

static const char ferry[] =
	"<!DOCTYPE html><html lang=\"en-GB\"><head><title>Ferry takes over from bridge | The Coast Courier</title>\n"
	"<meta property=\"article:published_time\" content=\"2019-03-14T23:30:00Z\">\n"
	"<meta property=\"article:modified_time\" content=\"2019-04-01T08:00:00Z\">\n"
	"<link rel=\"canonical\" href=\"https://courier.example/2019/03/15/ferry\">\n"
	"<script>var date = '2020-01-01';</script>"
	"<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"datePublished\": \"2019-03-14T23:30:00Z\", \"author\": "
	"{\"@type\": \"Person\", \"name\": \"Ada Brandt\"}}</script>\n"
	"<style>p { color: red }</style></head>\n"
	"<body class=\"has-sidebar\"><nav><ul><li><a href=\"/\">Home</a><li><a href=\"/p\">Politics</a></ul></nav>\n"
	"<div class=\"layout-with-sidebar\"><div class=\"articleBody\"><h1>Ferry takes over from bridge</h1>\n"
	"<p>The council of Lund voted on Monday to close the old bridge for two years, the mayor said &amp; smiled.</p>\n"
	"<div class=\"share-buttons\">Tell all your friends about this article, if you like it.</div>\n"
	"<figure><img src=x><figcaption>The old bridge in the evening light, as seen from the town hall.</figcaption></figure>\n"
	"<p>Traffic will go by the <a href=\"/f\">ferry</a>, which is to run every ten minutes<br>from six in the morning.</p>\n"
	"<ul><li>A ticket costs two crowns.<li>Children under six go free</ul>\n"
	"<p>It will be a long wait.</div>\n"
	"<div class=\"sidebar\"><p>The paper of the coast has been printed since the year 1871, and it is read by all.</p></div></div>\n"
	"<div id=\"comments\"><p>I do not believe a word of it, for they said the very same thing in the year of the flood.</p></div>\n"
	"<footer>Copyright 2019 The Coast Courier</footer></body></html>\n";

static void
test_html(void)
{
	NewsArticle a = read(ferry);

	CHECK_STR(a.title, "Ferry takes over from bridge");
	CHECK_STR(a.byline, "Ada Brandt");
	CHECK_STR(a.language, "en");
	/* Half past eleven in UTC was the day after in the newsroom, says the URL. */
	CHECK(a.published.known);
	CHECK_INT(a.published.day, news_article_day(2019, 3, 15));
	CHECK_STR(a.published_basis, "meta");
	CHECK(a.published_score > 0.9f);
	CHECK(a.body.len > 20 && memcmp(a.body.s, "The council of Lund", 19) == 0);
	CHECK(has(a.body, "the mayor said & smiled."));
	CHECK(has(a.body, "go by the ferry, which is to run every ten minutes\nfrom six"));
	CHECK(has(a.body, "two crowns."));
	CHECK(has(a.body, "go free"));
	CHECK(has(a.body, "It will be a long wait."));
	CHECK(!has(a.body, "Home"));
	CHECK(!has(a.body, "friends"));
	CHECK(!has(a.body, "town hall"));
	CHECK(!has(a.body, "printed since"));
	CHECK(!has(a.body, "flood"));
	CHECK(!has(a.body, "color"));
	CHECK(!has(a.body, "2020"));
	CHECK(!has(a.body, "Copyright"));
}

/* A page that is cut, or that no browser should have to read. */
static void
test_bad_html(void)
{
	static const char *const pages[] = {
		"<html>", "<html><body><p", "<html><p class=\"", "<!doctype html>", "<html><body><div><div></p></x></div>",
		"<!doctype html><script type=\"application/ld+json\">{\"datePublished\": \"", "<!doctype html><time datetime=\"2016",
		"<!doctype html>&#0;&#x110000;&nosuch;&", "<html><body>\xFF\xFE\xC3</body>", "<!doctype html><!-- <p>never closed",
		"<!doctype html><title></title><h1></h1><p></p>",
	};
	char	   *deep = news_alloc(&arena, 100000);

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		CHECK_INT(read(pages[i]).body.len, 0);
	strcpy(deep, "<!doctype html>");
	for (size_t i = strlen(deep); i < 90000; i += 5)
		memcpy(deep + i, "<div>", 6);
	CHECK_INT(read(deep).body.len, 0);
	for (size_t n = 0; n < sizeof(ferry); n += 7)
	{
		NewsArticle a;

		news_read_article(&arena, (NewsStr) {ferry, (uint32_t) n}, NEWS_NO_STR, &a);
		CHECK(a.body.s != NULL);
	}
}

/* ---- A body by itself ---- */

static void
test_body(void)
{
	static const char report[] =
		"Ferry raised after a week\n\nBy Ida Moreau\n\nThe ferry to Lorrin was raised on Friday, and its captain said that the sea had taken it and the sea had given it back.\n";
	NewsStr		rest = news_str("The company that owns it will decide in the spring whether it sails again, an officer of the port said.\n\n");
	NewsArticle a;
	NewsArticle page;
	char	   *body = news_alloc(&arena, 100000);
	size_t		n = sizeof(report) - 1;

	memcpy(body, report, n);
	for (; n < 50000; n += rest.len)
		memcpy(body + n, rest.s, rest.len);
	body[n] = '\0';
	news_read_body(&arena, news_str(body), news_str("https://www.courier.example/ferry"), &a);
	page = read(body);
	CHECK_STR(a.title, "Ferry raised after a week");
	CHECK_STR(a.byline, "Ida Moreau");
	CHECK_STR(a.language, "en");
	CHECK_STR(a.site, "courier.example");
	CHECK(news_str_eq(a.title, page.title) && news_str_eq(a.byline, page.byline));
	CHECK(a.body.s == body && a.body.len == n);
	CHECK(!a.published.known && a.published_basis.s == NULL);
	for (size_t i = 0; i < 2 * sizeof(report); i += 3)
	{
		news_read_body(&arena, (NewsStr) {body, (uint32_t) i}, NEWS_NO_STR, &a);
		CHECK_INT(a.body.len, (int) i);
		CHECK(a.site.s == NULL);
	}
}

/* ---- Dates ---- */

static void
check_date(const char *s, bool month_first, int year, int month, int day, int second)
{
	NewsDateString date;
	bool		found = news_date_string(news_str(s), 0, month_first, &date);

	if (year == 0)
	{
		if (found)
			printf("in \"%s\":\n", s);
		CHECK(!found);
		return;
	}
	if (!found || date.day != news_article_day(year, month, day) || date.second != second)
		printf("in \"%s\":\n", s);
	CHECK(found);
	CHECK_INT(date.day, news_article_day(year, month, day));
	CHECK_INT(date.second, second);
}

static void
test_date_strings(void)
{
	check_date("2016-09-03", true, 2016, 9, 3, 0);
	check_date("2016-09-03T10:31:05+02:00", true, 2016, 9, 3, 37865);
	check_date("2016-09-03 22:31:05.123Z", true, 2016, 9, 3, 81065);
	check_date("https://paper.example/2016/09/03/deal-signed", true, 2016, 9, 3, 0);
	check_date("20160903", true, 2016, 9, 3, 0);
	check_date("Sat, 03 Sep 2016 10:00:00 GMT", true, 2016, 9, 3, 36000);
	check_date("September 3, 2016", true, 2016, 9, 3, 0);
	check_date("Sept. 3rd, 2016 at 8:03 pm ET", true, 2016, 9, 3, 72180);
	check_date("3. September 2016, 10.31 Uhr", false, 2016, 9, 3, 37860);
	check_date("3 de septiembre de 2016", false, 2016, 9, 3, 0);
	check_date("le 1er septembre 2016 \xC3\xA0 10h31", false, 2016, 9, 1, 37860);
	check_date("3 \xD1\x81\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F 2016", false, 2016, 9, 3, 0);
	check_date("2016\xE5\xB9\xB4" "9\xE6\x9C\x88" "3\xE6\x97\xA5", false, 2016, 9, 3, 0);
	check_date("03/09/2016", true, 2016, 3, 9, 0);
	check_date("03/09/2016", false, 2016, 9, 3, 0);
	check_date("23/09/2016", true, 2016, 9, 23, 0);
	check_date("3.9.2016", true, 2016, 9, 3, 0);
	check_date("29 February 2016", true, 2016, 2, 29, 0);
	check_date("29 February 2015", true, 0, 0, 0, 0);
	check_date("32 March 2015", true, 0, 0, 0, 0);
	check_date("call 0912 345 678", true, 0, 0, 0, 0);
	check_date("May 2015", true, 0, 0, 0, 0);
	check_date("03.11.2021", false, 2021, 11, 3, 0);
	check_date("14/03/19", true, 2019, 3, 14, 0);
	check_date("20160903103000", true, 2016, 9, 3, 0);
	check_date("", true, 0, 0, 0, 0);
	CHECK_INT(news_article_weekday(news_article_day(2019, 3, 14)), 4);
	CHECK_INT(news_article_day(1970, 1, 1), 0);
}

/* ---- Languages ---- */

static void
test_languages(void)
{
	static const struct
	{
		const char *language;
		const char *text;
	}			texts[] = {
		{"en", "The minister said that the bridge would be closed for two years."},
		{"de", "Der Minister sagte, dass die Br\xC3\xBC" "cke f\xC3\xBCr zwei Jahre geschlossen wird und der Verkehr mit der F\xC3\xA4hre geht."},
		{"fr", "Le ministre a dit que le pont serait ferm\xC3\xA9 pour deux ans et que les voitures iront par le bac."},
		{"es", "El ministro dijo que el puente se cerrar\xC3\xA1 por dos a\xC3\xB1os y que los coches ir\xC3\xA1n por el transbordador."},
		{"it", "Il ministro ha detto che il ponte sar\xC3\xA0 chiuso per due anni e che le auto andranno con il traghetto."},
		{"pt", "O ministro disse que a ponte n\xC3\xA3o ser\xC3\xA1 aberta por dois anos e que os carros v\xC3\xA3o pela balsa."},
		{"nl", "De minister zei dat de brug voor twee jaar dicht gaat en dat het verkeer met de pont moet."},
		{"ru", "\xD0\x9C\xD0\xB8\xD0\xBD\xD0\xB8\xD1\x81\xD1\x82\xD1\x80 \xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB, \xD1\x87\xD1\x82\xD0\xBE \xD0\xBC\xD0\xBE\xD1\x81\xD1\x82 \xD0\xB1\xD1\x83\xD0\xB4\xD0\xB5\xD1\x82 \xD0\xB7\xD0\xB0\xD0\xBA\xD1\x80\xD1\x8B\xD1\x82 \xD0\xBD\xD0\xB0 \xD0\xB4\xD0\xB2\xD0\xB0 \xD0\xB3\xD0\xBE\xD0\xB4\xD0\xB0 \xD0\xB8 \xD0\xBD\xD0\xB5 \xD0\xB1\xD0\xBE\xD0\xBB\xD1\x8C\xD1\x88\xD0\xB5."},
		{"ja", "\xE5\xA4\xA7\xE8\x87\xA3\xE3\x81\xAF\xE6\xA9\x8B\xE3\x82\x92\xE9\x96\x89\xE9\x8E\x96\xE3\x81\x99\xE3\x82\x8B\xE3\x81\xA8\xE8\xA8\x80\xE3\x81\xA3\xE3\x81\x9F\xE3\x80\x82"},
		{"zh", "\xE9\x83\xA8\xE9\x95\xBF\xE8\xAF\xB4\xE5\xA4\xA7\xE6\xA1\xA5\xE5\xB0\x86\xE5\x85\xB3\xE9\x97\xAD\xE4\xB8\xA4\xE5\xB9\xB4\xE3\x80\x82"},
		{"he", "\xD7\x94\xD7\xA9\xD7\xA8 \xD7\x90\xD7\x9E\xD7\xA8"},
		{NULL, "12 34"},
		{NULL, "Lund"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		CHECK_STR(news_detect_language(news_str(texts[i].text)), texts[i].language);
}

/* ---- Words ---- */

static void
test_words(void)
{
	NewsStr		text = news_str("Caf\xC3\xA9s don't open at 10:30, said NATO\xE2\x80\x99s \xE6\xA9\x8B.");
	const char *want[] = {"Caf\xC3\xA9s", "don't", "open", "at", "10:30", "said", "NATO\xE2\x80\x99s", "\xE6\xA9\x8B"};
	NewsRawWord word;
	uint32_t	pos = 0;
	size_t		n = 0;

	while (news_raw_word(text, &pos, &word))
	{
		if (n < 8)
			CHECK_STR(((NewsStr) {text.s + word.start, word.end - word.start}), want[n]);
		n++;
	}
	CHECK_INT(n, 8);
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_page_text();
	test_plain_article();
	test_wrapped_article();
	test_doubted_date();
	test_no_article();
	test_foreign_pages();
	test_html();
	test_bad_html();
	test_body();
	test_date_strings();
	test_languages();
	test_words();
	news_arena_release(&arena);
	return check_done();
}
