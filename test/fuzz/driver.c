/*
 * driver.c
 *	  Drives a fuzz target where clang's libFuzzer is not installed.
 *
 *	  fuzz_NAME -runs=N -seed=N -max_len=N -dict=FILE -artifact_prefix=PATH FOLDER...
 *	  fuzz_NAME FILE
 *
 * Takes the options of libFuzzer that run.sh uses.  Inputs are mutations of the
 * files in the folders; the same seed gives the same inputs.  Each is written to
 * PATHcrash-last before it runs, so an input that ends the program is there.
 */
#include <dirent.h>

#include "fuzz.h"

#define MAX_SEEDS 400
#define MAX_WORDS 2000

typedef struct Bytes
{
	uint8_t    *data;
	size_t		size;
} Bytes;

static Bytes seeds[MAX_SEEDS];
static int	nseeds;
static Bytes words[MAX_WORDS];
static int	nwords;
static uint64_t state;
static size_t max_len = 4096;

static void
fail(const char *what, const char *name)
{
	fprintf(stderr, "%s: %s\n", what, name);
	exit(2);
}

/* xorshift64*, Marsaglia and Vigna. */
static uint32_t
random_below(uint32_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (uint32_t) ((state * UINT64_C(2685821657736338717)) >> 32) % n;
}

static Bytes
read_whole(const char *path)
{
	FILE	   *file = fopen(path, "rb");
	Bytes		bytes = {malloc(1 << 16), 0};

	if (!file || !bytes.data)
		fail("cannot read", path);
	bytes.size = fread(bytes.data, 1, 1 << 16, file);
	fclose(file);
	return bytes;
}

static void
read_seeds(const char *folder)
{
	DIR		   *dir = opendir(folder);
	struct dirent **names;
	int			n;

	if (!dir)
		fail("cannot open", folder);
	closedir(dir);
	n = scandir(folder, &names, NULL, alphasort);
	for (int i = 0; i < n && nseeds < MAX_SEEDS; i++)
	{
		char		path[4096];

		if (names[i]->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		seeds[nseeds++] = read_whole(path);
	}
}

/* A dictionary of libFuzzer: lines of "word", where \xNN is a byte and \\ and \" stand for themselves. */
static void
read_words(const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[1000];

	if (!file)
		fail("cannot read", path);
	while (nwords < MAX_WORDS && fgets(line, sizeof(line), file))
	{
		Bytes	   *word = &words[nwords];
		char	   *p = line;

		if (*p++ != '"')
			continue;
		word->data = malloc(strlen(p));
		word->size = 0;
		while (*p && *p != '"')
		{
			if (p[0] == '\\' && p[1] == 'x')
			{
				char		hex[3] = {p[2], p[3], 0};

				word->data[word->size++] = (uint8_t) strtol(hex, NULL, 16);
				p += 4;
				continue;
			}
			if (*p == '\\')
				p++;
			word->data[word->size++] = (uint8_t) *p++;
		}
		nwords++;
	}
	fclose(file);
}

/* Replaces cut bytes at a random place by size bytes of data. */
static void
splice(Bytes *input, size_t cut, const uint8_t *data, size_t size)
{
	size_t		at = random_below((uint32_t) input->size + 1);

	if (cut > input->size - at)
		cut = input->size - at;
	if (size > max_len - (input->size - cut))
		size = max_len - (input->size - cut);
	memmove(input->data + at + size, input->data + at + cut, input->size - at - cut);
	memcpy(input->data + at, data, size);
	input->size += size - cut;
}

static void
mutate(Bytes *input)
{
	const Bytes *other = &seeds[random_below((uint32_t) nseeds)];
	const Bytes *word = &words[random_below((uint32_t) nwords)];
	uint8_t		any[16];
	size_t		from;

	for (size_t i = 0; i < sizeof(any); i++)
		any[i] = (uint8_t) random_below(256);
	switch (random_below(8))
	{
		case 0:
			splice(input, 1, any, 1);
			break;
		case 1:
			splice(input, random_below(8), any, random_below(sizeof(any)));
			break;
		case 2:
			splice(input, random_below(64), any, 0);
			break;
		case 3:
			from = random_below((uint32_t) other->size + 1);
			splice(input, random_below(64), other->data + from, random_below((uint32_t) (other->size - from) + 1));
			break;
		case 4:
			any[0] = " \n.,-\t'\""[random_below(8)];
			splice(input, random_below(2), any, 1);
			break;
		default:
			splice(input, random_below(2) * random_below(12), word->data, word->size);
			splice(input, 0, (const uint8_t *) " ", random_below(2));
	}
}

static void
save(const char *prefix, const Bytes *input)
{
	char		path[4096];
	FILE	   *file;

	snprintf(path, sizeof(path), "%scrash-last", prefix);
	file = fopen(path, "wb");
	if (!file)
		fail("cannot write", path);
	fwrite(input->data, 1, input->size, file);
	fclose(file);
}

static void
forget(const char *prefix)
{
	char		path[4096];

	snprintf(path, sizeof(path), "%scrash-last", prefix);
	remove(path);
}

/* Runs the target once on one file, such as one that save() left. */
static int
replay(const char *path)
{
	Bytes		input = read_whole(path);

	LLVMFuzzerTestOneInput(input.data, input.size);
	free(input.data);
	printf("Done 1 run\n");
	return 0;
}

static bool
is_file(const char *path)
{
	DIR		   *dir = opendir(path);

	if (dir)
		closedir(dir);
	return dir == NULL;
}

static void
run_all(long runs, const char *prefix)
{
	Bytes		input = {malloc(max_len), 0};

	for (long run = 0; run < runs; run++)
	{
		const Bytes *seed = &seeds[run < nseeds ? run : random_below((uint32_t) nseeds)];

		input.size = seed->size < max_len ? seed->size : max_len;
		memcpy(input.data, seed->data, input.size);
		if (run >= nseeds)
			for (uint32_t n = 1 + random_below(12); n > 0; n--)
				mutate(&input);
		save(prefix, &input);
		LLVMFuzzerTestOneInput(input.data, input.size);
	}
	forget(prefix);
	printf("Done %ld runs\n", runs);
}

int
main(int argc, char **argv)
{
	long		runs = 1000;
	const char *prefix = "./";

	state = 1;
	for (int i = 1; i < argc; i++)
	{
		if (strncmp(argv[i], "-runs=", 6) == 0)
			runs = atol(argv[i] + 6);
		else if (strncmp(argv[i], "-seed=", 6) == 0)
			state = strtoull(argv[i] + 6, NULL, 10) * UINT64_C(0x9E3779B97F4A7C15) + 1;
		else if (strncmp(argv[i], "-max_len=", 9) == 0)
			max_len = strtoul(argv[i] + 9, NULL, 10);
		else if (strncmp(argv[i], "-dict=", 6) == 0)
			read_words(argv[i] + 6);
		else if (strncmp(argv[i], "-artifact_prefix=", 17) == 0)
			prefix = argv[i] + 17;
		else if (argv[i][0] != '-' && is_file(argv[i]))
			return replay(argv[i]);
		else if (argv[i][0] != '-')
			read_seeds(argv[i]);
	}
	if (nseeds == 0 || nwords == 0)
		fail("no seeds or no dictionary", argv[0]);
	run_all(runs, prefix);
	return 0;
}
