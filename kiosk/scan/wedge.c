#include "scan/wedge.h"

#include "core/slip.h"

/* What SCANCODE types: a digit or capital letter, '?' for any other key that
 * types something, 0 for keys that type nothing. */
static char key_symbol(SDL_Scancode scancode)
{
	if (scancode >= SDL_SCANCODE_A && scancode <= SDL_SCANCODE_Z)
		return (char)('A' + (scancode - SDL_SCANCODE_A));
	if (scancode >= SDL_SCANCODE_1 && scancode <= SDL_SCANCODE_9)
		return (char)('1' + (scancode - SDL_SCANCODE_1));
	if (scancode >= SDL_SCANCODE_KP_1 && scancode <= SDL_SCANCODE_KP_9)
		return (char)('1' + (scancode - SDL_SCANCODE_KP_1));
	if (scancode == SDL_SCANCODE_0 || scancode == SDL_SCANCODE_KP_0)
		return '0';
	if ((scancode >= SDL_SCANCODE_SPACE &&
	     scancode <= SDL_SCANCODE_SLASH) ||
	    (scancode >= SDL_SCANCODE_KP_DIVIDE &&
	     scancode <= SDL_SCANCODE_KP_PLUS) ||
	    scancode == SDL_SCANCODE_KP_PERIOD ||
	    scancode == SDL_SCANCODE_NONUSBACKSLASH ||
	    (scancode >= SDL_SCANCODE_INTERNATIONAL1 &&
	     scancode <= SDL_SCANCODE_INTERNATIONAL9))
		return '?';
	return 0;
}

static bool key_ends(SDL_Scancode scancode)
{
	return scancode == SDL_SCANCODE_RETURN ||
	       scancode == SDL_SCANCODE_RETURN2 ||
	       scancode == SDL_SCANCODE_KP_ENTER ||
	       scancode == SDL_SCANCODE_TAB;
}

/* What is dropped belongs to one burst, as does the line begun. */
static void forget_old(struct wedge *wedge, uint64_t now_ms)
{
	if (now_ms - wedge->last_ms <= WEDGE_GAP_MS)
		return;
	scan_line_wipe(&wedge->line);
	wedge->drop = WEDGE_DROP_NONE;
}

static enum wedge_answer take_end(struct wedge *wedge, uint64_t now_ms)
{
	bool taken = wedge->drop != WEDGE_DROP_NONE;

	if (wedge->line.length < WEDGE_LEAST) {
		scan_line_wipe(&wedge->line);
		if (!taken)
			return WEDGE_NOT_MINE;
		wedge->last_ms = now_ms;
		return WEDGE_TAKEN;
	}
	wedge->last_ms = now_ms;
	wedge->drop = slip_length_fits(wedge->line.length) ? WEDGE_DROP_ENDS
							   : WEDGE_DROP_ALL;
	return WEDGE_LINE;
}

enum wedge_answer wedge_key(struct wedge *wedge, SDL_Scancode scancode,
			    uint64_t now_ms)
{
	char symbol = key_symbol(scancode);
	bool idle;

	forget_old(wedge, now_ms);
	if (key_ends(scancode))
		return take_end(wedge, now_ms);
	idle = !wedge->line.length && wedge->drop != WEDGE_DROP_ALL;
	if (!symbol || (idle && scancode == SDL_SCANCODE_SPACE))
		return WEDGE_NOT_MINE;
	wedge->last_ms = now_ms;
	if (wedge->drop == WEDGE_DROP_ALL)
		return WEDGE_TAKEN;
	wedge->drop = WEDGE_DROP_NONE;
	scan_line_add(&wedge->line, symbol);
	return WEDGE_TAKEN;
}

void wedge_unheard(struct wedge *wedge, uint64_t busy_ms)
{
	wedge->last_ms += busy_ms;
}

/* How long the burst under way must be silent to be a line. */
static uint64_t silence_ms(const struct wedge *wedge)
{
	return slip_length_fits(wedge->line.length) ? WEDGE_PAUSE_MS
						    : WEDGE_GAP_MS;
}

bool wedge_tick(struct wedge *wedge, uint64_t now_ms)
{
	if (!wedge->line.length)
		return false;
	if (now_ms - wedge->last_ms < silence_ms(wedge))
		return false;
	if (wedge->line.length < WEDGE_LEAST) {
		scan_line_wipe(&wedge->line);
		return false;
	}
	wedge->drop = WEDGE_DROP_ALL;
	return true;
}

int wedge_wait_ms(const struct wedge *wedge, uint64_t now_ms)
{
	uint64_t passed = now_ms - wedge->last_ms;

	if (!wedge->line.length)
		return -1;
	return passed < silence_ms(wedge) ? (int)(silence_ms(wedge) - passed)
					  : 0;
}

void wedge_take(struct wedge *wedge, struct scan_line *ret_line)
{
	*ret_line = wedge->line;
	scan_line_wipe(&wedge->line);
}
