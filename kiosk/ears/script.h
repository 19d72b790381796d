/* script.h - what is being read aloud, as a copy that can be wiped.
 *
 * It may tell what somebody chose.
 */
#ifndef STEMMEBOKS_SCRIPT_H
#define STEMMEBOKS_SCRIPT_H

#include "core/clip_name.h"
#include "ears/ears.h"

struct script {
	size_t bytes; /* of it all */
	char language[CLIP_NAME_BYTES];
	size_t count;
	struct utterance_part parts[]; /* their strings stand behind them */
};

/* Copies UTTERANCE. NULL when memory is out or LANGUAGE is no code. Free with
 * script_free(), which overwrites it and takes NULL. */
struct script *script_new(const char *language,
			  const struct utterance *utterance);
void script_free(struct script *script);

#endif
