/* What is known of a proposal besides its words. */
#include "voter/detail_facts.h"

#include <stdio.h>
#include <string.h>

#include "words/words.h"

/* Adds LINE to the facts, each on a line of its own; "" adds nothing. */
static void fact_add(struct detail_facts *facts, const char *line)
{
	size_t length = strlen(facts->rest);

	if (*line)
		snprintf(facts->rest + length, DETAIL_FACTS - length, "%s%s",
			 length ? "\n" : "", line);
}

void detail_facts_read(struct ui *ui, const struct voter_view *view, int width,
		       struct detail_facts *ret_facts)
{
	int index = view->session->detail;
	const struct proposal *proposal = &view->meeting->proposals[index];
	char line[WORDING_TEXT], value[WORDING_TEXT];
	bool fallback;

	ret_facts->rest[0] = '\0';
	wording_incompatible(view->meeting, index, ret_facts->strong);
	wording_title(view, index, &fallback);
	if (fallback)
		fact_add(ret_facts, _("Not translated"));
	if (*proposal->proposer) {
		snprintf(line, sizeof(line), _("Proposed by %s"),
			 proposal->proposer);
		fact_add(ret_facts, line);
	}
	wording_place(proposal, line);
	if (text_width(ui, line, TYPE_SMALL) > width && *proposal->place) {
		fact_add(ret_facts, proposal->place);
		wording_walk(proposal, line);
	}
	fact_add(ret_facts, line);
	if (proposal->accepts_partial) {
		wording_money(proposal->min_cost_minor, value);
		snprintf(line, sizeof(line), _("Can make do with %s"), value);
		fact_add(ret_facts, line);
	}
	if (*proposal->finish_by) {
		words_date(proposal->finish_by, value, sizeof(value));
		snprintf(line, sizeof(line), _("Done by %s"), value);
		fact_add(ret_facts, line);
	}
}

static int height_of(struct ui *ui, const char *text, enum type type, int width)
{
	return *text ? text_height(ui, text, type, width) : 0;
}

int detail_facts_height(struct ui *ui, const struct detail_facts *facts,
			int width)
{
	return height_of(ui, facts->strong, TYPE_SMALL_BOLD, width) +
	       height_of(ui, facts->rest, TYPE_SMALL, width);
}

void detail_facts_draw(struct ui *ui, const struct detail_facts *facts,
		       struct rect rect)
{
	int height = height_of(ui, facts->strong, TYPE_SMALL_BOLD, rect.w);

	if (*facts->strong)
		draw_text(ui, rect_take_top(&rect, height, 0), facts->strong,
			  TYPE_SMALL_BOLD, ROLE_TEXT, ALIGN_START);
	if (*facts->rest)
		draw_text(ui, rect, facts->rest, TYPE_SMALL, ROLE_MUTED,
			  ALIGN_START);
}

void detail_facts_shorten(struct ui *ui, struct rect rect,
			  struct detail_facts *facts)
{
	char *last;

	while (detail_facts_height(ui, facts, rect.w) > rect.h &&
	       *facts->rest) {
		last = strrchr(facts->rest, '\n');
		*(last ? last : facts->rest) = '\0';
	}
}
