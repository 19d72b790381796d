/* kiosk_parts.h - what stemmeboks-kiosk is made of; for kiosk.c, which runs it,
 * and kiosk_open.c. */
#ifndef STEMMEBOKS_KIOSK_PARTS_H
#define STEMMEBOKS_KIOSK_PARTS_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_ears.h"
#include "app/kiosk_input.h"
#include "app/kiosk_panel.h"
#include "app/kiosk_scanners.h"
#include "app/kiosk_wall.h"
#include "app/watchdog.h"
#include "voter/voter.h"

#define KIOSK_PROGRAM "stemmeboks-kiosk"

struct kiosk {
	const struct kiosk_options *options;
	int lock; /* of the meeting's file: kiosk_lock.h */
	struct store *store;
	struct roll_link *roll;
	struct ui *ui;
	FILE *announce; /* NULL: nobody is told */
	struct demo *demo;
	struct scanners scanners;
	struct booth booth;
	struct kiosk_input input;
	char commands[PATH_MAX]; /* the program `stemmeboks` */
	char setup_file[PATH_MAX];
	struct kiosk_panel panel;
	struct kiosk_wall wall;
	struct kiosk_ears ears;
	struct voter_view view;
	struct watchdog watchdog;
	sigset_t signals; /* as they were before */
	uint64_t poll_ms; /* when to look at file and scanners again */
	uint64_t draw_ms; /* when the screen changes by itself */
	bool dirty;	  /* the frame must be drawn again */
	bool ended;
	bool closing; /* the window was asked to close, SDL_QUIT follows */
	bool lost;    /* the display is gone: a compositor that died */
};

/* Opens the window that OPTIONS ask for. A status of program_window(). */
enum status kiosk_window(const struct kiosk_options *options,
			 struct ui **ret_ui);

/* The program `stemmeboks` in the folder of this one. */
void kiosk_commands(char ret_path[PATH_MAX]);

#endif
