/* panel_parts.h - what the pages of the panel are made of; within panel/. */
#ifndef STEMMEBOKS_PANEL_PARTS_H
#define STEMMEBOKS_PANEL_PARTS_H

#include "panel/panel_view.h"
#include "ui/widget.h"

enum {
	PANEL_GAP = 16,
	PANEL_TITLE_H = 64,
	PANEL_LINE = 40,
	PANEL_BUTTON_H = 96,
	PANEL_ROW_H = 80,
	PANEL_LINE_TEXT = 512,
};

/* A frame of one page. */
struct panel_page_view {
	struct ui *ui;
	const struct panel *panel;
	const struct panel_facts *facts;
	int language;
	struct panel_intent *ret_intent;
	struct rect *ret_wall;
};

/* One function a page of panel.def; each draws into RECT. */
#define PANEL_PAGE(name)                                                       \
	void name(const struct panel_page_view *view, struct rect rect)
#define PANEL(NAME, spelled, tab, draw, touch, idle, label)                    \
	PANEL_PAGE(panel_##draw##_draw);
#include "core/panel.def"
#undef PANEL
#undef PANEL_PAGE

/* A button that means INTENT. ICON: -1 for none. */
void panel_button(const struct panel_page_view *view, struct rect rect,
		  enum panel_widget widget, int index, enum button_kind kind,
		  const char *label, int icon, struct panel_intent intent);

/* TITLE at the top of *RECT, which begins below it then. */
void panel_title(const struct panel_page_view *view, struct rect *rect,
		 const char *title);

/* A paragraph at the top of *RECT, likewise. */
void panel_line(const struct panel_page_view *view, struct rect *rect,
		const char *text, enum role role);

/* The same in small letters where the display is small. */
void panel_note(const struct panel_page_view *view, struct rect *rect,
		const char *text, enum role role);

/* COMMANDS up to a NULL, a line each, likewise: what is typed elsewhere, as it
 * stands in every language. */
void panel_commands(const struct panel_page_view *view, struct rect *rect,
		    const char *const *commands);

/* "Slips used   12": a line at the top of *RECT, likewise. */
void panel_row(const struct panel_page_view *view, struct rect *rect,
	       const char *what, const char *value);

/* Cuts HEIGHT off the top or the bottom of *RECT with PANEL_GAP beside it. */
struct rect panel_cut(struct rect *rect, int height);
struct rect panel_cut_bottom(struct rect *rect, int height);

/* Cell number INDEX of a grid of COLUMNS with rows of HEIGHT at the top of
 * RECT. */
struct rect panel_cell(struct rect rect, int columns, int height, int index);

/* Back at the start of the bottom, and the one way on at its end, of QUIET look
 * while it leads nowhere yet; a label of NULL leaves a button out. */
void panel_foot(const struct panel_page_view *view, struct rect *rect,
		const char *back, const char *on, bool quiet);

/* How wide its way on is in a rectangle of WIDE. */
int panel_foot_wide(int wide);

/* "4 Bevægelsespark": a proposal as people say it. */
void panel_proposal(const struct panel_page_view *view, int proposal,
		    char ret_text[PANEL_LINE_TEXT]);

/* NAMES of LIST as buttons beside LABEL at the top of *RECT, likewise; the
 * chosen one is marked. */
void panel_names_draw(const struct panel_page_view *view, struct rect *rect,
		      const char *label, enum panel_pick list,
		      const struct panel_names *names, int chosen);

/* How many slips, with what makes them more and fewer, likewise. */
void panel_count_slips_draw(const struct panel_page_view *view,
			    struct rect *rect);

/* What became of the last act, at the bottom of *RECT: the status in words, or
 * what was said about it. */
void panel_tell_draw(const struct panel_page_view *view, struct rect *rect);

/* Ten digits and the erase key in RECT, as large as it lets them be. */
void panel_pad(const struct panel_page_view *view, struct rect rect);

/* A place for the pad at the end of *RECT, or at its bottom on an upright
 * display; cut off *RECT. */
struct rect panel_pad_place(const struct panel_page_view *view,
			    struct rect *rect);

/* A dot for every digit of a PIN at the top of *RECT, which begins below it
 * then: who stands beside sees no number. */
void panel_dots(const struct panel_page_view *view, struct rect *rect);

/* While PINs rest: says so at the top of *RECT, likewise. Whether they do. */
bool panel_rests(const struct panel_page_view *view, struct rect *rect);

/* What closing rests on, at the top of *RECT, likewise: the sum of the slips,
 * and that used ones are as many as ballots. */
void panel_sums(const struct panel_page_view *view, struct rect *rect);

/* In the line of the title at the top of RECT: to the next of PAGES pages of
 * rows, after panel.rows_page; nothing where there is one. */
void panel_more(const struct panel_page_view *view, struct rect rect,
		int pages);

/* Columns for the form of the window. */
int panel_columns(const struct panel_page_view *view, int landscape,
		  int portrait, int tablet);

#endif
