/* Elections of others: whatever the
 * bytes, a refusal with a place or a sound election that reads the same when it
 * was written. */
#include <stdlib.h>

#include <sodium.h>

#include "tests/fuzz/fuzz.h"
#include "tools/pabulib/pabulib.h"

/* What was written of FIRST must be taken, strictly but for what it warns of.
 */
static void write_and_read(const struct pabulib *first)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *second = NULL;
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (!out || pabulib_write(first, out) != STATUS_OK || fclose(out) != 0)
		abort();
	if (pabulib_read_bytes(text, length, true, &notes, &second) !=
	    STATUS_OK)
		abort();
	if (first->election->ballots != second->election->ballots ||
	    first->election->group_count != second->election->group_count ||
	    first->election->budget_minor != second->election->budget_minor)
		abort();
	pabulib_free(second);
	notes_clear(&notes);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;
	enum status status;

	if (sodium_init() < 0)
		abort();
	for (int lenient = 0; lenient < 2; lenient++) {
		status = pabulib_read_bytes((const char *)bytes, size, lenient,
					    &notes, &pabulib);
		if (status == STATUS_OK)
			write_and_read(pabulib);
		else if (status != STATUS_INPUT || !notes.refusal ||
			 notes.refused_line < 1)
			abort();
		if (status == STATUS_OK)
			pabulib_free(pabulib);
		notes_clear(&notes);
		pabulib = NULL;
	}
	return 0;
}
