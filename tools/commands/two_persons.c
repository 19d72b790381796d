#include "tools/commands/two_persons.h"

#include <sodium/utils.h>

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
	enum status (*check)(struct store *store, const char *pin);
	const char *option;
} persons[] = {
    {N_("This takes two people. First PIN:"), pin_exists, pin_check, ""},
    {N_("Second PIN:"), pin_second_exists, pin_second_check, " --second"},
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

/* PERSON's PIN, or what it was; wrong ones are counted by the caller. */
static enum status ask(struct store *store, int person)
{
	char pin[ASK_LINE] = "";
	enum status status = STATUS_TWO_PERSONS;

	if (ask_secret(words_get(persons[person].question), pin))
		status = persons[person].check(store, pin);
	sodium_memzero(pin, sizeof(pin));
	return status;
}

/* Both are asked before anything is said, so that nobody learns which of them
 * was wrong. */
static enum status both_typed(struct store *store)
{
	enum status statuses[PERSONS];

	for (int i = 0; i < PERSONS; i++)
		statuses[i] = ask(store, i);
	return statuses[0] != STATUS_OK ? statuses[0] : statuses[1];
}

enum status two_persons_ask(const struct arguments *arguments,
			    struct store *store)
{
	char at[AUDIT_TIME];
	enum status status;
	int pins;

	if (!store_meeting(store)->two_persons)
		return STATUS_OK;
	status = both_set(arguments, store);
	if (status != STATUS_OK)
		return status;
	status = both_typed(store);
	if (status == STATUS_OK)
		return status;
	if (status == STATUS_PIN) {
		meeting_file_time(at);
		(void)wrong_pin(store, at, &pins);
		return report_refusal(arguments, status, "%s",
				      _("The two PINs are not right. Nothing "
					"was changed."));
	}
	return report_error(arguments, status, NULL);
}
