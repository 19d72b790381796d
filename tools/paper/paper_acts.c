/* The protocol's acts: what organisers did and when, and what proves it. */
#include "tools/paper/paper_protocol.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tools/paper/paper_table.h"
#include "words/act_words.h"
#include "words/words.h"

enum {
	COLUMN_NUMBER,
	COLUMN_AT,
	COLUMN_ACT,
	COLUMN_DETAIL,
	COLUMNS,
	HEX_GROUP = 8,
	HEX_DIGITS = 2 * 32,
	HEX_TEXT = 2 * 32 + 8,
};

_Static_assert(AUDIT_DETAIL + HEX_DIGITS / HEX_GROUP <= TABLE_NUMBER,
	       "a row has room for every detail");

/* Digits of a checksum stand in groups that lines break between; inside one
 * the text engine would put a hyphen that is none of its digits. */
static void detail_group(const char *detail, char ret_text[TABLE_NUMBER])
{
	const size_t length = strlen(detail);
	size_t plain = length, used = 0;

	if (length >= HEX_DIGITS && strspn(detail + length - HEX_DIGITS,
					   "0123456789abcdef") == HEX_DIGITS)
		plain = length - HEX_DIGITS;

	for (size_t i = 0; i < length; i++) {
		if (i > plain && (i - plain) % HEX_GROUP == 0)
			ret_text[used++] = ' ';
		ret_text[used++] = detail[i];
	}
	ret_text[used] = '\0';
}

/* Whether REST follows the number of ballots in the detail of ACT. */
static bool tells_ballots(enum act act, const char *rest)
{
	switch (act) {
	case ACT_COUNTED:
		return strcmp(rest, " ballots") == 0;
	case ACT_COPIED:
		return *rest == '\0';
	case ACT_RESTORED:
		return *rest == ' ';
	default:
		return false;
	}
}

/* What the act was about, the number of ballots in words. */
static void act_detail(const struct audit_row *row, char ret_text[TABLE_NUMBER])
{
	const char *detail = row->detail;
	char *end = NULL;
	long ballots = strtol(detail, &end, 10);
	size_t used;

	if (end == detail || ballots < 0 || ballots > INT_MAX ||
	    !tells_ballots(row->act, end)) {
		detail_group(detail, ret_text);
		return;
	}
	snprintf(ret_text, TABLE_NUMBER,
		 words_plural("%d ballot was cast.", "%d ballots were cast.",
			      (unsigned long)ballots),
		 (int)ballots);
	used = strlen(ret_text);
	if (row->act == ACT_RESTORED)
		snprintf(ret_text + used, TABLE_NUMBER - used, "%s", end);
}

static void act_row(const void *context, int index, struct sheet_row *ret_row)
{
	const struct protocol *protocol = context;
	const struct audit_row *row = &protocol->bundle->rows[index];
	const char *text = act_words(row->act);

	snprintf(ret_row->number[COLUMN_NUMBER], TABLE_NUMBER, "%d",
		 row->number);
	ret_row->cell[COLUMN_NUMBER] = ret_row->number[COLUMN_NUMBER];
	ret_row->cell[COLUMN_AT] = row->at;
	ret_row->cell[COLUMN_ACT] = text ? words_get(text) : act_name(row->act);
	act_detail(row, ret_row->number[COLUMN_DETAIL]);
	ret_row->cell[COLUMN_DETAIL] = ret_row->number[COLUMN_DETAIL];
}

void protocol_acts(struct sheet *sheet, const struct protocol *protocol)
{
	const struct sheet_table table = {
	    .columns = COLUMNS,
	    .column = {[COLUMN_NUMBER] = {_("No."), true},
		       [COLUMN_AT] = {_("Time"), false},
		       [COLUMN_ACT] = {_("Act"), false},
		       [COLUMN_DETAIL] = {_("About"), false}},
	    .grows = COLUMN_DETAIL,
	    .rows = protocol->bundle->row_count,
	    .row = act_row,
	    .context = protocol,
	};

	protocol_section(sheet, _("What the organisers did"));
	protocol_say(sheet, _("Times are rounded down to whole five minutes."));
	sheet_table_flow(sheet, &table);
}

/* BYTES as hexadecimal digits in groups that can be read aloud, on two lines.
 */
static void hex_text(const unsigned char bytes[32], char ret_text[HEX_TEXT])
{
	char *to = ret_text;

	for (int i = 0; i < 32; i++) {
		if (i && 2 * i % HEX_GROUP == 0)
			*to++ = i == 16 ? '\n' : ' ';
		to += snprintf(to, 3, "%02x", bytes[i]);
	}
}

void protocol_proof(struct sheet *sheet, const struct protocol *protocol)
{
	const struct bundle *bundle = protocol->bundle;
	char hex[HEX_TEXT];

	sheet_room(sheet, MM(75)); /* all on one page, to be compared */
	protocol_section(sheet, _("What proves it"));
	protocol_say(sheet, _("These must be the same in the published "
			      "result."));
	hex_text(bundle->definition_hash, hex);
	protocol_fact(sheet, _("Checksum of the rules"), hex);
	hex_text(bundle->root, hex);
	protocol_fact(sheet, _("Root of the box"), hex);
	if (bundle->row_count > 0) {
		hex_text(bundle->rows[bundle->row_count - 1].hash, hex);
		protocol_fact(sheet, _("Checksum of the acts"), hex);
	}
	protocol_fact(sheet, _("Key that signs"),
		      *bundle->fingerprint
			  ? bundle->fingerprint
			  : _("None: the result is not signed."));
	protocol_fact(sheet, _("Program"), "Stemmeboks " STEMMEBOKS_VERSION);
}
