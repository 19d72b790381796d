#include "tests/lib/ears_case.h"

#include "tests/lib/cmocka_all.h"

#include <ftw.h>
#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL2/SDL.h>

int ears_case_setup(void **state)
{
	struct ears_case *made = calloc(1, sizeof(*made));

	if (!made)
		return -1;
	snprintf(made->folder, sizeof(made->folder),
		 "/tmp/stemmeboks-ears-XXXXXX");
	if (!mkdtemp(made->folder)) {
		free(made);
		return -1;
	}
	snprintf(made->sounds, sizeof(made->sounds), "%s/sounds", made->folder);
	snprintf(made->headphones, sizeof(made->headphones), "%s/headphones",
		 made->folder);
	snprintf(made->clips, sizeof(made->clips), "%s/clips", made->folder);
	setenv("SDL_AUDIODRIVER", "disk", 1);
	/* SDL warns aloud that its disk driver writes to the disk. */
	SDL_LogSetAllPriority(SDL_LOG_PRIORITY_CRITICAL);
	SDL_LogSetOutputFunction(NULL, NULL);
	*state = made;
	return mkdir(made->clips, 0700);
}

static int remove_one(const char *path, const struct stat *about, int kind,
		      struct FTW *place)
{
	(void)about;
	(void)kind;
	(void)place;
	return remove(path);
}

int ears_case_teardown(void **state)
{
	struct ears_case *made = *state;

	ears_free(made->ears);
	nftw(made->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(made);
	return 0;
}

void ears_case_open(struct ears_case *ears_case, bool quick)
{
	const struct ears_options options = {
	    .sounds = ears_case->sounds,
	    .headphones = ears_case->headphones,
	    .clips = ears_case->clips,
	};

	/* What an earlier opening left would be taken for this one's. */
	unlink(ears_case->sounds);
	unlink(ears_case->headphones);
	if (quick)
		setenv("SDL_DISKAUDIODELAY", "1", 1);
	else
		unsetenv("SDL_DISKAUDIODELAY");
	assert_int_equal(ears_open(&options, &ears_case->ears), STATUS_OK);
	for (int line = 0; line < EARS_LINES; line++)
		ears_set_volume(ears_case->ears, (enum ears_line)line, 100);
}

void ears_case_close(struct ears_case *ears_case)
{
	ears_free(ears_case->ears);
	ears_case->ears = NULL;
}

void ears_case_wait(struct ears_case *ears_case)
{
	for (int i = 0; i < 5000 && ears_speaks(ears_case->ears); i++)
		SDL_Delay(2);
	assert_false(ears_speaks(ears_case->ears));
}

void ears_case_say(struct ears_case *ears_case, const char *language,
		   const char *text)
{
	const struct utterance_part part = {NULL, text};
	const struct utterance utterance = {1, &part};

	ears_say(ears_case->ears, language, &utterance);
	ears_case_wait(ears_case);
}

struct pcm ears_case_played(const char *path)
{
	struct pcm pcm = {0};
	struct stat about;
	FILE *file = fopen(path, "rb");

	if (!file)
		return pcm;
	assert_int_equal(fstat(fileno(file), &about), 0);
	pcm.count = (size_t)about.st_size / sizeof(int16_t);
	pcm.samples = calloc(pcm.count + 1, sizeof(int16_t));
	assert_non_null(pcm.samples);
	assert_int_equal(fread(pcm.samples, sizeof(int16_t), pcm.count, file),
			 pcm.count);
	fclose(file);
	return pcm;
}

struct pcm ears_case_heard(const char *path)
{
	struct pcm pcm = ears_case_played(path);
	size_t from = 0;

	while (pcm.count && !pcm.samples[pcm.count - 1])
		pcm.count--;
	while (from < pcm.count && !pcm.samples[from])
		from++;
	pcm.count -= from;
	if (pcm.count)
		memmove(pcm.samples, pcm.samples + from,
			pcm.count * sizeof(int16_t));
	return pcm;
}

static void put(FILE *file, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		fputc((int)(number >> (8 * i) & 0xff), file);
}

void ears_case_record(struct ears_case *ears_case, const char *language,
		      const char *key, int rate, int channels, int hertz,
		      unsigned ms)
{
	uint32_t count = (uint32_t)rate * ms / 1000;
	uint32_t bytes = count * (uint32_t)channels * 2;
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", ears_case->clips, language);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/%s/%s.wav", ears_case->clips, language,
		 key);
	file = fopen(path, "wb");
	assert_non_null(file);
	fputs("RIFF", file);
	put(file, 36 + bytes, 4);
	fputs("WAVEfmt ", file);
	put(file, 16, 4);
	put(file, 1, 2);
	put(file, (uint32_t)channels, 2);
	put(file, (uint32_t)rate, 4);
	put(file, (uint32_t)(rate * channels * 2), 4);
	put(file, (uint32_t)channels * 2, 2);
	put(file, 16, 2);
	fputs("data", file);
	put(file, bytes, 4);
	for (uint32_t i = 0; i < count; i++)
		for (int channel = 0; channel < channels; channel++)
			put(file,
			    (uint32_t)(int32_t)lrint(
				9000 * cos(6.283185307 * hertz * i / rate)),
			    2);
	assert_int_equal(fclose(file), 0);
}

int tone_hertz(const int16_t *samples, size_t count)
{
	size_t first = 0, last = 0;
	int rises = 0;

	for (size_t i = 1; i < count; i++) {
		if (samples[i - 1] >= 0 || samples[i] < 0)
			continue;
		if (!rises++)
			first = i;
		last = i;
	}
	return rises < 2 ? 0
			 : (int)lrint((double)(rises - 1) * PCM_RATE /
				      (double)(last - first));
}

unsigned pcm_ms(const struct pcm *pcm)
{
	return (unsigned)(pcm->count * 1000 / PCM_RATE);
}

unsigned ears_case_spoken_ms(struct ears_case *ears_case, const char *language,
			     const char *text, int speed)
{
	struct pcm pcm;
	unsigned ms;

	ears_case_open(ears_case, true);
	ears_set_speed(ears_case->ears, speed);
	ears_case_say(ears_case, language, text);
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	ms = pcm_ms(&pcm);
	pcm_free(&pcm);
	return ms;
}
