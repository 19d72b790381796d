/* kiosk_panel_inside.h - the parts of kiosk_panel.c; for those alone. */
#ifndef STEMMEBOKS_KIOSK_PANEL_INSIDE_H
#define STEMMEBOKS_KIOSK_PANEL_INSIDE_H

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

/* Whether another program does EFFECT. */
bool kiosk_panel_runs(enum panel_effect effect);

/* Starts it, unless one runs; the panel is told when that cannot be done. */
void kiosk_panel_run(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms);

/* Tells the panel when it has ended. Returns whether it has. */
bool kiosk_panel_wait_child(struct kiosk_panel *panel, uint64_t now_ms);

#endif
