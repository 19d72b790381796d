#include "tests/lib/demo_pictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/meeting.h"

enum { PATH_ROOM = 1024, NAME_ROOM = 128 };

const char *demo_pictures(void)
{
	static char folder[PATH_ROOM];
	const char *build = getenv("STEMMEBOKS_BUILD");

	snprintf(folder, sizeof(folder), "%s/pictures",
		 build ? build : "build");
	return folder;
}

static void adopt(struct meeting *meeting, const char *name, const char *hex)
{
	for (int i = 0; i < meeting->proposal_count; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		for (int k = 0; k < MEETING_HASH_BYTES &&
				strcmp(proposal->image, name) == 0;
		     k++)
			sscanf(hex + 2 * k, "%2hhx", &proposal->image_hash[k]);
	}
}

/* Lines of sha256sum: 64 digits, two spaces, the name. */
void demo_pictures_adopt(struct meeting *meeting)
{
	char path[PATH_ROOM + 16], hex[2 * MEETING_HASH_BYTES + 1];
	char name[NAME_ROOM];
	FILE *sums;

	snprintf(path, sizeof(path), "%s/SHA256SUMS", demo_pictures());
	sums = fopen(path, "r");
	if (!sums)
		return;
	while (fscanf(sums, "%64s %127s", hex, name) == 2)
		adopt(meeting, name, hex);
	fclose(sums);
}
