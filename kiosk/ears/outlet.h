/* outlet.h - a sound device of the machine, by the name SDL lists.
 */
#ifndef STEMMEBOKS_OUTLET_H
#define STEMMEBOKS_OUTLET_H

#include <stdbool.h>

#include <SDL2/SDL_audio.h>

/* At 44,100 samples a second: how soon a touch is heard, and a stop. */
enum { OUTLET_SAMPLES = 512 };

/* Whether the device NAME is there now; NULL: any at all. A name that is not
 * listed counts as missing, since SDL would take the machine's usual device in
 * its place, and that may be a loudspeaker. (SDL's own "disk" driver lists no
 * names: there it is a file, and always there.) One thread alone may ask. */
bool outlet_there(const char *name);

/* Opens it and starts to ask CALLBACK(DATA) for samples (pcm.h). May take long:
 * a sound server may hang. 0 when it cannot be opened; close with
 * SDL_CloseAudioDevice(). */
SDL_AudioDeviceID outlet_open(const char *name, SDL_AudioCallback callback,
			      void *data);

#endif
