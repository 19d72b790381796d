/* paper_wall_draw.h - the posters on the wall: what they are drawn with. */
#ifndef STEMMEBOKS_PAPER_WALL_DRAW_H
#define STEMMEBOKS_PAPER_WALL_DRAW_H

#include "tools/paper/paper_piece.h"
#include "tools/paper/paper_picture.h"
#include "tools/paper/paper_wall.h"

/* Wider than this between its margins is only A3; sizes are those of A3. */
#define WALL_INSIDE MM(257)

/* The sheet's context. */
struct wall {
	const struct wall_print *print;
	const struct meeting *meeting;
	/* Those of the print that our fonts can write. */
	int at[MEETING_LANGUAGES];
	struct piece_languages shown;
	int folder; /* with the pictures, open; -1 for none */
	struct paper_picture pictures[MEETING_PROPOSALS]; /* name NULL: none */
	double scale;		    /* of all sizes: 1 on A3 */
	int pot, first_page, pages; /* of the list; pages 0: not numbered */
	struct wall_gaps gaps;
};

/* SIZE, a number of points on A3. */
struct sheet_set wall_set(const struct wall *wall, double size, bool bold,
			  enum sheet_colour colour);

/* MM on A3, in points on this paper. */
double wall_mm(const struct wall *wall, double mm);

/* The band at the head of a page: the meeting and its day above TITLE. */
void wall_band(struct sheet *sheet, const char *title, const char *below);

/* How to vote, on a page of its own. */
void wall_steps_draw(struct sheet *sheet, struct wall *wall);

/* All proposals of wall.pot, from the top of a new page. */
void wall_list_draw(struct sheet *sheet, struct wall *wall);

/* Proposal INDEX on a page that is just begun. */
void wall_page_draw(struct sheet *sheet, struct wall *wall, int index);

#endif
