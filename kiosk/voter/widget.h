/* widget.h - the names of all that residents can touch (widget.def). */
#ifndef STEMMEBOKS_VOTER_WIDGET_H
#define STEMMEBOKS_VOTER_WIDGET_H

#include <stdint.h>

enum widget {
	WIDGET_NONE, /* an id of 0 is nobody's */
#define WIDGET(name, spelled) WIDGET_##name,
#include "voter/widget.def"
#undef WIDGET
	WIDGET_COUNT
};

/* "cast" for any id made of WIDGET_CAST; "unknown" for an id of no widget.
 * Static. */
const char *widget_name(uint32_t id);

/* The index in ID. */
int widget_index(uint32_t id);

#endif
