/* kiosk_panel_inside.h - the parts of kiosk_panel.c; for those alone. */
#ifndef STEMMEBOKS_KIOSK_PANEL_INSIDE_H
#define STEMMEBOKS_KIOSK_PANEL_INSIDE_H

#include <jansson.h>

#include "app/kiosk_panel.h"

/* Reads what the panel must know. While the file cannot be read, what it said
 * last is kept. */
void kiosk_panel_read(struct kiosk_panel *panel);

/* Does EFFECT, once the PINs typed before it are right, and tells the panel how
 * it went. */
void kiosk_panel_act(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms);

/* The slip of which LENGTH bytes at TEXT were scanned is looked at. */
void kiosk_panel_slip(struct kiosk_panel *panel, const char *text,
		      size_t length, uint64_t now_ms);

/* The parts of facts.check that a look tells: the displays, what is plugged in,
 * the clock. Returns whether they changed. */
bool kiosk_panel_check(struct kiosk_panel *panel);

/* Lets panel.sound be heard. */
void kiosk_panel_sound(struct kiosk_panel *panel);

enum { PANEL_WORDS = 32, PANEL_NUMBER = 12, PANEL_GIVEN = 12, PANEL_WORD = 32 };

/* A command line being made: its words end with NULL, and point to what is
 * below or to what outlives it. */
struct panel_line {
	const char *words[PANEL_WORDS];
	char count[PANEL_NUMBER], kiosks[PANEL_NUMBER], path[PANEL_SAID + 16];
	char given[PANEL_GIVEN][PANEL_WORD];
};

/* Those that measure the disk, and print the set-up sheet; and what is told of
 * the measured disk, and kept. */
enum status kiosk_panel_disk_line(struct kiosk_panel *panel,
				  struct panel_line *line);
enum status kiosk_panel_sheet_line(struct kiosk_panel *panel,
				   struct panel_line *line);
void kiosk_panel_disk_told(struct kiosk_panel *panel, const json_t *object,
			   char ret_text[PANEL_SAID]);
void kiosk_panel_sheet_told(struct kiosk_panel *panel, const json_t *object,
			    char ret_text[PANEL_SAID]);

/* Whether another program does EFFECT. */
bool kiosk_panel_runs(enum panel_effect effect);

/* Starts it, unless one runs; the panel is told when that cannot be done. */
void kiosk_panel_run(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms);

/* Tells the panel when it has ended. Returns whether it has. */
bool kiosk_panel_wait_child(struct kiosk_panel *panel, uint64_t now_ms);

#endif
