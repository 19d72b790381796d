#include "app/kiosk.h"

#include <SDL.h>
#include <limits.h>
#include <math.h>
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/announce.h"
#include "app/kiosk_demo.h"
#include "app/kiosk_lock.h"
#include "app/kiosk_options.h"
#include "app/kiosk_parts.h"
#include "app/kiosk_setup.h"
#include "app/log.h"
#include "app/program.h"
#include "app/ruler.h"
#include "app/signals.h"
#include "store/entropy.h"
#include "store/pictures.h"
#include "store/store.h"
#include "ui/ui.h"
#include "words/words.h"

/* Memory holds slips and choices: nothing may write it down or look into it. */
static void forbid_looking(void)
{
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* All zero, and never written to the disk by swapping: the session with the
 * resident's slip and choices is in it. NULL without memory. After
 * sodium_init(). */
static struct kiosk *kiosk_new(void)
{
	struct kiosk *kiosk = sodium_malloc(sizeof(*kiosk));

	if (!kiosk)
		return NULL;
	sodium_memzero(kiosk, sizeof(*kiosk));
	kiosk->lock = KIOSK_LOCK_NONE;
	/* sodium_malloc() has tried and keeps silent. */
	if (sodium_mlock(kiosk, sizeof(*kiosk)) != 0)
		log_write(stderr, KIOSK_PROGRAM, LOG_MEMORY, "");
	return kiosk;
}

/* Which part of the file is damaged, for who looks into it: a row is of the
 * table `audit`. `stemmeboks status` says the same in whole sentences. */
static void log_fault(const struct store_fault *fault)
{
	static const char *const parts[] = {[STORE_PART_OTHER] = "file",
					    [STORE_PART_DEFINITION] =
						"definition",
					    [STORE_PART_AUDIT] = "audit",
					    [STORE_PART_PHASE] = "phase",
					    [STORE_PART_BOX] = "box"};
	char detail[40];

	if (fault->row > 0)
		snprintf(detail, sizeof(detail), "%s row %d",
			 parts[fault->part], fault->row);
	else
		snprintf(detail, sizeof(detail), "%s", parts[fault->part]);
	log_write(stderr, KIOSK_PROGRAM, LOG_DAMAGED, detail);
}

/* The meeting's file, which no other kiosk may have. */
static enum status open_file(struct kiosk *kiosk)
{
	const char *file = kiosk->options->file;
	struct store_fault fault = {STORE_PART_OTHER, 0};
	enum status status = kiosk_lock_take(file, &kiosk->lock);

	if (status == STATUS_OK)
		status =
		    store_open_fault(file, STORE_WRITE, &kiosk->store, &fault);
	if (status == STATUS_DAMAGED)
		log_fault(&fault);
	if (status != STATUS_OK)
		return status;
	if (kiosk->lock == KIOSK_LOCK_NONE)
		log_write(stderr, KIOSK_PROGRAM, LOG_NO_LOCK, "");
	if (store_mended(kiosk->store))
		log_write(stderr, KIOSK_PROGRAM, LOG_MENDED, "");
	return STATUS_OK;
}

enum status kiosk_window(const struct kiosk_options *options,
			 struct ui **ret_ui)
{
	double px_per_mm =
	    options->px_per_mm > 0 ? options->px_per_mm : ruler_kept(options);

	return program_window(
	    (struct ui_options){.title = KIOSK_PROGRAM,
				.window = options->window,
				.display = options->display,
				.kiosk = options->window.width_px == 0,
				.cursor = options->demo,
				.px_per_mm = px_per_mm},
	    ret_ui);
}

static enum status open_parts(struct kiosk *kiosk, const char **ret_about)
{
	const struct kiosk_options *options = kiosk->options;
	const char *about = options->announce;
	enum status status = announce_open(options->announce, &kiosk->announce);

	if (status == STATUS_OK) {
		about = options->file;
		status = open_file(kiosk);
	}
	if (status == STATUS_OK)
		status = roll_link_open(kiosk->store, &kiosk->roll);
	if (status == STATUS_OK && options->demo) {
		about = options->demo;
		status = demo_open(options->demo, kiosk->announce,
				   store_meeting(kiosk->store), &kiosk->demo);
	}
	if (status == STATUS_OK) {
		about = options->scan_pipe ? options->scan_pipe : "";
		status = scanners_open(
		    &kiosk->scanners,
		    &(struct scanners_options){.pipe = options->scan_pipe,
					       .serial = options->serial,
					       .camera = options->camera});
	}
	if (status == STATUS_OK) {
		about = "";
		status = kiosk_window(options, &kiosk->ui);
	}
	if (status == STATUS_OK)
		status = kiosk_ears_open(
		    &kiosk->ears,
		    &(struct ears_options){.sounds = options->sounds,
					   .headphones = options->headphones,
					   .clips = options->clips});
	*ret_about = about;
	return status;
}

static uint64_t read_clock(void *context)
{
	(void)context;
	return SDL_GetTicks64();
}

/* The folder of pictures if all are there, else "": without them people can
 * still vote. Each is shown only if it is the one the room adopted
 * (draw_image()): others would mislead. */
static const char *find_images(const struct store *store)
{
	char name[PICTURES_NAME];
	enum status status = store_pictures_look(store, name);

	if (status == STATUS_OK)
		return store_images(store);
	log_write(stderr, KIOSK_PROGRAM, LOG_PICTURES, status_name(status));
	return "";
}

void kiosk_commands(char ret_path[PATH_MAX])
{
	static const char name[] = "stemmeboks";
	ssize_t length = readlink("/proc/self/exe", ret_path, PATH_MAX - 1);
	char *slash;

	ret_path[length > 0 ? length : 0] = '\0';
	slash = strrchr(ret_path, '/');
	if (!slash || slash + 1 + sizeof(name) > ret_path + PATH_MAX)
		slash = NULL;
	strcpy(slash ? slash + 1 : ret_path, name);
}

/* What was kept, and before it what was asked for now. */
static void set_up(struct kiosk *kiosk)
{
	struct setup *setup = &kiosk->panel.facts.setup;
	const char *language = kiosk->options->language;

	kiosk_setup_read(kiosk->setup_file, setup);
	for (int i = 0; i < SETUP_ITEMS; i++)
		if (kiosk->options->setup[i])
			setup->value[i] = setup_find((enum setup_item)i,
						     kiosk->options->setup[i]);
	if (language)
		snprintf(setup->language, sizeof(setup->language), "%s",
			 language);
	booth_usual(&kiosk->booth, setup);
}

/* The display that it is on, as the window took it to be. */
static void set_display(struct kiosk *kiosk)
{
	const struct kiosk_options *options = kiosk->options;
	struct check_display *own = &kiosk->panel.own;
	double scale = ui_scale(kiosk->ui);
	double px_per_mm =
	    options->px_per_mm > 0 ? options->px_per_mm : ruler_kept(options);
	int w, h;

	ui_size(kiosk->ui, &w, &h);
	own->w_px = (int)lround(w * scale);
	own->h_px = (int)lround(h * scale);
	kiosk->panel.display = options->display;
	kiosk->panel.ruler = px_per_mm > 0;
	if (px_per_mm <= 0)
		return;
	own->w_mm = (int)lround(own->w_px / px_per_mm);
	own->h_mm = (int)lround(own->h_px / px_per_mm);
}

static void set_booth(struct kiosk *kiosk)
{
	const struct meeting *meeting = store_meeting(kiosk->store);

	kiosk->booth = (struct booth){
	    .store = kiosk->store,
	    .roll = kiosk->roll,
	    .meeting = meeting,
	    .demo = kiosk->demo,
	    .random = &entropy,
	    .clock_ms = read_clock,
	    .log = stderr,
	};
	kiosk->view = (struct voter_view){
	    .meeting = meeting,
	    .session = &kiosk->booth.session,
	    .images = find_images(kiosk->store),
	    .demo = kiosk->demo != NULL,
	};
	kiosk_commands(kiosk->commands);
	kiosk_setup_path(kiosk->setup_file, sizeof(kiosk->setup_file));
	kiosk->panel = (struct kiosk_panel){.booth = &kiosk->booth,
					    .file = kiosk->options->file,
					    .commands = kiosk->commands,
					    .ears = kiosk->ears.ears,
					    .setup_file = kiosk->setup_file};
	set_display(kiosk);
	kiosk->wall.file = kiosk->options->file;
	set_up(kiosk);
	kiosk->input = (struct kiosk_input){
	    .ui = kiosk->ui,
	    .booth = &kiosk->booth,
	    .panel = &kiosk->panel,
	    .scanners = &kiosk->scanners,
	};
}

enum status kiosk_open(const struct kiosk_options *options,
		       struct kiosk **ret_kiosk, const char **ret_about)
{
	struct kiosk *kiosk;
	enum status status;

	*ret_about = "";
	forbid_looking();
	if (sodium_init() < 0)
		return STATUS_MEMORY;
	kiosk = kiosk_new();
	if (!kiosk)
		return STATUS_MEMORY;
	signals_hold(&kiosk->signals);
	kiosk->options = options;
	status = open_parts(kiosk, ret_about);
	if (status != STATUS_OK)
		goto out;
	set_booth(kiosk);
	status = booth_start(&kiosk->booth, SDL_GetTicks64());
	if (status != STATUS_OK)
		goto out;
	kiosk->dirty = true;
	*ret_kiosk = kiosk;
	kiosk = NULL;
out:
	kiosk_free(kiosk);
	return status;
}

void kiosk_free(struct kiosk *kiosk)
{
	if (!kiosk)
		return;
	kiosk_wall_close(&kiosk->wall);
	kiosk_panel_wipe(&kiosk->panel);
	booth_wipe(&kiosk->booth, 0);
	kiosk_ears_close(&kiosk->ears);
	scanners_close(&kiosk->scanners);
	demo_free(kiosk->demo);
	ui_free(kiosk->ui);
	roll_link_free(kiosk->roll);
	store_free(kiosk->store);
	kiosk_lock_release(kiosk->lock);
	announce_close(kiosk->announce, kiosk->options->announce);
	signals_restore(&kiosk->signals);
	sodium_free(kiosk); /* overwrites it */
}
