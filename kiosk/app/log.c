#include "app/log.h"

#include <assert.h>

static const char *const names[LOG_COUNT] = {
#define LOG(name, spelled) spelled,
#include "app/log.def"
#undef LOG
};

const char *log_name(enum log_event event)
{
	assert((unsigned)event < LOG_COUNT);
	return names[event];
}

void log_write(FILE *out, const char *program, enum log_event event,
	       const char *detail)
{
	fprintf(out, "%s: %s%s%s\n", program, log_name(event),
		*detail ? " " : "", detail);
	fflush(out);
}
