/* What a scanner, a keyboard or a stranger's QR code may send. */
#include "core/meeting.h"
#include "core/slip.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *text = (const char *)bytes;
	char language[SLIP_LANGUAGE];
	struct slip slip;

	if (slip_parse(text, size, "B0", &slip) == STATUS_OK ||
	    slip_parse(text, size, NULL, &slip) == STATUS_OK)
		slip_language(text, size, language);
	slip_language(text, size, language);
	return 0;
}
