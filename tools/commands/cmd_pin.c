/* stemmeboks pin: the code that opens the organiser panel on the kiosk. */
#include <sodium/utils.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/pin.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_pin[] = {
    {"second", 0, NULL,
     N_("The PIN of a second person, where the meeting takes two.")},
    {NULL, 0, NULL, NULL},
};

static bool is_pin(const char *text)
{
	return strlen(text) == PIN_DIGITS &&
	       strspn(text, "0123456789") == PIN_DIGITS;
}

static enum status refuse(const struct arguments *arguments,
			  const char *sentence)
{
	return report_refusal(arguments, STATUS_USAGE, "%s", sentence);
}

/* Reads the PIN twice; what is wrong was told. */
static enum status pin_read(const struct arguments *arguments,
			    char ret_pin[ASK_LINE])
{
	char again[ASK_LINE] = "";
	enum status status = STATUS_OK;

	if (!ask_secret(_("New PIN, six digits:"), ret_pin))
		return refuse(arguments,
			      _("No PIN was typed. Type six digits, twice."));
	if (!is_pin(ret_pin))
		return refuse(arguments, _("A PIN is six digits."));
	if (pin_guessed(ret_pin))
		return refuse(arguments, _("That PIN is guessed at once. Take "
					   "six digits that only you know."));
	if (!ask_secret(_("The same PIN again:"), again))
		status =
		    refuse(arguments, _("The PIN must be typed twice, on two "
					"lines."));
	else if (strcmp(ret_pin, again) != 0)
		status = refuse(arguments,
				_("The two are not the same. The PIN was not "
				  "changed."));
	sodium_memzero(again, sizeof(again));
	return status;
}

static enum status change(const struct arguments *arguments,
			  struct store *store, const char *pin)
{
	bool second = argument_option(arguments, "second") != NULL;
	enum status status = pin_change(store, pin, second);

	if (status == STATUS_PIN)
		return refuse(arguments, _("The other person has that PIN. "
					   "Take another."));
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	report_line(arguments, "%s",
		    second ? _("The second PIN is set.")
			   : _("The PIN is set. On the kiosk, hold the top "
			       "corner for three seconds and type it."));
	report_json(arguments, json_pack("{s:b}", "ok", 1));
	return STATUS_OK;
}

enum status cmd_pin(const struct arguments *arguments)
{
	struct store *store = NULL;
	char pin[ASK_LINE] = "";
	enum status status = meeting_file_open(arguments, STORE_WRITE, &store);

	if (status == STATUS_OK)
		status = pin_read(arguments, pin);
	if (status == STATUS_OK)
		status = change(arguments, store, pin);
	sodium_memzero(pin, sizeof(pin));
	store_free(store);
	return status;
}
