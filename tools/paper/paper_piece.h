/* paper_piece.h - pieces that posters are made of, before the vote and after.
 */
#ifndef STEMMEBOKS_PAPER_PIECE_H
#define STEMMEBOKS_PAPER_PIECE_H

#include "core/meeting.h"
#include "tools/paper/paper_sheet.h"

enum { PIECE_LINE = 512 };

/* In a line of our fonts, in parts of the size: from its top to that of the
 * capitals, and a capital's height. */
#define PIECE_CAPITAL_TOP 0.355
#define PIECE_CAPITAL 0.714

/* The languages of a poster, by their index in MEETING: the first COUNT of AT,
 * the room's being the first; with AT NULL the first COUNT of the meeting's. */
struct piece_languages {
	const struct meeting *meeting;
	const int *at;
	int count;
};

/* The index in the meeting of language I of LANGUAGES. */
int piece_language(const struct piece_languages *languages, int i);

/* Adds " · " and TEXT behind what is in LINE, unless it is there already or
 * there is no room. */
void piece_line_add(char line[PIECE_LINE], const char *text);

/* What the gettext KEY says in all LANGUAGES but the room's that have words of
 * their own, points between; the room's language is in use afterwards. */
void piece_key_others(const struct piece_languages *languages, const char *key,
		      char ret_line[PIECE_LINE]);

/* The same for TEXT of the meeting. */
void piece_text_others(const struct piece_languages *languages,
		       const struct text *text, char ret_line[PIECE_LINE]);

/* The band at the head of a page: a line ABOVE and BELOW the TITLE, each of
 * which may be "". Y goes below it and a gap of 3 mm. */
struct piece_band {
	const char *above, *title, *below;
	double small, large; /* sizes */
};
void piece_band(struct sheet *sheet, const struct piece_band *band);

/* NUMBER in the middle of a box, which is filled or an outline; SET's colour is
 * the number's. */
struct piece_badge {
	int number;
	bool filled;
	double from, y, width, height;
};
void piece_badge(struct sheet *sheet, const struct sheet_set *set,
		 const struct piece_badge *badge);

/* The width of the widest word of TEXT: a place narrower than that breaks it.
 */
double piece_word_width(struct sheet *sheet, const struct sheet_set *set,
			const char *text);

#endif
