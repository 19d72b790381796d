/* recount_sheet.h - what one person counted in the urn. */
#ifndef STEMMEBOKS_RECOUNT_SHEET_H
#define STEMMEBOKS_RECOUNT_SHEET_H

#include "store/hand.h"
#include "tools/import/problems.h"

/* A sheet's places: the ballots, then the proposals in ballot order. */
enum {
	SHEET_BALLOTS = 0,
	SHEET_PROPOSALS = 1,
	SHEET_PLACES = SHEET_PROPOSALS + MEETING_PROPOSALS,
	SHEET_NAME = 256,
};

struct sheet {
	int number[SHEET_PLACES];
};

/* How many places a sheet of MEETING has. */
int sheet_places(const struct meeting *meeting);

/* "Ballots in the urn", or "4 Byhave" with the title in the language of the
 * words in use, where the meeting has it. */
void sheet_name(const struct meeting *meeting, int place,
		char ret_name[SHEET_NAME]);

/* Reads the file PATH: a row "number;votes" for every proposal and one
 * "ballots;N", as a spreadsheet saves them; a header may stand above. Whatever
 * is wrong is a problem with its line, and STATUS_INPUT. */
enum status sheet_read(const struct meeting *meeting, const char *path,
		       struct problems *problems, struct sheet *ret_sheet);

/* Asks the person at the terminal for every place. STATUS_INPUT at the end of
 * the input. */
enum status sheet_ask(const struct meeting *meeting, struct sheet *ret_sheet);

/* Asks for one place until a number was typed, and may be right given SHEET's
 * ballots. STATUS_INPUT at the end of the input. */
enum status sheet_ask_place(const struct meeting *meeting, int place,
			    struct sheet *sheet);

/* Whether SHEET has more votes at PLACE than its ballots can give. */
bool sheet_over(const struct meeting *meeting, const struct sheet *sheet,
		int place);

/* The machine's count of the same. */
void sheet_of_tally(const struct meeting *meeting, const struct tally *tally,
		    struct sheet *ret_sheet);

#endif
