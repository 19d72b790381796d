#include "tools/commands/two_persons.h"

#include <errno.h>
#include <time.h>

#include <sodium/utils.h>

#include "store/moving.h"
#include "store/pin.h"
#include "store/wrong.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

/* The two, in the order in which they are asked. */
static const struct {
	const char *question;
	enum status (*exists)(struct store *store, bool *ret_exists);
	const char *option;
} persons[] = {
    {N_("This takes two people. First PIN:"), pin_exists, ""},
    {N_("Second PIN:"), pin_second_exists, " --second"},
};

enum { PERSONS = sizeof(persons) / sizeof(persons[0]) };

static enum status both_set(const struct arguments *arguments,
			    struct store *store)
{
	char next[MEETING_FILE_NEXT];

	for (int i = 0; i < PERSONS; i++) {
		bool exists = false;
		enum status status = persons[i].exists(store, &exists);

		if (status != STATUS_OK)
			return report_error(arguments, status, NULL);
		if (exists)
			continue;
		meeting_file_next(arguments, "pin", persons[i].option, next);
		return report_refusal(arguments, STATUS_TWO_PERSONS,
				      _("This takes two people with a PIN "
					"each, and one has none yet: %s"),
				      next);
	}
	return STATUS_OK;
}

static enum status both_typed(struct store *store)
{
	char pins[PERSONS][ASK_LINE] = {"", ""}, at[AUDIT_TIME];
	enum status status = STATUS_OK;
	int wrong;

	for (int i = 0; i < PERSONS; i++)
		if (!ask_secret(words_get(persons[i].question), pins[i]))
			status = STATUS_TWO_PERSONS;
	meeting_file_time(at);
	if (status == STATUS_OK)
		status = moving_pins(store, pins[0], pins[1], at, &wrong);
	sodium_memzero(pins, sizeof(pins));
	return status;
}

/* Waits as long as the panel would be locked: who runs a command has no more
 * tries than who stands at the kiosk. Ending it and running it again begins the
 * wait anew. */
static enum status lock_wait(const struct arguments *arguments,
			     struct store *store)
{
	uint64_t wait_ms = 0;
	enum status status = wrong_wait_ms(store, &wait_ms);
	struct timespec left = {.tv_sec = (time_t)(wait_ms / 1000)};

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (wait_ms == 0)
		return STATUS_OK;
	report_note(arguments,
		    words_plural("Too many wrong PINs. Wait %u second.",
				 "Too many wrong PINs. Wait %u seconds.",
				 (unsigned)left.tv_sec),
		    (unsigned)left.tv_sec);
	while (nanosleep(&left, &left) != 0 && errno == EINTR)
		;
	return STATUS_OK;
}

enum status two_persons_ask(const struct arguments *arguments,
			    struct store *store)
{
	enum status status;

	if (!store_meeting(store)->two_persons)
		return STATUS_OK;
	status = both_set(arguments, store);
	if (status == STATUS_OK)
		status = lock_wait(arguments, store);
	if (status != STATUS_OK)
		return status;
	status = both_typed(store);
	if (status == STATUS_OK)
		return status;
	if (status == STATUS_PIN)
		return report_refusal(arguments, status, "%s",
				      _("The two PINs are not right. Nothing "
					"was changed."));
	return report_error(arguments, status, NULL);
}
