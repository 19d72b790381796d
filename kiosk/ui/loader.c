#include "ui/loader.h"

#include <stdlib.h>
#include <string.h>

#include "core/pixels.h"
#include "ui/image.h"
#include "ui/inside.h"

enum { LOADER_BYTES = 40 * 1024 * 1024 };

/* With the path, a picture's key; no byte of it is padding. */
struct image_key {
	int32_t w, h, radius, hashed;
	unsigned char hash[PIXELS_HASH]; /* if hashed, else zeros */
};

/* A picture to read, then read. */
struct job {
	struct job *next;
	struct image_key shape;
	SDL_Surface *surface;
	size_t size; /* of the path, without NUL */
	char path[];
};

struct loader {
	struct cache *cache; /* struct picture by shape and path; main thread */
	SDL_Thread *thread;
	SDL_mutex *mutex;
	SDL_cond *changed;
	uint32_t event;
	/* Under the mutex. */
	struct job *waiting, *reading, *done;
	bool stop;
};

static void job_free(struct job *job)
{
	SDL_FreeSurface(job->surface);
	free(job);
}

static void jobs_free(struct job *jobs)
{
	while (jobs) {
		struct job *next = jobs->next;

		job_free(jobs);
		jobs = next;
	}
}

/* Reads pictures until told to stop; called and left with the mutex held. */
static void read_jobs(struct loader *loader)
{
	while (!loader->stop) {
		struct job *job = loader->waiting;
		SDL_Event event = {.type = loader->event};

		if (!job) {
			SDL_CondWait(loader->changed, loader->mutex);
			continue;
		}
		loader->waiting = job->next;
		loader->reading = job;
		SDL_UnlockMutex(loader->mutex);
		job->surface = image_read(
		    job->path, job->shape.hashed ? job->shape.hash : NULL,
		    job->shape.w, job->shape.h, job->shape.radius);
		SDL_LockMutex(loader->mutex);
		loader->reading = NULL;
		job->next = loader->done;
		loader->done = job;
		SDL_CondBroadcast(loader->changed);
		SDL_PushEvent(&event);
	}
}

static int run(void *context)
{
	struct loader *loader = context;

	SDL_SetThreadPriority(SDL_THREAD_PRIORITY_LOW);
	SDL_LockMutex(loader->mutex);
	read_jobs(loader);
	SDL_UnlockMutex(loader->mutex);
	return 0;
}

struct loader *loader_new(uint32_t event)
{
	struct loader *loader = calloc(1, sizeof(*loader));

	if (!loader)
		return NULL;
	loader->event = event;
	loader->cache = cache_new(LOADER_BYTES, picture_free);
	loader->mutex = SDL_CreateMutex();
	loader->changed = SDL_CreateCond();
	if (loader->cache && loader->mutex && loader->changed)
		loader->thread = SDL_CreateThread(run, "pictures", loader);
	if (!loader->thread) {
		loader_free(loader);
		return NULL;
	}
	return loader;
}

void loader_free(struct loader *loader)
{
	if (!loader)
		return;
	if (loader->thread) {
		SDL_LockMutex(loader->mutex);
		loader->stop = true;
		SDL_CondBroadcast(loader->changed);
		SDL_UnlockMutex(loader->mutex);
		SDL_WaitThread(loader->thread, NULL);
	}
	jobs_free(loader->waiting);
	jobs_free(loader->done);
	cache_free(loader->cache);
	SDL_DestroyCond(loader->changed);
	SDL_DestroyMutex(loader->mutex);
	free(loader);
}

static bool same_job(const struct job *job, const struct job *other)
{
	return memcmp(&job->shape, &other->shape, sizeof(job->shape)) == 0 &&
	       job->size == other->size &&
	       memcmp(job->path, other->path, job->size) == 0;
}

static bool listed(const struct job *jobs, const struct job *job)
{
	while (jobs && !same_job(jobs, job))
		jobs = jobs->next;
	return jobs != NULL;
}

/* Puts JOB (taken) last in line unless the same is on its way. */
static void ask(struct loader *loader, struct job *job)
{
	struct job **last = &loader->waiting;

	SDL_LockMutex(loader->mutex);
	if (listed(loader->waiting, job) || listed(loader->done, job) ||
	    (loader->reading && same_job(loader->reading, job))) {
		job_free(job);
	} else {
		while (*last)
			last = &(*last)->next;
		*last = job;
		SDL_CondBroadcast(loader->changed);
	}
	SDL_UnlockMutex(loader->mutex);
}

const struct picture *loader_get(struct loader *loader,
				 const struct loader_image *image)
{
	struct job *job = calloc(1, sizeof(*job) + image->size + 1);
	const struct picture *picture;
	unsigned char *key = malloc(sizeof(job->shape) + image->size);

	if (!job || !key) {
		free(job);
		free(key);
		return NULL;
	}
	job->shape = (struct image_key){
	    image->w, image->h, image->radius, image->hash != NULL, {0}};
	if (image->hash)
		memcpy(job->shape.hash, image->hash, sizeof(job->shape.hash));
	job->size = image->size;
	memcpy(job->path, image->path, image->size);
	memcpy(key, &job->shape, sizeof(job->shape));
	memcpy(key + sizeof(job->shape), image->path, image->size);
	picture =
	    cache_find(loader->cache, key, sizeof(job->shape) + image->size);
	if (picture)
		job_free(job);
	else
		ask(loader, job);
	free(key);
	return picture;
}

bool loader_ready(struct loader *loader)
{
	bool ready;

	SDL_LockMutex(loader->mutex);
	ready = loader->done != NULL;
	SDL_UnlockMutex(loader->mutex);
	return ready;
}

/* Moves the picture of JOB into the cache. */
static void keep(struct loader *loader, struct ui *ui, struct job *job)
{
	size_t size = sizeof(job->shape) + job->size;
	unsigned char *key = malloc(size);

	if (!key)
		return;
	memcpy(key, &job->shape, sizeof(job->shape));
	memcpy(key + sizeof(job->shape), job->path, job->size);
	if (!cache_find(loader->cache, key, size)) {
		picture_put(ui, loader->cache, key, size, job->surface, 0);
		job->surface = NULL;
	}
	free(key);
}

bool loader_collect(struct loader *loader, struct ui *ui)
{
	struct job *done;

	SDL_LockMutex(loader->mutex);
	done = loader->done;
	loader->done = NULL;
	SDL_UnlockMutex(loader->mutex);
	for (struct job *job = done; job; job = job->next)
		keep(loader, ui, job);
	jobs_free(done);
	return done != NULL;
}

void loader_wait(struct loader *loader)
{
	SDL_LockMutex(loader->mutex);
	while (loader->waiting || loader->reading)
		SDL_CondWait(loader->changed, loader->mutex);
	SDL_UnlockMutex(loader->mutex);
}

void loader_clear(struct loader *loader)
{
	cache_clear(loader->cache);
}
