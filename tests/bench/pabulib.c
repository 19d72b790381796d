/* pabulib.c - how fast a large file of an election is read.
 *
 * pabulib write FILE MB PROJECTS MOST: a file of MB million bytes, each ballot
 *     names 1 to MOST of PROJECTS projects, some more often than others.
 * pabulib read FILE: milliseconds of one core, bytes of memory at most.
 * pabulib plain FILE: milliseconds that a loop needs which only counts the line
 *     ends and separators of the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <sodium.h>

#include "tests/bench/measure.h"
#include "tools/pabulib/pabulib.h"

enum { MOST_PROJECTS = 200, BLOCK = 1 << 20 };

/* Numbers that are the same in every run (Park and Miller, 1988). */
static unsigned next(unsigned *seed, unsigned below)
{
	*seed = (unsigned)((unsigned long long)*seed * 48271 % 2147483647);
	return *seed % below;
}

static void write_ballot(FILE *out, int projects, int most, unsigned *seed)
{
	bool named[MOST_PROJECTS] = {false};
	int count = 1 + (int)next(seed, (unsigned)most);

	for (int i = 0, written = 0; i < count; i++) {
		unsigned one = next(seed, (unsigned)projects);
		unsigned two = next(seed, (unsigned)projects);
		unsigned project = one < two ? one : two;

		if (named[project])
			continue;
		named[project] = true;
		fprintf(out, "%s%u", written++ ? "," : "", 100 + 17 * project);
	}
}

static int write_file(const char *path, long mb, int projects, int most)
{
	FILE *out = fopen(path, "wb");
	unsigned seed = 1, voter = 1400000000;

	if (!out || projects > MOST_PROJECTS)
		return 1;
	fprintf(out,
		"META\nkey;value\ndescription;x\nbudget;24000000\n"
		"vote_type;approval\nnum_projects;%d\nPROJECTS\n"
		"project_id;cost;name\n",
		projects);
	for (int i = 0; i < projects; i++)
		fprintf(out, "%d;%u;Project %d\n", 100 + 17 * i,
			1000 + next(&seed, 900000), i);
	fputs("VOTES\nvoter_id;vote;age;sex;voting_method\n", out);
	while (ftell(out) < mb * 1000000) {
		voter += 1 + next(&seed, 700);
		fprintf(out, "%u;", voter);
		write_ballot(out, projects, most, &seed);
		fprintf(out, ";%u;%c;internet\n", 16 + next(&seed, 70),
			"FM"[next(&seed, 2)]);
	}
	return fclose(out) != 0;
}

static int read_file(const char *path)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;
	double start_ms = measure_cpu_ms();
	enum status status;
	struct rusage usage;

	if (sodium_init() < 0)
		return 1;
	status = pabulib_read(path, false, &notes, &pabulib);
	getrusage(RUSAGE_SELF, &usage);
	if (status != STATUS_OK)
		return 1;
	printf("%.1f %ld\n", measure_cpu_ms() - start_ms,
	       usage.ru_maxrss * 1024);
	pabulib_free(pabulib);
	notes_clear(&notes);
	return 0;
}

static int plain_file(const char *path)
{
	char *block = malloc(BLOCK);
	double start_ms = measure_cpu_ms();
	FILE *in = fopen(path, "rb");
	long counts[256] = {0};
	size_t got;

	if (!in || !block)
		return 1;
	while ((got = fread(block, 1, BLOCK, in)) > 0)
		for (size_t i = 0; i < got; i++)
			counts[(unsigned char)block[i]]++;
	fclose(in);
	free(block);
	printf("%.1f %ld\n", measure_cpu_ms() - start_ms,
	       counts['\n'] + counts[';'] + counts[',']);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 6 && strcmp(argv[1], "write") == 0)
		return write_file(argv[2], atol(argv[3]), atoi(argv[4]),
				  atoi(argv[5]));
	if (argc == 3 && strcmp(argv[1], "read") == 0)
		return read_file(argv[2]);
	if (argc == 3 && strcmp(argv[1], "plain") == 0)
		return plain_file(argv[2]);
	return 2;
}
