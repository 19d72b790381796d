/* paper_protocol.h - the sections of the protocol, in their order, and how
 * their words are set. */
#ifndef STEMMEBOKS_PAPER_PROTOCOL_H
#define STEMMEBOKS_PAPER_PROTOCOL_H

#include "rules/missing.h"
#include "store/definition.h"
#include "tools/bundle/bundle.h"
#include "tools/paper/paper.h"
#include "tools/paper/paper_sheet.h"

enum { PROTOCOL_LINE = 1024 };

struct protocol {
	const struct bundle *bundle;
	const struct meeting *meeting; /* the bundle's */
	struct meeting *told; /* the same for sentences: paper_told.h */
	char code[DEFINITION_CODE];
	struct missing missing[MEETING_PROPOSALS]; /* by award */
};

extern const struct sheet_set protocol_body, protocol_strong;

/* The head of a section, with room for what it stands above. */
void protocol_section(struct sheet *sheet, const char *title);

/* A smaller head within a section; and one with room for BELOW under it. */
void protocol_part(struct sheet *sheet, const char *title);
void protocol_part_above(struct sheet *sheet, const char *title, double below);

/* A paragraph, and one with a point before it. */
void protocol_say(struct sheet *sheet, const char *text);
void protocol_point(struct sheet *sheet, const char *text);
void protocol_point_format(struct sheet *sheet, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A line with its label before it; one that is too long breaks. */
void protocol_fact(struct sheet *sheet, const char *label, const char *value);

/* The title of POT and of the proposal INDEX, in the room's language. */
const char *protocol_pot(const struct protocol *protocol, int pot);
const char *protocol_title(const struct protocol *protocol, int index);

/* The sections. */
void protocol_rules(struct sheet *sheet, const struct protocol *protocol);
void protocol_slips(struct sheet *sheet, const struct protocol *protocol);
void protocol_votes(struct sheet *sheet, const struct protocol *protocol);
void protocol_steps(struct sheet *sheet, const struct protocol *protocol);
void protocol_agreed(struct sheet *sheet, const struct protocol *protocol);
void protocol_hand(struct sheet *sheet, const struct protocol *protocol);
void protocol_boxes(struct sheet *sheet, const struct protocol *protocol);
void protocol_acts(struct sheet *sheet, const struct protocol *protocol);
void protocol_proof(struct sheet *sheet, const struct protocol *protocol);
void protocol_sign(struct sheet *sheet, const struct protocol *protocol);

#endif
