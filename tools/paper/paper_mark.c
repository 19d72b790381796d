#include "tools/paper/paper_mark.h"

#include <stdio.h>

#include "core/meeting.h"
#include "tools/paper/paper_sheet.h"
#include "words/words.h"

/* In the margin of SHEET_MARGIN_MM, clear of where printers cannot print. */
#define TOP_MM 5
#define HEIGHT_MM 12

enum { WORD = 64, SIZE = 24 };

/* The word in LANGUAGE; "" when there is none, or no letters for it. */
static void word_in(struct sheet *sheet, const char *language,
		    char ret_word[WORD])
{
	const char *before = words_language(NULL);

	ret_word[0] = '\0';
	if (!words_translated(language))
		return;
	words_language(language);
	if (paper_font_has(sheet->font, _("PRACTICE")))
		snprintf(ret_word, WORD, "%s", _("PRACTICE"));
	words_language(before);
}

void mark_draw(struct sheet *sheet, const struct meeting *meeting, int language)
{
	const struct sheet_set set = {SIZE, true, SHEET_WHITE};
	const int other = language > 0 ? 0 : 1;
	const double gap = MM(4);
	const double width = sheet_inside(sheet) - 2 * gap;
	char second[WORD] = "";
	double y;

	if (!meeting->practice)
		return;
	if (other < meeting->language_count)
		word_in(sheet, meeting->languages[other], second);
	sheet_box(sheet, SHEET_INK, 0, MM(TOP_MM), sheet_inside(sheet),
		  MM(HEIGHT_MM));
	y = MM(TOP_MM) +
	    (MM(HEIGHT_MM) - sheet_height(sheet, &set, width, _("PRACTICE"))) /
		2;
	sheet_text_start(sheet, &set, gap, y, width, _("PRACTICE"));
	y = MM(TOP_MM) +
	    (MM(HEIGHT_MM) - sheet_height(sheet, &set, width, second)) / 2;
	if (*second)
		sheet_text_end(sheet, &set, gap, y, width, second);
}
