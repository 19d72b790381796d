#include "tools/commands/decision_option.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rules/count.h"
#include "tools/line/command.h"
#include "core/utf8.h"
#include "words/words.h"

enum { REASON_BYTES = 200, NUMBER_DIGITS = 3, LIST_BYTES = 256 };

/* "main, quick": the keys of the meeting's pots. */
static void list_pots(const struct meeting *meeting, char ret_list[LIST_BYTES])
{
	size_t used = 0;

	ret_list[0] = '\0';
	for (int i = 0; i < meeting->pot_count && used < LIST_BYTES; i++)
		used +=
		    (size_t)snprintf(ret_list + used, LIST_BYTES - used, "%s%s",
				     i ? ", " : "", meeting->pots[i].key);
}

/* "4,6": the numbers of COUNT proposals. */
static void list_numbers(const struct meeting *meeting, const int *proposals,
			 int count, char ret_list[LIST_BYTES])
{
	size_t used = 0;

	ret_list[0] = '\0';
	for (int i = 0; i < count && used < LIST_BYTES; i++)
		used += (size_t)snprintf(
		    ret_list + used, LIST_BYTES - used, "%s%d", i ? "," : "",
		    meeting->proposals[proposals[i]].number);
}

/* Reads one number up to a comma, the next number or the end, and steps over
 * the comma and blanks. */
static bool take_number(const char **text, int *ret_number)
{
	const char *at = *text + strspn(*text, " ");
	size_t digits = strspn(at, "0123456789");

	if (digits == 0 || digits > NUMBER_DIGITS)
		return false;
	*ret_number = (int)strtol(at, NULL, 10);
	at += digits;
	*text = at + strspn(at, " ");
	if (**text == '\0')
		return true;
	if (**text == ',')
		return *++*text != '\0';
	return *text > at && **text >= '0' && **text <= '9';
}

static bool same_word(const char *known, const char *text, size_t length)
{
	return known && strlen(known) == length &&
	       strncasecmp(known, text, length) == 0;
}

static bool titled(const struct meeting *meeting, int pot, const char *text,
		   size_t length)
{
	for (int i = 0; i < meeting->language_count; i++)
		if (same_word(meeting_text(meeting, &meeting->pots[pot].title,
					   i, NULL),
			      text, length))
			return true;
	return false;
}

/* The pot whose key, or else whose title and no other's, stands before the
 * colon in TEXT; -1 without. */
static int find_pot(const struct meeting *meeting, const char *text,
		    size_t length)
{
	int found = -1, count = 0;

	while (length > 0 && *text == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	for (int i = 0; i < meeting->pot_count; i++)
		if (same_word(meeting->pots[i].key, text, length))
			return i;
	for (int i = 0; i < meeting->pot_count; i++)
		if (titled(meeting, i, text, length)) {
			found = i;
			count++;
		}
	return count == 1 ? found : -1;
}

static enum status add_proposal(const struct meeting *meeting, int number,
				struct decision *decision,
				char ret_why[DECISION_WHY])
{
	int index = meeting_proposal(meeting, number);

	if (index < 0) {
		snprintf(ret_why, DECISION_WHY, _("There is no proposal %d."),
			 number);
		return STATUS_USAGE;
	}
	if (meeting->proposals[index].pot != decision->pot) {
		snprintf(ret_why, DECISION_WHY,
			 _("Proposal %1$d is not in the pot \"%2$s\"."), number,
			 meeting->pots[decision->pot].key);
		return STATUS_USAGE;
	}
	for (int i = 0; i < decision->count; i++) {
		if (decision->proposal[i] != index)
			continue;
		snprintf(ret_why, DECISION_WHY,
			 _("Proposal %d stands there twice."), number);
		return STATUS_USAGE;
	}
	decision->proposal[decision->count++] = index;
	return STATUS_OK;
}

enum status decision_parse(const struct meeting *meeting, const char *text,
			   enum decision_kind kind, const char *reason,
			   struct decision *ret_decision,
			   char ret_why[DECISION_WHY])
{
	struct decision decision = {.kind = kind, .reason = reason};
	/* The last: a title may have one, too. */
	const char *colon = strrchr(text, ':');
	char pots[LIST_BYTES];
	int number;

	if (!colon) {
		snprintf(ret_why, DECISION_WHY,
			 _("\"%s\" must be a pot, a colon and numbers: "
			   "main:4,6"),
			 text);
		return STATUS_USAGE;
	}
	decision.pot = find_pot(meeting, text, (size_t)(colon - text));
	if (decision.pot < 0) {
		list_pots(meeting, pots);
		snprintf(ret_why, DECISION_WHY,
			 _("The pot before the colon in \"%1$s\" is not known. "
			   "The pots are: %2$s."),
			 text, pots);
		return STATUS_USAGE;
	}
	text = colon + 1;
	if (strchr(text, '_')) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("Write the numbers in the order drawn instead of "
			   "_."));
		return STATUS_USAGE;
	}
	do {
		if (!take_number(&text, &number)) {
			snprintf(ret_why, DECISION_WHY,
				 _("\"%s\" is not a list of numbers such as "
				   "4,6."),
				 colon + 1);
			return STATUS_USAGE;
		}
		if (add_proposal(meeting, number, &decision, ret_why) !=
		    STATUS_OK)
			return STATUS_USAGE;
	} while (*text);
	*ret_decision = decision;
	return STATUS_OK;
}

/* Whether TEXT has a letter or a digit of any script, and not only dots, blanks
 * and the like; U+2000 to U+2bff are such signs. */
