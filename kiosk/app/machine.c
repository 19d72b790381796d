#include "app/machine.h"

#include <dirent.h>
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

int machine_battery(const char *power)
{
	DIR *folder = opendir(power);
	const struct dirent *entry;
	int percent = -1;

	if (!folder)
		return -1;
	while (percent < 0 && (entry = readdir(folder))) {
		char word[WORD];

		if (*entry->d_name == '.' ||
		    !word_read(power, entry->d_name, "type", word) ||
		    strcmp(word, "Battery") != 0 ||
		    !word_read(power, entry->d_name, "capacity", word) ||
		    sscanf(word, "%d", &percent) != 1)
			continue;
	}
	closedir(folder);
	return percent;
}

static void clock_text(char ret_text[PANEL_TIME])
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(ret_text, PANEL_TIME, "%Y-%m-%d %H:%M", &local);
}

void machine_read(const char *file, struct panel_machine *machine)
{
	struct statvfs disk;
	struct stat found;

	clock_text(machine->clock);
	machine->battery = machine_battery(MACHINE_POWER);
	machine->free_mib = -1;
	machine->written[0] = '\0';
	if (!file)
		return;
	if (statvfs(file, &disk) == 0)
		machine->free_mib =
		    (int64_t)((uint64_t)disk.f_bavail * disk.f_frsize / MIB);
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
