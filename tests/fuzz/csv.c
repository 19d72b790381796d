/* proposals.csv as organisers, and what they save it with, may write it. */
#include "tests/fuzz/fuzz.h"
#include "tools/import/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *folder = fuzz_folder("assets/template");
	struct problems problems = {0};
	struct meeting *meeting = NULL;

	fuzz_file(folder, "proposals.csv", bytes, size);
	if (import_read(folder, &problems, &meeting) == STATUS_OK)
		meeting_free(meeting);
	problems_clear(&problems);
	return 0;
}
