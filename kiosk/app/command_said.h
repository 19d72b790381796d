/* command_said.h - what `stemmeboks … --json` and lpstat said to a program that
 * ran them as a child. */
#ifndef STEMMEBOKS_COMMAND_SAID_H
#define STEMMEBOKS_COMMAND_SAID_H

#include <jansson.h>

#include "core/panel.h"
#include "core/status.h"

/* The object in what a command SAID, and how it ended: STATUS_OK, the status it
 * names, or STATUS_STORE when there is no object (NULL). json_decref() it. */
json_t *command_object(const char *said, enum status *ret_status);

/* The text NAME of OBJECT, "" for none. Lives as long as OBJECT. */
const char *command_text(const json_t *object, const char *name);

/* Why a command could not do it, in its words: what it is about, and why; cut
 * to fit. */
void command_why(const json_t *object, char ret_text[PANEL_SAID]);

/* How many slips are on their way to the printer, after `slips --printer`. */
void command_slips_told(const json_t *object, char ret_text[PANEL_SAID]);

/* The printers that lpstat SAID, a name a line, of which the first few are
 * enough to choose from; none unless it ended with CODE 0. SAID is spoilt. */
void command_printers(int code, char *said, struct panel_names *ret_printers);

#endif
