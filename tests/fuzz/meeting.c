/* A meeting's file that is damaged, or made to harm whoever opens it. */
#include "core/tally.h"
#include "store/box.h"
#include "store/roll.h"
#include "store/store.h"
#include "tests/fuzz/fuzz.h"

static void look(const char *path, enum store_mode mode)
{
	struct store *store;
	struct roll_count count;
	struct tally tally;

	if (store_open(path, mode, &store) != STATUS_OK)
		return;
	(void)roll_count(store, &count);
	(void)box_tally(store, &tally);
	store_free(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *folder = fuzz_folder(NULL);

	look(fuzz_file(folder, "a.stemmeboks", bytes, size), STORE_READ);
	look(fuzz_file(folder, "a.stemmeboks", bytes, size), STORE_WRITE);
	return 0;
}
