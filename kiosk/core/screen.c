#include "core/session.h"

#include <assert.h>

static const struct {
	const char *spelled;
	unsigned idle_ms;
	unsigned next;
} screens[SCREEN_COUNT] = {
#define S(name) (1u << SCREEN_##name)
/* Where a session begins: in a language that the slip knows, or that is chosen.
 */
#define BEGIN (S(LANGUAGE) | S(RULES) | S(CHOOSE))
#define VOTING (S(RULES) | S(CHOOSE) | S(NUMBERS) | S(DETAIL) | S(REVIEW))
#define SCREEN(name, spelled, idle_ms, next) {spelled, idle_ms, next},
#include "core/screen.def"
#undef SCREEN
#undef VOTING
#undef BEGIN
#undef S
};

static const char *const intents[INTENT_COUNT] = {
#define INTENT(name, spelled) spelled,
#include "core/intent.def"
#undef INTENT
};

const char *screen_name(enum screen screen)
{
	assert((unsigned)screen < SCREEN_COUNT);
	return screens[screen].spelled;
}

unsigned screen_idle_ms(enum screen screen)
{
	assert((unsigned)screen < SCREEN_COUNT);
	return screens[screen].idle_ms;
}

bool screen_allowed(enum screen from, enum screen to)
{
	assert((unsigned)from < SCREEN_COUNT && (unsigned)to < SCREEN_COUNT);
	return screens[from].next >> to & 1;
}

const char *intent_name(enum intent_kind kind)
{
	assert((unsigned)kind < INTENT_COUNT);
	return intents[kind];
}
