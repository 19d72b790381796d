/* kiosk_panel.h - the organisers' panel wired to the meeting's file. Knows no
 * window but for the finger in the corner. */
#ifndef STEMMEBOKS_KIOSK_PANEL_H
#define STEMMEBOKS_KIOSK_PANEL_H

#include <stdbool.h>
#include <stdint.h>

#include "app/child.h"
#include "core/panel.h"

struct booth;
struct counting;
struct ears;
struct ui;

/* Zeroed at first but for those before `child`, which are the caller's. */
struct kiosk_panel {
	struct booth *booth;	   /* its store, phase and session */
	const char *file;	   /* the meeting's, by name */
	const char *mounts;	   /* NULL: the machine's own */
	const char *setup_file;	   /* what kiosk_setup.h keeps, by name; "" */
	const char *commands;	   /* the program `stemmeboks`, by name */
	struct ears *ears;	   /* borrowed; NULL: nothing is heard */
	struct check_display own;  /* the display that the kiosk is on, */
	int display;		   /* its index, */
	bool ruler;		   /* and whether its mm were measured */
	struct child child;	   /* what works for the panel, */
	enum panel_effect running; /* and at what */
	struct panel panel;
	struct panel_facts facts;  /* .setup is the caller's at first, too */
	struct counting *counting; /* of the closed box, NULL before */
	uint32_t version;	   /* of the file, when the facts were read */
	bool read;		   /* facts hold */
	bool recalled;		   /* wrong PINs of before are known */
	int wrong_pins;		   /* as the file had them last */
	char said[PANEL_SAID];	   /* about the last act, "" for nothing */
	struct panel_log log;	   /* that the facts point to */
	uint64_t machine_ms;	   /* when to look at the machine again */
	bool anew;		   /* the kiosk is to make another meeting */
	uint64_t held_since_ms;	   /* the corner; 0: not held */
};

/* Overwrites and frees what it holds; it can be used again. */
void kiosk_panel_wipe(struct kiosk_panel *panel);

/* The frame was drawn: looks whether a finger lies in the corner. Returns
 * whether the panel opened. */
bool kiosk_panel_look(struct kiosk_panel *panel, const struct ui *ui,
		      uint64_t now_ms);

/* Lets time pass, and reads the facts anew while the panel is open. Returns
 * whether it may look different. */
bool kiosk_panel_tick(struct kiosk_panel *panel, uint64_t now_ms);

/* The organiser meant INTENT. */
void kiosk_panel_apply(struct kiosk_panel *panel, struct panel_intent intent,
		       uint64_t now_ms);

/* LENGTH bytes at TEXT were scanned while the panel is open, as TRIAL: tried
 * where scanners are tried, looked up where slips are looked at. */
void kiosk_panel_scanned(struct kiosk_panel *panel, const char *text,
			 size_t length, const struct trial *trial,
			 uint64_t now_ms);

/* ms until kiosk_panel_look() must be asked again, or -1. */
int kiosk_panel_wait_ms(const struct kiosk_panel *panel, uint64_t now_ms);

#endif
