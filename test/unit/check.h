/*
 * check.h
 *	  Checks for the engine's unit tests.
 *
 * A test file is a program: functions that CHECK, and a main that calls them and
 * returns check_done().  A failed check prints its place and goes on.
 *
 *	  #include "check.h"
 *
 *	  static void
 *	  test_sum(void)
 *	  {
 *		  CHECK_INT(1 + 1, 2);
 *	  }
 *
 *	  int
 *	  main(void)
 *	  {
 *		  test_sum();
 *		  return check_done();
 *	  }
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/span.h"

static int	check_passed;
static int	check_failed;

/* A program with more failures than this prints no more of them. */
#define CHECK_PRINTED 40

/* Counts one check; prints where and what when it failed.  Returns ok. */
static inline bool
check_count(bool ok, const char *file, int line, const char *what)
{
	if (ok)
		check_passed++;
	else
	{
		if (check_failed++ < CHECK_PRINTED)
			printf("%s:%d: %s\n", file, line, what);
	}
	return ok;
}

static inline bool
check_int(long long got, long long want, const char *file, int line, const char *what)
{
	char		message[300];

	snprintf(message, sizeof(message), "%s is %lld, not %lld", what, got, want);
	return check_count(got == want, file, line, message);
}

/* want NULL: no string at all. */
static inline bool
check_str(NewsStr got, const char *want, const char *file, int line, const char *what)
{
	char		message[2000];
	bool		ok = want ? got.s != NULL && news_str_eq(got, news_str(want)) : got.s == NULL;

	snprintf(message, sizeof(message), "%s is \"%.*s\"%s, not \"%s\"%s", what,
			 got.s ? (int) got.len : 0, got.s ? got.s : "", got.s ? "" : " (none)",
			 want ? want : "", want ? "" : " (none)");
	return check_count(ok, file, line, message);
}

/* Ends a test program: prints the sums, returns the exit status. */
static inline int
check_done(void)
{
	printf("%d passed, %d failed\n", check_passed, check_failed);
	return check_failed ? 1 : 0;
}

/* Is cond true? */
#define CHECK(cond) check_count((cond), __FILE__, __LINE__, #cond)
/* Is the integer got equal to want? */
#define CHECK_INT(got, want) check_int((got), (want), __FILE__, __LINE__, #got)
/* Is the NewsStr got equal to the C string want (NULL: none)? */
#define CHECK_STR(got, want) check_str((got), (want), __FILE__, __LINE__, #got)
/* The same for a C string; got NULL is none. */
#define CHECK_CSTR(got, want) check_str(news_str(got), (want), __FILE__, __LINE__, #got)

#endif							/* CHECK_H */
