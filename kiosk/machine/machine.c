#include "machine/machine.h"

#include <dirent.h>
#include <glob.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>

#include "store/audit.h"

enum { WORD = 32, BLOCK = 65536, MIB = 1024 * 1024, SHOWN = 4 /* bytes */ };

/* The first word of POWER/NAME/WHAT. */
static bool word_read(const char *power, const char *name, const char *what,
		      char ret_word[WORD])
{
	char path[PATH_MAX];
	FILE *in;
	bool found;

	snprintf(path, sizeof(path), "%s/%s/%s", power, name, what);
	in = fopen(path, "r");
	if (!in)
		return false;
	found = fscanf(in, "%31s", ret_word) == 1;
	fclose(in);
	return found;
}

/* Whether a battery in POWER has a first word in WHAT that SEEN takes. */
static bool battery_find(const char *power, const char *what,
			 bool (*seen)(const char *word, void *context),
			 void *context)
{
	DIR *folder = opendir(power);
	const struct dirent *entry;
	bool found = false;

	if (!folder)
		return false;
	while (!found && (entry = readdir(folder))) {
		char word[WORD];

		found = *entry->d_name != '.' &&
			word_read(power, entry->d_name, "type", word) &&
			strcmp(word, "Battery") == 0 &&
			word_read(power, entry->d_name, what, word) &&
			seen(word, context);
	}
	closedir(folder);
	return found;
}

static bool percent_take(const char *word, void *context)
{
	return sscanf(word, "%d", (int *)context) == 1;
}

static bool drains(const char *word, void *context)
{
	(void)context;
	return strcmp(word, "Discharging") == 0;
}

int machine_battery(const char *power)
{
	int percent = -1;

	battery_find(power, "capacity", percent_take, &percent);
	return percent;
}

bool machine_draining(const char *power)
{
	return battery_find(power, "status", drains, NULL);
}

void machine_clock(char ret_text[CHECK_MOMENT])
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(ret_text, CHECK_MOMENT, "%Y-%m-%d %H:%M", &local);
}

int64_t machine_free(const char *file)
{
	struct statvfs disk;

	if (statvfs(file, &disk) != 0)
		return -1;
	return (int64_t)((uint64_t)disk.f_bavail * disk.f_frsize / MIB);
}

int machine_count(const char *pattern)
{
	glob_t found;
	int count = 0;

	if (glob(pattern, 0, NULL, &found) == 0) {
		count = (int)found.gl_pathc;
		globfree(&found);
	}
	return count;
}

void machine_read(const char *file, struct panel_machine *machine)
{
	struct stat found;

	machine_clock(machine->clock);
	machine->battery = machine_battery(MACHINE_POWER);
	machine->draining = machine_draining(MACHINE_POWER);
	machine->free_mib = -1;
	machine->written[0] = '\0';
	if (!file)
		return;
	machine->free_mib = machine_free(file);
	/* To five minutes: not when the last vote was cast. */
	if (stat(file, &found) == 0)
		audit_time(found.st_mtime, machine->written);
}

void machine_version(char ret_text[PANEL_NAME])
{
	unsigned char block[BLOCK];
	unsigned char hash[crypto_hash_sha256_BYTES] = {0};
	char hex[2 * SHOWN + 1];
	FILE *program = fopen("/proc/self/exe", "r");
	crypto_hash_sha256_state state;
	size_t length;

	crypto_hash_sha256_init(&state);
	while (program && (length = fread(block, 1, BLOCK, program)) > 0)
		crypto_hash_sha256_update(&state, block, length);
	crypto_hash_sha256_final(&state, hash);
	if (program)
		fclose(program);
	sodium_bin2hex(hex, sizeof(hex), hash, SHOWN);
	snprintf(ret_text, PANEL_NAME, "%s %s", STEMMEBOKS_VERSION, hex);
}
