/* meeting_state.h - where a meeting stands, by its file and its shared roll. */
#ifndef STEMMEBOKS_MEETING_STATE_H
#define STEMMEBOKS_MEETING_STATE_H

#include "store/deal.h"
#include "store/pictures.h"
#include "store/roll.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"

struct meeting_state {
	enum phase phase;
	bool pin; /* whether the panel has one */
	bool practice;
	/* The newest count of the urn; ballots -1 when there is none. */
	int hand_ballots;
	bool hand_stands;
	struct deal deal; /* which of several kiosks it is */
	enum file_kind kind;
	/* As the shared roll has them, where it knows and the file does not;
	 * STATUS_ROLL_AWAY or STATUS_DISAGREES (it is another meeting's) where
	 * it could not be asked: then only `printed` is known. */
	struct roll_count slips;
	enum status roll;
	int filled, slots;
	char root[MEETING_FILE_ROOT];
	char code[DEFINITION_CODE];
	enum status pictures;
	char picture[PICTURES_NAME]; /* the first that is wrong */
};

/* Numbers that belong together. STATUS_STORE*, STATUS_DAMAGED, STATUS_MEMORY.
 */
enum status meeting_state_read(struct store *store,
			       struct meeting_state *ret_state);

/* Whether the votes are in other files. */
bool meeting_state_elsewhere(const struct meeting_state *state);

/* Whether the numbers are those of a sound file (DESIGN.md, phases). */
bool meeting_state_agrees(const struct meeting_state *state);

#endif
