#include "tools/paper/paper_piece.h"

#include <stdio.h>
#include <string.h>

#include "tools/paper/paper_direction.h"
#include "words/words.h"

enum { NUMBER_TEXT = 16 };

#define BETWEEN " \u00b7 "
/* Around what runs the other way, so that digits stay with their words: first
 * strong isolate and its end (UAX 9). */
#define ISOLATE "\u2068"
#define ISOLATE_END "\u2069"

int piece_language(const struct piece_languages *languages, int i)
{
	return languages->at ? languages->at[i] : i;
}

void piece_line_add(char line[PIECE_LINE], const char *text)
{
	const size_t used = strlen(line);

	if (strstr(line, text) ||
	    used + strlen(BETWEEN ISOLATE ISOLATE_END) + strlen(text) >=
		PIECE_LINE)
		return;
	line = stpcpy(line + used, used ? BETWEEN : "");
	if (direction_left(text))
		stpcpy(stpcpy(stpcpy(line, ISOLATE), text), ISOLATE_END);
	else
		stpcpy(line, text);
}

void piece_key_others(const struct piece_languages *languages, const char *key,
		      char ret_line[PIECE_LINE])
{
	const struct meeting *meeting = languages->meeting;
	const char *room = words_get(key);

	ret_line[0] = '\0';
	for (int i = 1; i < languages->count; i++) {
		const char *language =
		    meeting->languages[piece_language(languages, i)];
		const char *text;

		if (!words_translated(language))
			continue;
		words_language(language);
		text = words_get(key);
		if (strcmp(text, room) != 0)
			piece_line_add(ret_line, text);
	}
	words_language(meeting->languages[0]);
}

void piece_text_others(const struct piece_languages *languages,
		       const struct text *text, char ret_line[PIECE_LINE])
{
	const struct meeting *meeting = languages->meeting;
	const char *room = meeting_text(meeting, text, 0, NULL);

	ret_line[0] = '\0';
	for (int i = 1; i < languages->count; i++) {
		bool fallback;
		const char *other = meeting_text(
		    meeting, text, piece_language(languages, i), &fallback);

		if (!fallback && strcmp(other, room) != 0)
			piece_line_add(ret_line, other);
	}
}

void piece_band(struct sheet *sheet, const struct piece_band *band)
{
	const struct sheet_set small = {band->small, false, SHEET_WHITE};
	const struct sheet_set large = {band->large, true, SHEET_WHITE};
	const double inside = sheet_inside(sheet), pad = MM(4);
	const double width = inside - 2 * pad;
	const double first = sheet_height(sheet, &small, width, band->above);
	const double second = sheet_height(sheet, &large, width, band->title);
	const double third = sheet_height(sheet, &small, width, band->below);

	sheet_box(sheet, SHEET_DEEP, 0, sheet->y, inside,
		  first + second + third + pad);
	sheet->y += pad / 2;
	sheet_text_start(sheet, &small, pad, sheet->y, width, band->above);
	sheet_text_start(sheet, &large, pad, sheet->y + first, width,
			 band->title);
	sheet_text_start(sheet, &small, pad, sheet->y + first + second, width,
			 band->below);
	sheet->y += first + second + third + pad / 2 + MM(3);
}

void piece_badge(struct sheet *sheet, const struct sheet_set *set,
		 const struct piece_badge *badge)
{
	char text[NUMBER_TEXT];
	double taken;

	snprintf(text, sizeof(text), "%d", badge->number);
	taken = sheet_width(sheet, set, text) + 1;
	if (badge->filled)
		sheet_box(sheet, SHEET_DEEP, badge->from, badge->y,
			  badge->width, badge->height);
	else
		sheet_frame(sheet, SHEET_DEEP, badge->from, badge->y,
			    badge->width, badge->height, 2);
	sheet_text_start(sheet, set, badge->from + (badge->width - taken) / 2,
			 badge->y + badge->height / 2 -
			     set->size *
				 (PIECE_CAPITAL_TOP + PIECE_CAPITAL / 2),
			 taken, text);
}

double piece_word_width(struct sheet *sheet, const struct sheet_set *set,
			const char *text)
{
	char word[PIECE_LINE];
	double widest = 0;

	while (*text) {
		const size_t length = strcspn(text, " -");
		double width;

		snprintf(word, sizeof(word), "%.*s", (int)length, text);
		width = sheet_width(sheet, set, word);
		widest = width > widest ? width : widest;
		text += length;
		text += strspn(text, " -");
	}
	return widest;
}
