/* cue.h - what an organiser tells the big screen: one short line of text.
 *
 * "next", "pitch 7", "message The doors close at nine". The line is what the
 * meeting's file keeps (store/cue.h) and what `stemmeboks hall` takes.
 */
#ifndef STEMMEBOKS_CUE_H
#define STEMMEBOKS_CUE_H

#include <stdbool.h>

#include "core/phase.h"
#include "core/status.h"

enum scene {
#define SCENE(NAME, spelled, chain, phases, self, help) SCENE_##NAME,
#include "core/scene.def"
#undef SCENE
	SCENE_COUNT
};

enum cue_kind {
#define CUE(NAME, spelled, words, help) CUE_##NAME,
#include "core/cue.def"
#undef CUE
	CUE_COUNT
};

/* Bytes with the NUL; CUE_MESSAGE_CHARACTERS is what the screen holds. */
enum { CUE_TEXT = 512, CUE_MESSAGE_CHARACTERS = 100, CUE_NUMBER_MOST = 999 };

struct cue {
	enum cue_kind kind;
	enum scene scene; /* CUE_SCENE: which */
	int number;	  /* CUE_SCENE: a proposal's number (pitch), minutes
			     (closing),       a page from 1 (others); 0 when none was
			     given
			   */
	char message[CUE_TEXT]; /* CUE_MESSAGE: never empty */
};

/* Reads TEXT (a NUL-terminated line, upper and lower case alike, blanks around
 * it ignored). STATUS_INPUT when it is no cue: an unknown word, words after one
 * that takes none, a number outside 1..CUE_NUMBER_MOST, a message that is
 * empty, has more than CUE_MESSAGE_CHARACTERS characters or is not plain UTF-8.
 * *ret_cue is then untouched. */
enum status cue_parse(const char *text, struct cue *ret_cue);

/* Writes CUE as cue_parse() reads it. */
void cue_write(const struct cue *cue, char ret_text[CUE_TEXT]);

/* "pitch", "next": stable, for commands and tests. The help is a gettext key.
 * Static. */
const char *scene_name(enum scene scene);
const char *scene_help(enum scene scene);
const char *cue_name(enum cue_kind kind);
const char *cue_help(enum cue_kind kind);

/* Whether SCENE may be shown in PHASE, and the scene that comes up by itself.
 */
bool scene_allowed(enum scene scene, enum phase phase);
enum scene scene_of_phase(enum phase phase);

/* The scene STEP (1 or -1) from SCENE in its chain that PHASE allows; SCENE
 * itself at the chain's end. */
enum scene scene_beside(enum scene scene, int step, enum phase phase);

#endif
