/* The organisers' signing key on the disk: read, or made on first use. */
#include "tools/bundle/bundle_sign.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "words/words.h"

static const char head[] = "stemmeboks signing key 1\n";

enum {
	HEAD = sizeof(head) - 1,
	SEED_HEX = 2 * crypto_sign_SEEDBYTES,
	KEY_FILE = HEAD + SEED_HEX + 1, /* with the line's end */
	OTHERS = S_IRWXG | S_IRWXO,
};

char *signing_key_path(void)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	char *path = NULL;
	int written = -1;

	/* The XDG base directory specification: what is not absolute is to be
	 * taken as not set. */
	if (data && *data == '/')
		written = asprintf(&path, "%s/stemmeboks/signing.key", data);
	else if (home && *home)
		written = asprintf(
		    &path, "%s/.local/share/stemmeboks/signing.key", home);
	return written < 0 ? NULL : path;
}

void signing_key_wipe(struct signing_key *key)
{
	sodium_memzero(key, sizeof(*key));
}

/* Why the file at PATH may not be used, or NULL: whoever can read the key can
 * sign what was never counted. */
static const char *file_refused(const struct stat *found)
{
	if (!S_ISREG(found->st_mode))
		return _("this is not a plain file.");
	if (found->st_uid != geteuid())
		return _("this signing key belongs to another user. Use "
			 "your own.");
	if (found->st_mode & OTHERS)
		return _("others can read or change this signing key. Take "
			 "that from them with chmod 600, or move the key away "
			 "to get a new one.");
	return NULL;
}

/* Reads at most SIZE bytes. */
static ssize_t read_whole(int fd, char *text, size_t size)
{
	size_t done = 0;
	ssize_t got = 1;

	while (done < size && got > 0) {
		got = read(fd, text + done, size - done);
		if (got > 0)
			done += (size_t)got;
		else if (got < 0 && errno == EINTR)
			got = 1;
	}
	return got < 0 ? -1 : (ssize_t)done;
}

/* The key in the file's TEXT of LENGTH bytes. */
static bool key_parse(const char *text, ssize_t length,
		      struct signing_key *ret_key)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	size_t done = 0;
	bool right = length == KEY_FILE && memcmp(text, head, HEAD) == 0 &&
		     text[KEY_FILE - 1] == '\n' &&
		     sodium_hex2bin(seed, sizeof(seed), text + HEAD, SEED_HEX,
				    NULL, &done, NULL) == 0 &&
		     done == sizeof(seed);

	if (right)
		crypto_sign_seed_keypair(ret_key->public, ret_key->secret,
					 seed);
	sodium_memzero(seed, sizeof(seed));
	return right;
}

enum status signing_key_read(const char *path, struct signing_key *ret_key,
			     char ret_why[BUNDLE_WHY])
{
	enum status status = STATUS_FILE_READ;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char text[KEY_FILE + 1];
	const char *refused;
	struct stat found;

	if (fd < 0 || fstat(fd, &found) != 0) {
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", path, strerror(errno));
		status =
		    errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
		goto out;
	}
	refused = file_refused(&found);
	if (refused) {
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", path, refused);
		goto out;
	}
	if (!key_parse(text, read_whole(fd, text, sizeof(text)), ret_key)) {
		snprintf(ret_why, BUNDLE_WHY,
			 _("%s: this is not a signing key. Move it away to get "
			   "a new one."),
			 path);
		goto out;
	}
	status = STATUS_OK;
out:
	sodium_memzero(text, sizeof(text));
	if (fd >= 0)
		close(fd);
	return status;
}

/* Makes the folders on the way to PATH, for this user alone. */
static bool folders_make(const char *path)
{
	char *copy = strdup(path);
	bool made = copy != NULL;

	for (char *at = copy; made && (at = strchr(at + 1, '/'));) {
		*at = '\0';
		made = mkdir(copy, S_IRWXU) == 0 || errno == EEXIST;
		*at = '/';
	}
	free(copy);
	return made;
}

/* Writes the SIZE bytes of TEXT into the new file FD, down to the disk. */
static bool write_whole(int fd, const char *text, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t put = write(fd, text + done, size - done);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		done += (size_t)put;
	}
	return fsync(fd) == 0;
}

/* Writes TEXT beside PATH and links it there whole: a key that is there
 * already stays. */
static bool key_place(const char *path, const char text[KEY_FILE])
{
	char *beside = NULL;
	bool placed = false;
	int fd = -1;

	if (asprintf(&beside, "%s.XXXXXX", path) < 0)
		return false;
	fd = mkostemp(beside, O_CLOEXEC); /* with mode 0600 */
	if (fd < 0)
		goto out;
	placed = write_whole(fd, text, KEY_FILE) &&
		 (link(beside, path) == 0 || errno == EEXIST);
	unlink(beside);
	close(fd);
out:
	free(beside);
	return placed;
}

static bool key_make(const char *path)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	char text[KEY_FILE + 1];
	bool made;

	randombytes_buf(seed, sizeof(seed));
	memcpy(text, head, HEAD);
	sodium_bin2hex(text + HEAD, SEED_HEX + 1, seed, sizeof(seed));
	text[KEY_FILE - 1] = '\n';
	made = folders_make(path) && key_place(path, text);
	sodium_memzero(seed, sizeof(seed));
	sodium_memzero(text, sizeof(text));
	return made;
}

enum status signing_key_open(const char *path, struct signing_key *ret_key,
			     bool *ret_made, char ret_why[BUNDLE_WHY])
{
	enum status status = signing_key_read(path, ret_key, ret_why);

	*ret_made = false;
	if (status != STATUS_FILE_MISSING)
		return status;
	if (!key_make(path)) {
		snprintf(ret_why, BUNDLE_WHY,
			 _("%s: no signing key could be made: %s"), path,
			 strerror(errno));
		return STATUS_FILE_WRITE;
	}
	*ret_made = true;
	return signing_key_read(path, ret_key, ret_why);
}
