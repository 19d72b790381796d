/* stemmeboks void: a slip that was lost or printed wrong counts no more. */
#include <stdio.h>
#include <string.h>
#include <sodium/utils.h>
#include <unistd.h>

#include "store/roll.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/two_persons.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_void[] = {
    {"serial", 's', "N", N_("The number on the stub of the slip.")},
    {NULL, 0, NULL, NULL},
};

enum { LINE = 256 };

/* One run of the command. The token is wiped at its end. */
struct voiding {
	const struct arguments *arguments;
	struct store *store;
	int serial; /* 0: the slip was scanned or typed */
	char text[LINE];
	unsigned char hash[SLIP_HASH_BYTES];
};

/* The code's groups may be one word or several. */
static enum status text_from_operands(struct voiding *voiding)
{
	int count = argument_operand_count(voiding->arguments);
	size_t used = 0;

	for (int i = 1; i < count; i++) {
		const char *group = argument_operand(voiding->arguments, i);
		size_t length = strlen(group);

		if (length >= LINE - used)
			return STATUS_SLIP_SYNTAX;
		memcpy(voiding->text + used, group, length + 1);
		used += length;
	}
	return STATUS_OK;
}

/* One line, as a scanner types it: no trace of it in the shell's history. */
static enum status text_from_input(struct voiding *voiding)
{
	if (isatty(STDIN_FILENO)) {
		report_line(voiding->arguments, "%s",
			    _("Scan the slip, or type its code and Enter:"));
		fflush(stdout);
	}
	if (!fgets(voiding->text, LINE, stdin))
		return STATUS_SLIP_SYNTAX;
	voiding->text[strcspn(voiding->text, "\r\n")] = '\0';
	return STATUS_OK;
}

/* Why the slip stays as it is, in words of someone at the organisers' table: a
 * status's own sentence is for residents. */
static const struct {
	enum status status;
	const char *text;
} refusals[] = {
    {STATUS_SLIP_SYNTAX,
     N_("This is not the code of a slip: it has 20 letters and digits.")},
    {STATUS_SLIP_OTHER, N_("This code is not of this meeting.")},
    {STATUS_SLIP_USED, N_("A used slip cannot be void: its ballot is in the "
			  "box, and no one can tell which.")},
    {STATUS_SLIP_VOID, N_("The slip is void already.")},
};

static enum status refuse(const struct voiding *voiding, enum status status)
{
	if (status == STATUS_SLIP_KIOSK)
		return report_refusal(
		    voiding->arguments, status,
		    _("This slip is for kiosk %d: make it void in that file."),
		    roll_other_kiosk(voiding->store));
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (refusals[i].status == status)
			return report_refusal(voiding->arguments, status, "%s",
					      words_get(refusals[i].text));
	return report_error(voiding->arguments, status, NULL);
}

/* The hash of the slip that was typed; the meeting says whether it may be. */
static enum status hash_from_text(struct voiding *voiding)
{
	const struct meeting *meeting = store_meeting(voiding->store);
	bool operands = argument_operand_count(voiding->arguments) > 1;
	struct slip slip;
	enum status status =
	    operands ? text_from_operands(voiding) : text_from_input(voiding);

	if (status == STATUS_OK)
		status = slip_parse(voiding->text, strlen(voiding->text),
				    meeting->code, &slip);
	if (status != STATUS_OK)
		return refuse(voiding, status);
	slip_hash(meeting, &slip, voiding->hash);
	sodium_memzero(&slip, sizeof(slip));
	return STATUS_OK;
}

static enum status hash_from_serial(struct voiding *voiding)
{
	struct roll_count slips = {0};
	enum status status =
	    roll_serial(voiding->store, voiding->serial, voiding->hash);

	if (status != STATUS_SLIP_OTHER)
		return status == STATUS_OK
			   ? status
			   : report_error(voiding->arguments, status, NULL);
	status = roll_count(voiding->store, &slips);
	if (status != STATUS_OK)
		return report_error(voiding->arguments, status, NULL);
	return report_refusal(
	    voiding->arguments, STATUS_SLIP_OTHER,
	    words_plural("No slip has the number %1$d. There is %2$d slip.",
			 "No slip has the number %1$d. There are %2$d slips.",
			 (unsigned long)slips.printed),
	    voiding->serial, slips.printed);
}

static enum status make_void(struct voiding *voiding)
{
	char at[AUDIT_TIME];
	enum status status = file_kind_acts(voiding->arguments, voiding->store);

	if (status != STATUS_OK)
		return status;
	meeting_file_time(at);
	status =
	    shared_roll_void(voiding->arguments, voiding->store, voiding->hash);
	if (status == STATUS_ROLL_AWAY)
		return status;
	if (status == STATUS_OK)
		status = roll_void(voiding->store, voiding->hash, at);
	if (status == STATUS_SLIP_OTHER)
		return report_refusal(
		    voiding->arguments, status,
		    _("No slip of this meeting has this code."));
	return status == STATUS_OK ? status : refuse(voiding, status);
}

static enum status tell(const struct voiding *voiding)
{
	const struct arguments *arguments = voiding->arguments;
	struct roll_count slips;
	enum status status = roll_count(voiding->store, &slips);

	if (status != STATUS_OK)
		return report_error(arguments, status, _("The slip is void."));
	if (voiding->serial)
		report_line(arguments, _("Slip no. %d is void."),
			    voiding->serial);
	else
		report_line(arguments, "%s", _("The slip is void."));
	report_line(arguments, _("Slips: %d unused, %d used, %d void."),
		    slips.unused + slips.in_use, slips.used, slips.voided);
	report_json(arguments, json_pack("{s:i, s:i, s:i}", "unused",
					 slips.unused + slips.in_use, "used",
					 slips.used, "void", slips.voided));
	return STATUS_OK;
}

static enum status options_read(struct voiding *voiding)
{
	const struct arguments *arguments = voiding->arguments;
	enum status status = argument_number(arguments, "serial", 1, ROLL_SLIPS,
					     0, &voiding->serial);

	if (status == STATUS_OK && voiding->serial &&
	    argument_operand_count(arguments) > 1)
		return report_error(arguments, STATUS_USAGE,
				    _("Give a code or --serial, not both."));
	return status;
}

enum status cmd_void(const struct arguments *arguments)
{
	struct voiding voiding = {.arguments = arguments};
	enum status status = options_read(&voiding);

	if (status == STATUS_OK)
		status =
		    meeting_file_open(arguments, STORE_WRITE, &voiding.store);
	if (status == STATUS_OK)
		status =
		    meeting_file_allows(arguments, voiding.store, ACT_VOIDED);
	if (status == STATUS_OK)
		status = voiding.serial ? hash_from_serial(&voiding)
					: hash_from_text(&voiding);
	if (status == STATUS_OK)
		status = two_persons_ask(arguments, voiding.store);
	if (status == STATUS_OK)
		status = make_void(&voiding);
	if (status == STATUS_OK)
		status = tell(&voiding);
	sodium_memzero(voiding.text, sizeof(voiding.text));
	store_free(voiding.store);
	return status;
}
