/* A translation as somebody may send it. */
#include "tests/fuzz/fuzz.h"
#include "tools/catalogue/catalogue.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *folder = fuzz_folder(NULL);
	struct problems problems = {0};
	struct catalogue catalogue;
	struct po residents;

	po_read("assets/lang/en.po", "en.po", &problems, &residents);
	catalogue_read(fuzz_file(folder, "so.po", bytes, size), "so.po",
		       &residents, &problems, &catalogue);
	catalogue_free(&catalogue);
	po_free(&residents);
	problems_clear(&problems);
	return 0;
}
