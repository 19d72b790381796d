/* phase.h - the phases of a meeting and the acts that move it on.
 *
 * draft -> ready -> open <-> paused -> closed -> counted -> published
 */
#ifndef STEMMEBOKS_PHASE_H
#define STEMMEBOKS_PHASE_H

#include <stdbool.h>

enum phase {
#define PHASE(name, spelled, text) PHASE_##name,
#include "core/phase.def"
#undef PHASE
	PHASE_COUNT
};

enum act {
#define ACT(name, spelled, allowed, leads_to) ACT_##name,
#include "core/act.def"
#undef ACT
	ACT_COUNT
};

/* "paused": stable, for the file, --json and tests. Static. */
const char *phase_name(enum phase phase);

/* The word for organisers, a gettext key. Static. */
const char *phase_text(enum phase phase);

/* The phase spelled NAME, or -1. */
int phase_find(const char *name);

/* "opened": what the audit row says. Static. */
const char *act_name(enum act act);

/* Whether ACT may be done in PHASE. */
bool act_allowed(enum act act, enum phase phase);

/* The phase after ACT in PHASE, which must allow it. */
enum phase act_leads_to(enum act act, enum phase phase);

#endif
