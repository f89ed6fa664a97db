/*
 * embed.c
 *	  Turns bytes into a C array: embed NAME < bytes > file.c
 *
 * A string literal compiles many times faster than a list of numbers.  No bytes
 * at all give an array of one zero.
 */
#include <stdio.h>

int
main(int argc, char **argv)
{
	size_t		n = 0;

	if (argc != 2)
	{
		fprintf(stderr, "usage: embed NAME < bytes > file.c\n");
		return 1;
	}
	printf("/* Made by tools/embed.c. */\nextern const char %s[];\nextern const unsigned long %s_size;\n\n"
		   "const char %s[] __attribute__((aligned(64))) =\n", argv[1], argv[1], argv[1]);
	for (int c; (c = getchar()) != EOF; n++)
	{
		if (n % 32 == 0)
			printf(n ? "\"\n\"" : "\"");
		printf("\\%03o", c);
	}
	printf(n ? "\";\n" : "\"\";\n");
	printf("const unsigned long %s_size = %zuul;\n", argv[1], n);
	return 0;
}
