#include "app/kiosk_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

enum status kiosk_lock_take(const char *path, int *ret_lock)
{
	/* What is no plain file must not make this wait; the store refuses it.
	 */
	int lock = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	int fault = 0;

	if (lock < 0)
		return errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
	while (flock(lock, LOCK_EX | LOCK_NB) != 0 && !fault)
		fault = errno == EINTR ? 0 : errno;
	if (fault) {
		close(lock);
		lock = KIOSK_LOCK_NONE;
	}
	if (fault == EWOULDBLOCK)
		return STATUS_KIOSK;
	*ret_lock = lock;
	return STATUS_OK;
}

void kiosk_lock_release(int lock)
{
	if (lock >= 0)
		close(lock);
}
