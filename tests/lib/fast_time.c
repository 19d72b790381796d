#include "tests/lib/fast_time.h"

#include <SDL.h>
#include <stdatomic.h>

/* Threads of the program ask for the time too. */
static atomic_uint_fast64_t now_ms = 1;
static struct {
	void (*turn)(void *context);
	void *context;
} driver;

void fast_time_begin(void (*turn)(void *context), void *context)
{
	driver.turn = turn;
	driver.context = context;
}

uint64_t fast_time_ms(void)
{
	return now_ms;
}

/* In SDL's place: what the program itself calls comes here, what SDL calls
 * inside does not. */
Uint64 SDLCALL SDL_GetTicks64(void)
{
	return now_ms;
}

int SDLCALL SDL_WaitEventTimeout(SDL_Event *event, int timeout)
{
	if (driver.turn)
		driver.turn(driver.context);
	if (SDL_PollEvent(event))
		return 1;
	now_ms += (uint64_t)(timeout > 0 ? timeout : 0);
	return 0;
}