static bool text_says(const char *text, size_t length)
{
	uint32_t character;
	size_t size;

	for (; length > 0; text += size, length -= size) {
		size = utf8_read(text, length, &character);
		if (size == 0)
			return false;
		if (character < 0x80
			? isalnum((int)character) != 0
			: character >= 0xc0 &&
			      (character < 0x2000 || character > 0x2bff))
			return true;
	}
	return false;
}

static bool text_valid(const char *text, size_t length)
{
	uint32_t character;
	size_t size;

	for (; length > 0; text += size, length -= size) {
		size = utf8_read(text, length, &character);
		if (size == 0)
			return false;
	}
	return true;
}

/* A reason stands on one line of the protocol. */
static enum status check_reason(const char *reason, char ret_why[DECISION_WHY])
{
	size_t length = strlen(reason);
	const char *wrong = NULL;

	if (strspn(reason, " ") == length)
		wrong = _("--reason is empty. Say how the room agreed.");
	else if (length > REASON_BYTES)
		wrong = _("--reason is too long. Say it in one short line.");
	else if (!text_valid(reason, length))
		wrong = _("--reason is not valid text.");
	else if (!text_says(reason, length))
		wrong = _("--reason says nothing. Write how the room agreed.");
	for (size_t i = 0; !wrong && i < length; i++)
		if ((unsigned char)reason[i] < ' ' || reason[i] == 127)
			wrong = _("--reason must stand on one line.");
	if (wrong)
		snprintf(ret_why, DECISION_WHY, "%s", wrong);
	return wrong ? STATUS_USAGE : STATUS_OK;
}

/* Adds every OPTION of ARGUMENTS. */
static enum status add_typed(const struct arguments *arguments,
			     const struct meeting *meeting, const char *option,
			     enum decision_kind kind, const char *reason,
			     struct typed *typed, char ret_why[DECISION_WHY])
{
	enum status status = STATUS_OK;
	const char *text;

	for (int i = 0;
	     status == STATUS_OK &&
	     (text = argument_repeated(arguments, option, i)) != NULL;
	     i++) {
		if (typed->count == DECISIONS_MOST) {
			snprintf(ret_why, DECISION_WHY,
				 _("There are too many decisions."));
			return STATUS_USAGE;
		}
		status =
		    decision_parse(meeting, text, kind, reason,
				   &typed->decisions[typed->count], ret_why);
		typed->count += status == STATUS_OK;
	}
	return status;
}

enum status decisions_typed(const struct arguments *arguments,
			    const struct meeting *meeting,
			    struct typed *ret_typed, char ret_why[DECISION_WHY])
{
	const char *reason = argument_option(arguments, "reason");
	bool agreed = argument_option(arguments, "agreed") != NULL;
	enum status status = STATUS_OK;

	ret_typed->count = 0;
	if (agreed && !reason) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("--agreed needs --reason: how did the room agree?"));
		return STATUS_USAGE;
	}
	if (reason && !agreed) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("--reason goes with --agreed only."));
		return STATUS_USAGE;
	}
	if (reason)
		status = check_reason(reason, ret_why);
	if (status == STATUS_OK)
		status = add_typed(arguments, meeting, "lots", DECISION_LOTS,
				   "", ret_typed, ret_why);
	if (status == STATUS_OK)
		status = add_typed(arguments, meeting, "agreed",
				   DECISION_AGREED, reason, ret_typed, ret_why);
	return status;
}

/* Whether DECISION settles a tie of RESULT, open or settled before; RET_WHY if
 * not. */
static enum status settles(const struct meeting *meeting,
			   const struct result *result,
			   const struct decision *decision,
			   char ret_why[DECISION_WHY])
{
	const char *key = meeting->pots[decision->pot].key;
	const struct tie *other = NULL;
	char list[LIST_BYTES];

	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->pot != decision->pot || !tie->changes_money)
			continue;
		if (decision_names(decision, tie->pot, tie->proposal,
				   tie->count))
			return STATUS_OK;
		/* The open one is what someone who types means. */
		if (!other || !tie->settled)
			other = tie;
	}
	if (other) {
		list_numbers(meeting, other->proposal, other->count, list);
		snprintf(ret_why, DECISION_WHY,
			 _("The tie in the pot \"%1$s\" is between others: "
			   "%2$s."),
			 key, list);
		return STATUS_USAGE;
	}
	snprintf(ret_why, DECISION_WHY,
		 _("No tie in the pot \"%s\" waits for a decision."), key);
	return STATUS_USAGE;
}

/* Two orders for one tie in one command are a slip of the pen. */
static enum status given_once(const struct meeting *meeting,
			      const struct typed *typed, int index,
			      char ret_why[DECISION_WHY])
{
	const struct decision *decision = &typed->decisions[index];

	for (int i = 0; i < index; i++) {
		if (!decision_replaces(decision, &typed->decisions[i]))
			continue;
		snprintf(ret_why, DECISION_WHY,
			 _("Two orders are given for one tie in the pot "
			   "\"%s\". Give one."),
			 meeting->pots[decision->pot].key);
		return STATUS_USAGE;
	}
	return STATUS_OK;
}

enum status decisions_try(const struct bundle *bundle,
			  const struct typed *typed, struct result *ret_result,
			  char ret_why[DECISION_WHY])
{
	enum status status = bundle_count(bundle, NULL, 0, ret_result);

	for (int i = 0; i < typed->count; i++) {
		if (status != STATUS_OK && status != STATUS_TIE)
			return status;
		status = settles(bundle->meeting, ret_result,
				 &typed->decisions[i], ret_why);
		if (status == STATUS_OK)
			status = given_once(bundle->meeting, typed, i, ret_why);
		if (status != STATUS_OK)
			return status;
		status =
		    bundle_count(bundle, typed->decisions, i + 1, ret_result);
	}
	return status;
}
