#include "words/act_words.h"

#include <assert.h>

#include "words/words.h"

static const char *const act_texts[ACT_COUNT] = {
    [ACT_MADE] = N_("Meeting made"),
    [ACT_PRINTED] = N_("Slips printed"),
    [ACT_ADOPTED] = N_("Rules adopted"),
    [ACT_DEALT] = N_("Kiosk's file made"),
    [ACT_OPENED] = N_("Voting opened"),
    [ACT_PAUSED] = N_("Voting paused"),
    [ACT_VOIDED] = N_("A slip made void"),
    [ACT_RELEASED] = N_("Slips of a kiosk released"),
    [ACT_DOUBLED] = N_("Slip used twice"),
    [ACT_COPIED] = N_("Copy made"),
    [ACT_RESTORED] = N_("Made from a copy"),
    [ACT_CLOSED] = N_("Voting closed"),
    [ACT_COLLECTED] = N_("Boxes put together"),
    [ACT_DECIDED] = N_("The room decided"),
    [ACT_RECOUNTED] = N_("Counted by hand"),
    [ACT_OVERRULED] = N_("Other count stands"),
    [ACT_COUNTED] = N_("Counted"),
    [ACT_PIN_WRONG] = N_("Wrong PIN typed"),
    [ACT_PUBLISHED] = N_("Published"),
};

const char *act_words(enum act act)
{
	assert((unsigned)act < ACT_COUNT);
	return act_texts[act];
}
