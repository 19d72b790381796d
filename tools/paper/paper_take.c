/* Sheets to take home, one for each proposal that lacks money. */
#include "tools/paper/paper_take.h"

#include <assert.h>

#include "tools/paper/paper.h"
#include "tools/paper/paper_told.h"
#include "words/words.h"

static bool lacks(const struct meeting *meeting, const struct award *award)
{
	return !award_funded(award) ||
	       award_money(award) <
		   meeting->proposals[award->proposal].cost_minor;
}

/* How far the sheet for AWARD in LANGUAGE goes below where it begins; above the
 * page's height when it takes more than one. */
static double tell_height(const struct sheet *sheet, const struct take *take,
			  const struct award *award, int language)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	tried.y = tried.top;
	take_tell(&tried, take, award, language);
	return tried.page == sheet->page ? tried.y - tried.top : sheet->height;
}

/* Both languages on one page where they fit, else the second on the back. */
static void award_draw(struct sheet *sheet, const struct take *take,
		       const struct award *award)
{
	const double gap = MM(10);

	take_tell(sheet, take, award, 0);
	if (take->second < 0)
		return;
	if (sheet->y + gap + tell_height(sheet, take, award, take->second) <=
	    sheet->bottom)
		sheet->y += gap;
	else
		sheet_page(sheet);
	take_tell(sheet, take, award, take->second);
}

/* Each begins on a front page where some need their back. */
static void draw(struct sheet *sheet, void *context)
{
	struct take *take = context;
	const struct result *result = &take->bundle->result;
	int drawn = 0;

	for (int pot = 0; pot < take->meeting->pot_count; pot++)
		for (int i = result->pots[pot].first_award;
		     i < result->pots[pot].end_award; i++) {
			int first;

			if (!lacks(take->meeting, &result->awards[i]))
				continue;
			if (drawn++)
				sheet_page(sheet);
			if (!sheet->dry && take->most_pages > 1 &&
			    sheet->page % 2 == 0)
				sheet_page(sheet);
			first = sheet->page;
			award_draw(sheet, take, &result->awards[i]);
			if (sheet->page - first + 1 > take->most_pages)
				take->most_pages = sheet->page - first + 1;
		}
}

/* The first language after the room's that has words of its own, or -1. */
static int second_language(const struct meeting *meeting)
{
	for (int i = 1; i < meeting->language_count; i++)
		if (words_translated(meeting->languages[i]))
			return i;
	return -1;
}

static enum status codes_open(struct take *take)
{
	const struct meeting *meeting = take->meeting;
	enum status status = STATUS_OK;
	char contact[QR_CONTACT];

	for (int i = 0; i < meeting->fund_count && status == STATUS_OK; i++)
		if (qr_contact(meeting->funds[i].url, contact))
			status = qr_open(contact, &take->fund[i]);
	return status;
}

/* What each lacks; those that lack nothing are not asked for. */
static enum status missing_fill(struct take *take)
{
	const struct result *result = &take->bundle->result;
	enum status status = STATUS_OK;

	for (int i = 0;
	     i < take->meeting->proposal_count && status == STATUS_OK; i++)
		if (lacks(take->meeting, &result->awards[i]))
			status = bundle_missing(take->bundle, result, i,
						&take->missing[i]);
	return status;
}

bool paper_take_home_wanted(const struct bundle *bundle)
{
	for (int i = 0; i < bundle->meeting->proposal_count; i++)
		if (lacks(bundle->meeting, &bundle->result.awards[i]))
			return true;
	return false;
}

enum status paper_take_home(const struct bundle *bundle, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	struct take take = {
	    .bundle = bundle,
	    .meeting = meeting,
	    .second = second_language(meeting),
	};
	const struct sheet_print print = {
	    .meeting = meeting,
	    .draw = draw,
	    .context = &take,
	};
	enum status status;

	if (!bundle->counted || bundle->result.stopped)
		return STATUS_PHASE;
	assert(paper_take_home_wanted(bundle));
	status = missing_fill(&take);
	if (status == STATUS_OK)
		status = codes_open(&take);
	take.told = told_meeting_new(meeting);
	if (!take.told)
		status = STATUS_MEMORY;
	if (status == STATUS_OK)
		status = sheet_print(&print, out);
	for (int i = 0; i < MEETING_FUNDS; i++)
		qr_free(take.fund[i]);
	meeting_free(take.told);
	return status;
}
