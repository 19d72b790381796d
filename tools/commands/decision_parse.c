/* "POT:4,6" and "POT:4=13.872,6=13.872": a decision as it is typed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/money.h"
#include "tools/commands/decision_option.h"
#include "words/words.h"

enum { NUMBER_DIGITS = 3, LIST_BYTES = 256 };

/* Between two shares. */
#define SHARE_MARKS " ,;"

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

/* The pot before COLON in TEXT, into *ret_pot. */
static enum status take_pot(const struct meeting *meeting, const char *text,
			    const char *colon, int *ret_pot,
			    char ret_why[DECISION_WHY])
{
	char pots[LIST_BYTES];

	*ret_pot = find_pot(meeting, text, (size_t)(colon - text));
	if (*ret_pot >= 0)
		return STATUS_OK;
	list_pots(meeting, pots);
	snprintf(ret_why, DECISION_WHY,
		 _("The pot before the colon in \"%1$s\" is not known. "
		   "The pots are: %2$s."),
		 text, pots);
	return STATUS_USAGE;
}

/* "4,6" */
static enum status take_order(const struct meeting *meeting, const char *text,
			      struct decision *decision,
			      char ret_why[DECISION_WHY])
{
	const char *whole = text;
	int number;

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
				 whole);
			return STATUS_USAGE;
		}
		if (add_proposal(meeting, number, decision, ret_why) !=
		    STATUS_OK)
			return STATUS_USAGE;
	} while (*text);
	return STATUS_OK;
}

/* How long the number and the equals sign at TEXT are; 0 when they are not
 * there. */
static size_t share_begins(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	size_t blanks = strspn(text + digits, " ");

	if (digits == 0 || digits > NUMBER_DIGITS ||
	    text[digits + blanks] != '=')
		return 0;
	return digits + blanks + 1;
}

/* Where the amount at TEXT ends: before the next share, or at the end. A comma
 * may as well be in the amount itself. */
static const char *amount_end(const char *text)
{
	const char *at = text;

	for (; *at; at++)
		if (strchr(SHARE_MARKS, *at) &&
		    share_begins(at + strspn(at, SHARE_MARKS)))
			break;
	return at;
}

/* "4=13.872" and the marks behind it. */
static enum status take_share(const struct meeting *meeting, const char **text,
			      struct decision *decision,
			      char ret_why[DECISION_WHY])
{
	const char *at = *text + strspn(*text, SHARE_MARKS);
	size_t begins = share_begins(at);
	const char *end = amount_end(at + begins);
	size_t blanks = strspn(at + begins, " ");
	size_t length = (size_t)(end - at) - begins - blanks;
	int64_t amount;
	enum status status;

	while (length > 0 && at[begins + blanks + length - 1] == ' ')
		length--;
	status = begins ? money_parse(at + begins + blanks, length, &amount)
			: STATUS_MONEY_SYNTAX;
	if (status != STATUS_OK) {
		snprintf(ret_why, DECISION_WHY,
			 _("\"%.*s\" is not a proposal and its money, such as "
			   "4=13.872."),
			 (int)(end - at), at);
		return STATUS_USAGE;
	}
	*text = end + strspn(end, SHARE_MARKS);
	status =
	    add_proposal(meeting, (int)strtol(at, NULL, 10), decision, ret_why);
	if (status == STATUS_OK)
		decision->amount_minor[decision->count - 1] = amount;
	return status;
}

enum status decision_parse(const struct meeting *meeting, const char *text,
			   enum decision_kind kind, const char *reason,
			   struct decision *ret_decision,
			   char ret_why[DECISION_WHY])
{
	struct decision decision = {.kind = kind, .reason = reason};
	bool ordered = decision_ordered(kind);
	/* The last: a title may have one, too. */
	const char *colon = strrchr(text, ':');
	enum status status;

	if (!colon) {
		snprintf(ret_why, DECISION_WHY,
			 ordered ? _("\"%s\" must be a pot, a colon and "
				     "numbers: main:4,6")
				 : _("\"%s\" must be a pot, a colon and "
				     "amounts: main:4=5.000,6=2.000"),
			 text);
		return STATUS_USAGE;
	}
	status = take_pot(meeting, text, colon, &decision.pot, ret_why);
	text = colon + 1;
	if (status == STATUS_OK && ordered)
		status = take_order(meeting, text, &decision, ret_why);
	while (status == STATUS_OK && !ordered &&
	       (*text || decision.count == 0))
		status = take_share(meeting, &text, &decision, ret_why);
	if (status == STATUS_OK)
		*ret_decision = decision;
	return status;
}
