/*
 * bio.c
 *	  Reading labelled text: a word and its tag a line, an empty line after each
 *	  sentence, "-DOCSTART-" before each document.
 */
#include "model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
read_file(NewsArena *arena, const char *path)
{
	FILE	   *in = fopen(path, "rb");
	long		len;
	char	   *text;

	if (!in || fseek(in, 0, SEEK_END) != 0 || (len = ftell(in)) < 0 || fseek(in, 0, SEEK_SET) != 0)
	{
		perror(path);
		exit(1);
	}
	text = news_alloc(arena, (size_t) len + 1);
	if (fread(text, 1, (size_t) len, in) != (size_t) len)
	{
		perror(path);
		exit(1);
	}
	text[len] = '\0';
	fclose(in);
	return text;
}

BioFile
bio_read(NewsArena *arena, const char *path, uint32_t max_sentences)
{
	BioFile		file = {NULL, 0};
	char	   *text = read_file(arena, path);
	bool		marked = strstr(text, "-DOCSTART-") != NULL;
	uint32_t	file_room = 0;
	uint32_t	room = 0;
	uint32_t	tags_room = 0;
	uint32_t	sentences = 0;
	BioDoc		doc = {.weight = 1};

	for (char *s = text, *next; ; s = next)
	{
		size_t		len = strcspn(s, "\r\n");
		char	   *space = memchr(s, ' ', len);
		char	   *tag = space;
		bool		start = strncmp(s, "-DOCSTART-", 10) == 0;

		next = s + len + strspn(s + len, "\r") + 1;
		while (tag && memchr(tag + 1, ' ', (size_t) (s + len - tag - 1)))
			tag = memchr(tag + 1, ' ', (size_t) (s + len - tag - 1));
		if ((len == 0 || start) && doc.n > 0 && doc.words[doc.n - 1].len > 0)
		{
			doc.words = news_grow(arena, doc.words, doc.n, &room, sizeof(NewsStr));
			doc.tags = news_grow(arena, doc.tags, doc.n, &tags_room, sizeof(NewsStr));
			doc.words[doc.n] = doc.tags[doc.n] = NEWS_STR("");
			doc.n++;
			sentences++;
		}
		if (doc.n > 0 && (*s == '\0' || (marked ? start : sentences >= max_sentences)))
		{
			file.docs = news_grow(arena, file.docs, file.n, &file_room, sizeof(BioDoc));
			file.docs[file.n++] = doc;
			doc = (BioDoc) {.weight = 1};
			room = tags_room = sentences = 0;
		}
		if (*s == '\0' || s[len] == '\0')
			break;
		if (start && atof(s + 10) > 0)
			doc.weight = (float) atof(s + 10);
		if (space && !start)
		{
			doc.words = news_grow(arena, doc.words, doc.n, &room, sizeof(NewsStr));
			doc.tags = news_grow(arena, doc.tags, doc.n, &tags_room, sizeof(NewsStr));
			doc.words[doc.n] = (NewsStr) {s, (uint32_t) (space - s)};
			doc.tags[doc.n] = (NewsStr) {tag + 1, (uint32_t) (s + len - tag - 1)};
			doc.n++;
		}
	}
	return file;
}
