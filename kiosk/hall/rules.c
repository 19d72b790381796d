/* How the money will be given, in the words of the rule card: a pot's rules,
 * an example of them, and what holds for all of the meeting. */
#include "hall/scene.h"

#include <stdio.h>
#include <string.h>

#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/rows.h"
#include "hall/rules_head.h"
#include "ui/draw.h"
#include "words/rule_card.h"
#include "words/rule_text.h"
#include "words/words.h"

enum {
	ROW_GAP = 14,
	TOPIC_GAP = 14, /* more, above a new topic */
	TIGHT_GAP = 6,	/* of both, where that saves a page */
	ROW_AIR_MOST = 24,
	LABEL = 500, /* width of a topic beside its sentences */
	LABEL_GAP = 36,
};

/* One walk over the sentences of a part: to measure, or to draw a page. */
struct walk {
	struct ui *ui;
	bool beside; /* topics stand beside their sentences, else above */
	bool named;  /* the topic stands above all of the page already */
	int width;
	int topic_gap;
	struct rows rows;
	char topic[HALL_LINE];
	bool begins; /* the next sentence is its topic's first */
	bool draws;  /* rows FIRST to END into REST */
	int row, first, end, air;
	struct rect rest;
};

static int text_width_of(const struct walk *walk)
{
	return walk->beside ? walk->width - LABEL - LABEL_GAP : walk->width;
}

/* The height of a row with TEXT. Beside, every row has room for its topic,
 * which is said again where a page begins. */
static int row_height(const struct walk *walk, const char *text)
{
	int high =
	    text_height(walk->ui, text, TYPE_HALL_BODY, text_width_of(walk));
	int label = text_height(walk->ui, walk->topic, TYPE_HALL_STRONG,
				walk->beside ? LABEL : walk->width);

	if (walk->named)
		return high;
	if (walk->beside)
		high = label > high ? label : high;
	else if (walk->begins)
		high += label;
	return high + (walk->begins ? walk->topic_gap : 0);
}

static void row_draw(struct walk *walk, const char *text)
{
	struct rect row =
	    rect_take_top(&walk->rest, walk->rows.height[walk->row],
			  walk->rows.gap + walk->air);
	struct rect label = row;
	int high;

	if (walk->begins && !walk->named)
		rect_take_top(&row, walk->topic_gap, 0);
	label = row;
	if (walk->beside)
		label.w = LABEL;
	if ((walk->begins && !walk->named) ||
	    (walk->beside && walk->row == walk->first)) {
		high = text_height(walk->ui, walk->topic, TYPE_HALL_STRONG,
				   label.w);
		lines_draw(walk->ui, label, walk->topic, TYPE_HALL_STRONG,
			   ROLE_PRIMARY);
		if (!walk->beside)
			rect_take_top(&row, high, 0);
	}
	if (walk->beside) {
		row.x += LABEL + LABEL_GAP;
		row.w -= LABEL + LABEL_GAP;
	}
	lines_draw(walk->ui, row, text, TYPE_HALL_BODY, ROLE_TEXT);
}

static void row_take(void *context, enum card_kind kind, const char *text)
{
	struct walk *walk = context;

	if (kind == CARD_TOPIC) {
		snprintf(walk->topic, sizeof(walk->topic), "%s", text);
		walk->begins = true;
	}
	if (kind != CARD_POINT && kind != CARD_EXAMPLE && kind != CARD_STEP)
		return;
	if (!walk->draws)
		rows_add(&walk->rows, row_height(walk, text));
	else if (walk->row >= walk->first && walk->row < walk->end)
		row_draw(walk, text);
	walk->row++;
	walk->begins = false;
}

/* Says PART's sentences to TAKE. */
static void part_say(const struct hall_view *view,
		     const struct rules_part *part, int language,
		     void (*take)(void *context, enum card_kind kind,
				  const char *text),
		     void *context)
{
	const struct rule_card card = {.meeting = view->meeting,
				       .told = view->meeting,
				       .language = language,
				       .code = rules_code(view),
				       .example = view->example,
				       .people = view->example_people,
				       .take = take,
				       .context = context};

	if (part->pot < 0)
		rule_card_all(&card);
	else if (part->example)
		rule_card_example(&card, part->pot);
	else
		rule_card_pot(&card, part->pot);
}

