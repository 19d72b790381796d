#include "store/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium/crypto_hash_sha256.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/pixels.h"
#include "store/store.h"

enum { BLOCK_BYTES = 16384 };

/* Why a file could not be opened: it is not there or is a link, or it is and
 * may not be read. */
static enum status open_status(int fault)
{
	return fault == ENOENT || fault == ENOTDIR || fault == ELOOP ||
		       fault == ENXIO
		   ? STATUS_DISAGREES
		   : STATUS_FILE_READ;
}

/* STATUS_DISAGREES as soon as there is more than any picture may have: a file
 * may grow while it is read. */
static enum status file_hash(int file,
			     unsigned char ret_hash[MEETING_HASH_BYTES])
{
	unsigned char block[BLOCK_BYTES];
	crypto_hash_sha256_state state;
	long left = PIXELS_BYTES;

	crypto_hash_sha256_init(&state);
	for (;;) {
		ssize_t count = read(file, block, sizeof(block));

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return STATUS_FILE_READ;
		if (count == 0)
			break;
		left -= (long)count;
		if (left < 0)
			return STATUS_DISAGREES;
		crypto_hash_sha256_update(&state, block,
					  (unsigned long long)count);
	}
	crypto_hash_sha256_final(&state, ret_hash);
	return STATUS_OK;
}

static enum status has_hash(const struct proposal *proposal, int file)
{
	unsigned char hash[MEETING_HASH_BYTES];
	enum status status = file_hash(file, hash);

	if (status == STATUS_OK &&
	    memcmp(hash, proposal->image_hash, sizeof(hash)) != 0)
		status = STATUS_DISAGREES;
	return status;
}

static enum status has_head(const struct proposal *proposal, int file)
{
	unsigned char head[PIXELS_HEAD];
	struct stat found;
	ssize_t count = pread(file, head, sizeof(head), 0);

	(void)proposal;
	if (count < 0 || fstat(file, &found) != 0)
		return STATUS_FILE_READ;
	return count == PIXELS_HEAD &&
		       pixels_size(head) == (size_t)found.st_size
		   ? STATUS_OK
		   : STATUS_DISAGREES;
}

/* Whether PROPOSAL's file may be its picture, and then what TEST says of it,
 * open. */
static enum status picture_check(int folder, const struct proposal *proposal,
				 enum status (*test)(const struct proposal *,
						     int))
{
	enum status status = STATUS_DISAGREES;
	struct stat found;
	int file;

	/* A picture lies in the folder itself. */
	if (strchr(proposal->image, '/'))
		return STATUS_DISAGREES;
	file = openat(folder, proposal->image,
		      O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (file < 0)
		return open_status(errno);
	if (fstat(file, &found) != 0)
		status = STATUS_FILE_READ;
	else if (S_ISREG(found.st_mode) && found.st_size <= PIXELS_BYTES)
		status = test(proposal, file);
	close(file);
	return status;
}

/* Whether a proposal before INDEX has the same picture: then it is checked. */
static bool seen_before(const struct meeting *meeting, int index)
{
	const struct proposal *proposal = &meeting->proposals[index];

	for (int i = 0; i < index; i++)
		if (strcmp(meeting->proposals[i].image, proposal->image) == 0 &&
		    memcmp(meeting->proposals[i].image_hash,
			   proposal->image_hash, MEETING_HASH_BYTES) == 0)
			return true;
	return false;
}

static enum status pictures_check(const struct store *store,
				  enum status (*test)(const struct proposal *,
						      int),
				  char ret_name[PICTURES_NAME])
{
	const struct meeting *meeting = store_meeting(store);
	int folder =
	    open(store_images(store), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum status opened = folder < 0 ? open_status(errno) : STATUS_OK;
	enum status status = STATUS_OK;

	for (int i = 0; i < meeting->proposal_count && status == STATUS_OK;
	     i++) {
		const struct proposal *proposal = &meeting->proposals[i];

		if (!*proposal->image || seen_before(meeting, i))
			continue;
		status = opened == STATUS_OK
			     ? picture_check(folder, proposal, test)
			     : opened;
		if (status != STATUS_OK)
			snprintf(ret_name, PICTURES_NAME, "%s",
				 proposal->image);
	}
	if (folder >= 0)
		close(folder);
	return status;
}

enum status store_pictures_check(const struct store *store,
				 char ret_name[PICTURES_NAME])
{
	return pictures_check(store, has_hash, ret_name);
}

enum status store_pictures_look(const struct store *store,
				char ret_name[PICTURES_NAME])
{
	return pictures_check(store, has_head, ret_name);
}
