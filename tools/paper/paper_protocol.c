#include "tools/paper/paper_protocol.h"

#include <stdlib.h>
#include <string.h>

#include "tools/paper/paper_told.h"
#include "words/words.h"

enum { DATE_TEXT = 64, PAGE_TEXT = 128 };

#define FOOT_MM 9.0
#define POINT_INDENT MM(5)
#define FACT_INDENT MM(48)

const struct sheet_set protocol_body = {11, false, SHEET_INK},
		       protocol_strong = {11, true, SHEET_INK};

static const struct sheet_set name = {24, true, SHEET_DEEP},
			      meeting_name = {16, true, SHEET_INK},
			      section = {15, true, SHEET_DEEP},
			      part = {12, true, SHEET_BLUE},
			      small = {10, false, SHEET_INK};

void protocol_section(struct sheet *sheet, const char *title)
{
	const double height =
	    sheet_height(sheet, &section, sheet_inside(sheet), title);

	/* A head alone at the foot of a page would be lost. */
	sheet_room(sheet, MM(6) + height + MM(48));
	sheet->y += sheet->y > sheet->top ? MM(6) : 0;
	sheet_flow(sheet, &section, 0, title);
	sheet_box(sheet, SHEET_DEEP, 0, sheet->y, sheet_inside(sheet), 1);
	sheet->y += MM(2);
}

void protocol_part_above(struct sheet *sheet, const char *title, double below)
{
	const double height =
	    sheet_height(sheet, &part, sheet_inside(sheet), title);

	sheet_room(sheet, MM(3) + height + MM(0.5) + below);
	sheet->y += MM(3);
	sheet_flow(sheet, &part, 0, title);
	sheet->y += MM(0.5);
}

void protocol_part(struct sheet *sheet, const char *title)
{
	protocol_part_above(sheet, title, MM(13.5));
}

void protocol_say(struct sheet *sheet, const char *text)
{
	sheet_flow(sheet, &protocol_body, 0, text);
	sheet->y += MM(1);
}

void protocol_point(struct sheet *sheet, const char *text)
{
	const double side = MM(1.3);

	sheet_room(sheet,
		   sheet_height(sheet, &protocol_body,
				sheet_inside(sheet) - POINT_INDENT, text));
	sheet_box(sheet, SHEET_BLUE, MM(1), sheet->y + MM(1.9), side, side);
	sheet_flow(sheet, &protocol_body, POINT_INDENT, text);
	sheet->y += MM(0.6);
}

void protocol_point_format(struct sheet *sheet, const char *format, ...)
{
	va_list values;
	char *text;

	va_start(values, format);
	text = sheet_format(sheet, format, values);
	va_end(values);
	if (text)
		protocol_point(sheet, text);
	free(text);
}

void protocol_fact(struct sheet *sheet, const char *label, const char *value)
{
	const double width = sheet_inside(sheet) - FACT_INDENT;
	const double label_height =
	    sheet_height(sheet, &protocol_strong, FACT_INDENT - MM(3), label);
	double height = sheet_height(sheet, &protocol_body, width, value);

	height = height > label_height ? height : label_height;
	sheet_room(sheet, height);
	sheet_text_start(sheet, &protocol_strong, 0, sheet->y,
			 FACT_INDENT - MM(3), label);
	sheet_text_start(sheet, &protocol_body, FACT_INDENT, sheet->y, width,
			 value);
	sheet->y += height + MM(0.6);
}

const char *protocol_pot(const struct protocol *protocol, int pot)
{
	return meeting_text(protocol->meeting,
			    &protocol->meeting->pots[pot].title, 0, NULL);
}

const char *protocol_title(const struct protocol *protocol, int index)
{
	return meeting_text(protocol->meeting,
			    &protocol->meeting->proposals[index].title, 0,
			    NULL);
}

static void head_draw(struct sheet *sheet, const struct protocol *protocol)
{
	const struct meeting *meeting = protocol->meeting;
	char date[DATE_TEXT];

	sheet_flow(sheet, &name, 0, _("Protocol"));
	sheet_flow(sheet, &meeting_name, 0,
		   meeting_text(meeting, &meeting->title, 0, NULL));
	sheet->y += MM(3);
	words_date(meeting->date, date, sizeof(date));
	protocol_fact(sheet, _("Date"), date);
	if (*meeting->place)
		protocol_fact(sheet, _("Place"), meeting->place);
	if (*meeting->url)
		protocol_fact(sheet, _("Published at"), meeting->url);
	protocol_fact(sheet, _("Code of the rules"), protocol->code);
}

static void foot_draw(struct sheet *sheet)
{
	const struct protocol *protocol = sheet->context;
	const double y = sheet->bottom + MM(3);
	char text[PAGE_TEXT];

	sheet_box(sheet, SHEET_DEEP, 0, y, sheet_inside(sheet), 0.5);
	snprintf(text, sizeof(text), _("Code of the rules: %s"),
		 protocol->code);
	sheet_text_start(sheet, &small, 0, y + MM(1), MM(110), text);
	snprintf(text, sizeof(text), _("Page %d of %d"), sheet->page,
		 sheet->pages);
	sheet_text_end(sheet, &small, sheet_inside(sheet) - MM(60), y + MM(1),
		       MM(60), text);
}

static void draw(struct sheet *sheet, void *context)
{
	static void (*const sections[])(struct sheet * sheet,
					const struct protocol *protocol) = {
	    protocol_rules, protocol_slips,  protocol_boxes, protocol_votes,
	    protocol_steps, protocol_agreed, protocol_hand,  protocol_acts,
	    protocol_proof, protocol_sign,
	};

	head_draw(sheet, context);
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		sections[i](sheet, context);
}

/* What each lacks, of a result that is final. */
static enum status missing_fill(struct protocol *protocol)
{
	const struct result *result = &protocol->bundle->result;
	enum status status = STATUS_OK;

	for (int i = 0; i < protocol->meeting->proposal_count &&
			status == STATUS_OK && !result->stopped;
	     i++)
		status = bundle_missing(protocol->bundle, result, i,
					&protocol->missing[i]);
	return status;
}

enum status paper_protocol(const struct bundle *bundle, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	struct protocol protocol = {.bundle = bundle, .meeting = meeting};
	const struct sheet_print print = {
	    .meeting = meeting,
	    .foot_mm = FOOT_MM,
	    .draw = draw,
	    .foot = foot_draw,
	    .context = &protocol,
	};
	enum status status;

	if (!bundle->counted)
		return STATUS_PHASE;
	definition_code(bundle->definition_hash, protocol.code);
	protocol.told = told_meeting_new(meeting);
	if (!protocol.told)
		return STATUS_MEMORY;
	status = missing_fill(&protocol);
	if (status == STATUS_OK)
		status = sheet_print(&print, out);
	meeting_free(protocol.told);
	return status;
}
