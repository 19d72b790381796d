#include "voter/widget.h"

static const char *const names[WIDGET_COUNT] = {
    "unknown",
#define WIDGET(name, spelled) spelled,
#include "voter/widget.def"
#undef WIDGET
};

const char *widget_name(uint32_t id)
{
	return id >> 16 < WIDGET_COUNT ? names[id >> 16] : names[0];
}

int widget_index(uint32_t id)
{
	return (int)(id & 0xffff);
}
