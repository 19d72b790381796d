/* wording.h - what the screens say: amounts, titles and counted sentences.
 *
 * All in the current language (words_language()). Values put into a sentence
 * stand between U+2068 and U+2069, so that they keep their own direction.
 */
#ifndef STEMMEBOKS_WORDING_H
#define STEMMEBOKS_WORDING_H

#include "ui/draw.h"
#include "voter/voter.h"

enum { WORDING_TEXT = 512 };

/* TEXT with NUMBER in the place of its first "%d"; returns whether there was
 * one, else TEXT is only copied. */
bool wording_number(const char *text, int number, char ret_text[WORDING_TEXT]);

/* A money amount to be put into a sentence. */
void wording_money(int64_t minor, char ret_text[WORDING_TEXT]);

/* "100.000 kr. · pot 1 of 2", or the money alone when it is the only pot. */
void wording_pot(const struct meeting *meeting, int pot,
		 char ret_text[WORDING_TEXT]);

/* Proposal INDEX's title; *ret_fallback (may be NULL) tells that it is missing
 * in the session's language. Never NULL; owned by the meeting. */
const char *wording_title(const struct voter_view *view, int index,
			  bool *ret_fallback);

/* "Skolen · 4 min walk", as far as it is known, else "". */
void wording_place(const struct proposal *proposal,
		   char ret_text[WORDING_TEXT]);

/* "4 min walk", or "". */
void wording_walk(const struct proposal *proposal, char ret_text[WORDING_TEXT]);

/* "Cannot get money together with no. 2", or "" for a proposal that goes with
 * all others. */
void wording_incompatible(const struct meeting *meeting, int index,
			  char ret_text[WORDING_TEXT]);

/* The same where there is little room: "Gets no money with no. 2". */
void wording_incompatible_short(const struct meeting *meeting, int index,
				char ret_text[WORDING_TEXT]);

/* How many of POT can be chosen: its choose_max, or all if they are fewer. */
int wording_most(const struct meeting *meeting, int pot);

/* "Choose up to 3 proposals." */
void wording_task(int least, int most, char ret_text[WORDING_TEXT]);

/* "2 of 3 chosen" */
void wording_state(int chosen, int most, char ret_text[WORDING_TEXT]);

/* "You have chosen 2 proposals. You can choose 1 more.", or that the vote is
 * blank in this pot. MOST: wording_most(). */
void wording_chosen(int chosen, int most, char ret_text[WORDING_TEXT]);

/* "You can choose 1 more.", or "" when no more can. */
void wording_more(int chosen, int most, char ret_text[WORDING_TEXT]);

/* The language whose turn it is in the second line: each of the meeting's but
 * the session's, VOTER_ROTATE_MS long; -1 when there is no other. */
int wording_second(const struct voter_view *view, uint64_t now_ms);

/* KEY in LANGUAGE (index into meeting.languages). Static. */
const char *wording_in(const struct voter_view *view, int language,
		       const char *key);

/* The largest bold type from LARGEST down in which TEXT fits into WIDTH by
 * HEIGHT, no word parted; the smallest of them when it fits in none. */
enum type wording_fit(struct ui *ui, const char *text, int width, int height,
		      enum type largest);

/* The same for a single line. */
enum type wording_fit_line(struct ui *ui, const char *text, int width,
			   enum type largest);

/* TEXT for lines of WIDTH, broken between its sentences, as many on a line as
 * fit; as it is when that needs more lines. */
void wording_lines(struct ui *ui, const char *text, enum type type, int width,
		   char ret_text[WORDING_TEXT]);

/* The narrowest width, at most WIDTH, at which TEXT is no higher: its lines are
 * then about as long as each other, and no word stands alone on the last. */
int wording_balance(struct ui *ui, const char *text, enum type type, int width);

#endif
