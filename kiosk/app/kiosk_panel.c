#include "app/kiosk_panel.h"

#include <stddef.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "counting/counting.h"
#include "machine/machine.h"
#include "panel/panel_view.h"
#include "store/store.h"
#include "store/wrong.h"

enum { MACHINE_MS = 10000 };

static void forget_counting(struct kiosk_panel *panel)
{
	counting_free(panel->counting);
	panel->counting = NULL;
	panel->facts.box = NULL;
	panel->facts.result = NULL;
	panel->read = false;
}

void kiosk_panel_wipe(struct kiosk_panel *panel)
{
	child_stop(&panel->child);
	panel_close(&panel->panel);
	forget_counting(panel);
}

/* Wrong PINs from before the program was started count on, their lock from now;
 * a new PIN, set meanwhile, ends it. */
static void recall(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct wrong wrong;

	if (wrong_read(panel->booth->store, &wrong) != STATUS_OK)
		return;
	if (!panel->recalled ? wrong.pins > panel->panel.failures
			     : wrong.pins == 0 && panel->wrong_pins > 0)
		panel_recall(&panel->panel, wrong.pins, now_ms);
	panel->recalled = true;
	panel->wrong_pins = wrong.pins;
}

bool kiosk_panel_look(struct kiosk_panel *panel, const struct ui *ui,
		      uint64_t now_ms)
{
	if (!panel->recalled)
		recall(panel, now_ms);
	if (panel_is_open(&panel->panel) || !panel_corner_held(ui)) {
		panel->held_since_ms = 0;
		return false;
	}
	if (panel->held_since_ms == 0)
		panel->held_since_ms = now_ms;
	if (now_ms - panel->held_since_ms < PANEL_HOLD_MS)
		return false;
	panel->held_since_ms = 0;
	kiosk_panel_read(panel);
	recall(panel, now_ms);
	panel_open(&panel->panel, now_ms);
	return true;
}

int kiosk_panel_wait_ms(const struct kiosk_panel *panel, uint64_t now_ms)
{
	uint64_t due = panel->held_since_ms + PANEL_HOLD_MS;

	if (panel_is_open(&panel->panel))
		return panel_wait_ms(&panel->panel, now_ms);
	if (panel->held_since_ms == 0)
		return -1;
	return due > now_ms ? (int)(due - now_ms) : 0;
}

/* Another program, or the panel itself, wrote to the file. */
static bool facts_stale(struct kiosk_panel *panel)
{
	uint32_t version;
	bool voter = session_busy(&panel->booth->session);

	return !panel->read || voter != panel->facts.voter ||
	       store_version(panel->booth->store, &version) != STATUS_OK ||
	       version != panel->version;
}

/* Now and then: the clock goes on, the battery down. */
static bool machine_look(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct panel_machine *machine = &panel->facts.machine;

	if (now_ms < panel->machine_ms)
		return false;
	if (!*machine->version)
		machine_version(machine->version);
	machine_read(panel->file, machine);
	panel->machine_ms = now_ms + MACHINE_MS;
	return true;
}

bool kiosk_panel_tick(struct kiosk_panel *panel, uint64_t now_ms)
{
	bool changed = kiosk_panel_wait_child(panel, now_ms);

	if (!panel_is_open(&panel->panel))
		return false;
	changed |= facts_stale(panel);
	changed |= machine_look(panel, now_ms);
	if (changed) {
		kiosk_panel_read(panel);
		recall(panel, now_ms);
	}
	changed |= kiosk_panel_check(panel);
	changed |= panel_tick(&panel->panel, &panel->facts, now_ms);
	if (!panel_is_open(&panel->panel))
		forget_counting(panel);
	return changed;
}

void kiosk_panel_apply(struct kiosk_panel *panel, struct panel_intent intent,
		       uint64_t now_ms)
{
	enum panel_effect effect;

	/* What is acted on is what is there now. */
	panel_touched(&panel->panel, now_ms);
	if (facts_stale(panel))
		kiosk_panel_read(panel);
	panel_tick(&panel->panel, &panel->facts, now_ms);
	effect = panel_apply(&panel->panel, &panel->facts, intent, now_ms);
	kiosk_panel_act(panel, effect, now_ms);
	if (!panel_is_open(&panel->panel))
		forget_counting(panel);
}

void kiosk_panel_scanned(struct kiosk_panel *panel, const char *text,
			 size_t length, const struct trial *trial,
			 uint64_t now_ms)
{
	panel_tried(&panel->panel, trial, now_ms);
	if ((panel->panel.page == PANEL_SLIPS ||
	     panel->panel.page == PANEL_SLIP) &&
	    !panel->facts.shared)
		kiosk_panel_slip(panel, text, length, now_ms);
}