/* Measures PART with GAP between rows and TOPIC_GAP more above topics. */
static void part_measure_with(struct ui *ui, const struct hall_view *view,
			      const struct rules_part *part, int gap,
			      int topic_gap, struct walk *ret_walk)
{
	struct rect body = frame_body(ui);

	rules_head(ui, view, part, false, &body);
	*ret_walk = (struct walk){
	    .ui = ui,
	    .beside = !part->example && !frame_upright(ui),
	    .named = part->example,
	    .width = body.w,
	    .topic_gap = topic_gap,
	    .rows = {.room = body.h, .gap = gap, .air_most = ROW_AIR_MOST},
	    .rest = body,
	};
	part_say(view, part, view->language, row_take, ret_walk);
}

/* Measures PART: its rows, and in walk.rest the room that they have. */
static void part_measure(struct ui *ui, const struct hall_view *view,
			 const struct rules_part *part, struct walk *ret_walk)
{
	struct walk tight;

	part_measure_with(ui, view, part, ROW_GAP, TOPIC_GAP, ret_walk);
	if (rows_pages(&ret_walk->rows) < 2)
		return;
	part_measure_with(ui, view, part, TIGHT_GAP, TIGHT_GAP, &tight);
	if (rows_pages(&tight.rows) < rows_pages(&ret_walk->rows))
		*ret_walk = tight;
}

/* The part that PAGE (0 first) is in, and which of its pages that is: the pots
 * in the meeting's order, then the rest. Returns how many pages there are. */
static int part_find(struct ui *ui, const struct hall_view *view, int page,
		     struct rules_part *ret_part, int *ret_page)
{
	int pages = 0;

	for (int i = 0; i <= 2 * view->meeting->pot_count; i++) {
		struct rules_part part = {i / 2, i % 2 == 1};
		struct walk walk;
		int more;

		if (i == 2 * view->meeting->pot_count)
			part = (struct rules_part){-1, false};
		part_measure(ui, view, &part, &walk);
		more = walk.rows.count > 0 ? rows_pages(&walk.rows) : 0;
		if (page >= pages && page < pages + more) {
			*ret_part = part;
			*ret_page = page - pages;
		}
		pages += more;
	}
	return pages;
}

int hall_rules_pages(struct ui *ui, const struct hall_view *view)
{
	struct rules_part part;
	int page;

	return part_find(ui, view, 0, &part, &page);
}

void hall_rules_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui);
	struct rules_part part;
	struct walk walk;
	int page;

	part_find(ui, view, view->page, &part, &page);
	part_measure(ui, view, &part, &walk);
	rows_page(&walk.rows, page, &walk.first, &walk.end, &walk.air);
	rules_head(ui, view, &part, true, &body);
	walk.draws = true;
	walk.row = 0;
	part_say(view, &part, view->language, row_take, &walk);
}

/* The first sentence that PART says. */
static void first_take(void *context, enum card_kind kind, const char *text)
{
	char *line = context;

	if (!*line && (kind == CARD_POINT || kind == CARD_EXAMPLE))
		snprintf(line, HALL_LINE, "%.*s", (int)words_sentence(text),
			 text);
}

void hall_rules_line(struct ui *ui, const struct hall_view *view, int language,
		     char ret_text[HALL_LINE])
{
	struct rules_part part;
	const char *rule;
	int page;

	ret_text[0] = '\0';
	scene_speak(ui, view, view->language);
	part_find(ui, view, view->page, &part, &page);
	scene_speak(ui, view, language);
	rule = part.pot < 0 || part.example
		   ? NULL
		   : rule_text(&view->meeting->pots[part.pot]);
	if (rule)
		first_take(ret_text, CARD_POINT, rule);
	else
		part_say(view, &part, language, first_take, ret_text);
	if (!text_fits(ui, ret_text, TYPE_HALL_BODY, foot_width(ui),
		       frame_foot(ui).h))
		snprintf(ret_text, HALL_LINE, "%s",
			 _("How the money is given"));
}
