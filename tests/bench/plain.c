/* plain.c - the least a program with SDL can be: one grey window, then sleep.
 * What kiosk and hall are compared to. Prints "shown" when the window is. */
#include <SDL.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	SDL_Event event;
	SDL_Window *window;
	SDL_Renderer *renderer;

	(void)argc, (void)argv;
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
	if (SDL_Init(SDL_INIT_VIDEO) ||
	    SDL_CreateWindowAndRenderer(1920, 1080, SDL_WINDOW_BORDERLESS,
					&window, &renderer)) {
		fprintf(stderr, "%s\n", SDL_GetError());
		return 1;
	}
	SDL_SetRenderDrawColor(renderer, 128, 128, 128, 255);
	SDL_RenderClear(renderer);
	SDL_RenderPresent(renderer);
	puts("shown");
	fflush(stdout);
	/* A signal that comes just before the wait would not end it. */
	do
		event.type = 0;
	while (!SDL_WaitEventTimeout(&event, 500) || event.type != SDL_QUIT);
	SDL_Quit();
	return 0;
}
