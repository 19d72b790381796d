#include "core/phase.h"

#include <assert.h>
#include <string.h>

#define N_(text) text

enum { SAME = -1 };

static const struct {
	const char *spelled;
	const char *text;
} phases[PHASE_COUNT] = {
#define PHASE(name, spelled, text) {spelled, text},
#include "core/phase.def"
#undef PHASE
};

static const struct {
	const char *spelled;
	unsigned allowed;
	int leads_to;
} acts[ACT_COUNT] = {
#define P(name) (1u << PHASE_##name)
#define ACT(name, spelled, allowed, leads_to) {spelled, allowed, leads_to},
#include "core/act.def"
#undef ACT
#undef P
};

const char *phase_name(enum phase phase)
{
	assert((unsigned)phase < PHASE_COUNT);
	return phases[phase].spelled;
}

const char *phase_text(enum phase phase)
{
	assert((unsigned)phase < PHASE_COUNT);
	return phases[phase].text;
}

int phase_find(const char *name)
{
	for (int i = 0; i < PHASE_COUNT; i++)
		if (strcmp(phases[i].spelled, name) == 0)
			return i;
	return -1;
}

const char *act_name(enum act act)
{
	assert((unsigned)act < ACT_COUNT);
	return acts[act].spelled;
}

bool act_allowed(enum act act, enum phase phase)
{
	assert((unsigned)act < ACT_COUNT && (unsigned)phase < PHASE_COUNT);
	return acts[act].allowed >> phase & 1;
}

enum phase act_leads_to(enum act act, enum phase phase)
{
	assert(act_allowed(act, phase));
	return acts[act].leads_to == SAME ? phase
					  : (enum phase)acts[act].leads_to;
}
