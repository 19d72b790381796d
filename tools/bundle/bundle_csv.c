/* The tables of a bundle: votes, slots, proposals, slips, audit. */
#include "tools/bundle/bundle_render.h"

#include <inttypes.h>
#include <string.h>

#include "core/money.h"

/* Excel takes a file for UTF-8 only when it begins so. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void bundle_write_hex(const unsigned char *bytes, size_t size, FILE *out)
{
	for (size_t i = 0; i < size; i++)
		fprintf(out, "%02x", bytes[i]);
}

void bundle_write_amount(int64_t minor, char point, FILE *out)
{
	fprintf(out, "%" PRId64, minor / MONEY_MINOR);
	if (minor % MONEY_MINOR)
		fprintf(out, "%c%02" PRId64, point, minor % MONEY_MINOR);
}

void bundle_write_cell(const char *text, FILE *out)
{
	bool harmful = *text && strchr("=+-@\t\r\n", *text);
	bool quoted = strpbrk(text, ";\"\t\r\n") != NULL;

	if (quoted)
		fputc('"', out);
	if (harmful)
		fputc('\'', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text == '\r' || *text == '\n' || *text == '\t' ? ' '
								      : *text,
		      out);
	}
	if (quoted)
		fputc('"', out);
}

/* The proposals of POT, or all when it is -1. */
static void range_of(const struct meeting *meeting, int pot, int *ret_first,
		     int *ret_end)
{
	*ret_first = 0;
	*ret_end = meeting->proposal_count;
	if (pot >= 0)
		meeting_pot_range(meeting, pot, ret_first, ret_end);
}

void bundle_write_votes(const struct bundle *bundle, int pot, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	int first, end;

	range_of(meeting, pot, &first, &end);
	fputs("slot", out);
	for (int i = first; i < end; i++)
		fprintf(out, ";%d", meeting->proposals[i].number);
	fputc('\n', out);
	for (int i = 0; i < bundle->slot_count; i++) {
		const struct bundle_slot *slot = &bundle->slots[i];

		if (!slot->filled)
			continue;
		bundle_write_hex(slot->id, sizeof(slot->id), out);
		for (int j = first; j < end; j++)
			fprintf(out, ";%d", slot->ballot.value[j]);
		fputc('\n', out);
	}
}

void bundle_write_free(const struct bundle *bundle, FILE *out)
{
	fputs("slot\n", out);
	for (int i = 0; i < bundle->slot_count; i++) {
		if (bundle->slots[i].filled)
			continue;
		bundle_write_hex(bundle->slots[i].id, BOX_SLOT_BYTES, out);
		fputc('\n', out);
	}
}

/* The award of proposal INDEX, NULL while nothing is counted. */
static const struct award *award_of(const struct bundle *bundle, int index)
{
	const struct pot_result *pot =
	    &bundle->result.pots[bundle->meeting->proposals[index].pot];

	for (int i = pot->first_award; bundle->counted && i < pot->end_award;
	     i++)
		if (bundle->result.awards[i].proposal == index)
			return &bundle->result.awards[i];
	return NULL;
}

static void write_proposal(const struct bundle *bundle, int index, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct proposal *proposal = &meeting->proposals[index];
	const struct award *award = award_of(bundle, index);

	fprintf(out, "%d;%s", proposal->number,
		meeting->pots[proposal->pot].key);
	for (int i = 0; i < meeting->language_count; i++) {
		fputc(';', out);
		bundle_write_cell(
		    meeting_text(meeting, &proposal->title, i, NULL), out);
	}
	fputc(';', out);
	bundle_write_cell(proposal->proposer, out);
	fputc(';', out);
	bundle_write_amount(proposal->cost_minor, ',', out);
	fputc(';', out);
	if (bundle->closed)
		fprintf(out, "%" PRId64, bundle->tally.support[index]);
	fputc(';', out);
	if (bundle->hand)
		fprintf(out, "%" PRId64, bundle->hand->votes[index]);
	fputc(';', out);
	if (award)
		fprintf(out, "%d", award->place);
	fprintf(out, ";%s;", award ? outcome_name(award->outcome) : "");
	if (award)
		bundle_write_amount(award_money(award), ',', out);
	fputc('\n', out);
}

void bundle_write_proposals(const struct bundle *bundle, int pot, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	int first, end;

	fputs(BYTE_ORDER_MARK "number;pot", out);
	for (int i = 0; i < meeting->language_count; i++)
		fprintf(out, ";title_%s", meeting->languages[i]);
	fputs(";proposer;cost;votes;hand;place;outcome;amount\n", out);
	range_of(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		write_proposal(bundle, i, out);
}

void bundle_write_slips(const struct bundle *bundle, FILE *out)
{
	fputs("slip\n", out);
	for (int i = 0; i < bundle->slip_count; i++) {
		bundle_write_hex(bundle->slips[i], BUNDLE_SLIP_BYTES, out);
		fputc('\n', out);
	}
}

void bundle_write_audit(const struct bundle *bundle, FILE *out)
{
	fputs("number;at;act;detail;root;hash\n", out);
	for (int i = 0; i < bundle->row_count; i++) {
		const struct audit_row *row = &bundle->rows[i];

		fprintf(out, "%d;%s;%s;", row->number, row->at,
			act_name(row->act));
		bundle_write_cell(row->detail, out);
		fputc(';', out);
		bundle_write_hex(row->root, sizeof(row->root), out);
		fputc(';', out);
		bundle_write_hex(row->hash, sizeof(row->hash), out);
		fputc('\n', out);
	}
}
