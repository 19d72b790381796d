#include "scan/camera.h"

#include <pthread.h>
#include <signal.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scan/camera_watch.h"

enum { STOP_WAIT_MS = 500 }; /* many times what a picture takes */

struct camera {
	pthread_t thread;
	pthread_mutex_t mutex;	/* guards what follows but watch and device */
	pthread_cond_t changed; /* stop or ended */
	bool stop;
	bool ended;	/* the thread is about to return */
	bool abandoned; /* nobody waits for it: it frees all */
	bool has_line;
	struct scan_line line;
	struct camera_sight sight;
	uint64_t told_ms; /* when the sight was last true */
	struct grey preview;
	struct camera_watch watch; /* the thread's */
	char device[];
};

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void publish(struct camera *camera, const struct camera_news *news)
{
	camera->told_ms = now_ms();
	camera->sight.there = news->there;
	camera->sight.unread_ms = news->unread_ms;
	camera->sight.again += news->again;
	if (news->code) {
		camera->line = news->line;
		camera->has_line = true;
	}
	if (news->frame &&
	    grey_mirror(&camera->watch.frame, CAMERA_PREVIEW_SIDE,
			&camera->preview) == STATUS_OK)
		camera->sight.pictures++;
	if (!news->there)
		grey_wipe(&camera->preview);
}

/* Waits until DUE_MS or until FLAG, one of the camera's, is set; the mutex is
 * held. */
static void wait_for(struct camera *camera, const bool *flag, uint64_t due_ms)
{
	struct timespec due = {(time_t)(due_ms / 1000),
			       (long)(due_ms % 1000) * 1000000};

	while (!*flag && now_ms() < due_ms)
		pthread_cond_clockwait(&camera->changed, &camera->mutex,
				       CLOCK_MONOTONIC, &due);
}

static void storage_free(struct camera *camera)
{
	camera_watch_end(&camera->watch);
	grey_free(&camera->preview);
	pthread_cond_destroy(&camera->changed);
	pthread_mutex_destroy(&camera->mutex);
	scan_line_wipe(&camera->line);
	free(camera);
}

static void watch_once(struct camera *camera, uint64_t began_ms)
{
	struct camera_news news;

	camera_watch_step(&camera->watch, began_ms, &news);
	pthread_mutex_lock(&camera->mutex);
	publish(camera, &news);
	pthread_mutex_unlock(&camera->mutex);
	scan_line_wipe(&news.line);
	grey_wipe(&camera->watch.frame);
}

static void *watch(void *argument)
{
	struct camera *camera = argument;
	bool abandoned;

	pthread_mutex_lock(&camera->mutex);
	while (!camera->stop) {
		uint64_t began_ms = now_ms();

		pthread_mutex_unlock(&camera->mutex);
		watch_once(camera, began_ms);
		pthread_mutex_lock(&camera->mutex);
		wait_for(camera, &camera->stop, began_ms + CAMERA_PACE_MS);
	}
	camera->ended = true;
	abandoned = camera->abandoned;
	pthread_cond_broadcast(&camera->changed);
	pthread_mutex_unlock(&camera->mutex);
	if (abandoned)
		storage_free(camera);
	return NULL;
}

/* Signals are for the thread that runs the windows. */
static bool start(struct camera *camera)
{
	sigset_t all, before;
	int error;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	error = pthread_create(&camera->thread, NULL, watch, camera);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return error == 0;
}

enum status camera_open(const char *device, struct camera **ret_camera)
{
	size_t length = strlen(device) + 1;
	struct camera *camera = calloc(1, sizeof(*camera) + length);
	enum status status;

	if (!camera)
		return STATUS_MEMORY;
	memcpy(camera->device, device, length);
	pthread_mutex_init(&camera->mutex, NULL);
	pthread_cond_init(&camera->changed, NULL);
	status = camera_watch_begin(&camera->watch, camera->device);
	if (status == STATUS_OK && !start(camera))
		status = STATUS_MEMORY;
	if (status != STATUS_OK) {
		storage_free(camera);
		return status;
	}
	*ret_camera = camera;
	return STATUS_OK;
}

void camera_free(struct camera *camera)
{
	pthread_t thread;
	bool ended;

	if (!camera)
		return;
	pthread_mutex_lock(&camera->mutex);
	thread = camera->thread;
	camera->stop = true;
	pthread_cond_broadcast(&camera->changed);
	wait_for(camera, &camera->ended, now_ms() + STOP_WAIT_MS);
	ended = camera->ended;
	camera->abandoned = !ended;
	pthread_mutex_unlock(&camera->mutex);
	if (!ended) {
		pthread_detach(thread);
		return;
	}
	pthread_join(thread, NULL);
	storage_free(camera);
}

bool camera_line(struct camera *camera, struct scan_line *ret_line)
{
	bool has;

	pthread_mutex_lock(&camera->mutex);
	has = camera->has_line;
	if (has)
		*ret_line = camera->line;
	camera->has_line = false;
	scan_line_wipe(&camera->line);
	pthread_mutex_unlock(&camera->mutex);
	return has;
}

void camera_look(struct camera *camera, struct camera_sight *ret_sight)
{
	pthread_mutex_lock(&camera->mutex);
	*ret_sight = camera->sight;
	if (now_ms() - camera->told_ms > CAMERA_SILENT_MS) {
		ret_sight->there = false;
		ret_sight->unread_ms = 0;
	}
	pthread_mutex_unlock(&camera->mutex);
}

bool camera_preview(struct camera *camera, struct grey *grey)
{
	const struct grey *preview = &camera->preview;
	bool has;

	pthread_mutex_lock(&camera->mutex);
	has = camera->sight.there && camera->sight.pictures &&
	      grey_size(grey, preview->width, preview->height) == STATUS_OK;
	if (has)
		memcpy(grey->pixels, preview->pixels,
		       (size_t)preview->width * (size_t)preview->height);
	pthread_mutex_unlock(&camera->mutex);
	return has;
}
