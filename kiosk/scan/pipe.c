#include "scan/pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIPE_READ = 256 };

struct pipe {
	int fd;
	struct scan_line line; /* begun, its end not seen yet */
	ssize_t at, end;       /* what is left in bytes */
	char bytes[PIPE_READ];
};

static enum status pipe_fault(int error)
{
	return error == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
}

enum status pipe_open(const char *path, struct pipe **ret_pipe)
{
	struct pipe *pipe = NULL;
	enum status status = STATUS_OK;
	struct stat info;
	int fd = -1;

	if (stat(path, &info) < 0)
		return pipe_fault(errno);
	if (S_ISDIR(info.st_mode))
		return STATUS_FILE_READ;
	/* A FIFO that we ourselves could write to never comes to its end. */
	fd = open(path, (S_ISFIFO(info.st_mode) ? O_RDWR : O_RDONLY) |
			    O_NONBLOCK | O_CLOEXEC);
	if (fd < 0) {
		status = pipe_fault(errno);
		goto out;
	}
	pipe = calloc(1, sizeof(*pipe));
	if (!pipe) {
		status = STATUS_MEMORY;
		goto out;
	}
	pipe->fd = fd;
	fd = -1;
	*ret_pipe = pipe;
out:
	if (fd >= 0)
		close(fd);
	return status;
}

void pipe_free(struct pipe *pipe)
{
	if (!pipe)
		return;
	close(pipe->fd);
	sodium_memzero(pipe, sizeof(*pipe));
	free(pipe);
}

static bool pipe_fill(struct pipe *pipe)
{
	sodium_memzero(pipe->bytes, sizeof(pipe->bytes));
	pipe->at = 0;
	do
		pipe->end = read(pipe->fd, pipe->bytes, sizeof(pipe->bytes));
	while (pipe->end < 0 && errno == EINTR);
	return pipe->end > 0;
}

bool pipe_line(struct pipe *pipe, struct scan_line *ret_line)
{
	while (pipe->at < pipe->end || pipe_fill(pipe)) {
		char byte = pipe->bytes[pipe->at];

		pipe->bytes[pipe->at++] = '\0';
		if (byte == '\r')
			continue;
		if (byte != '\n') {
			scan_line_add(&pipe->line, byte);
			continue;
		}
		if (!pipe->line.length)
			continue;
		*ret_line = pipe->line;
		scan_line_wipe(&pipe->line);
		return true;
	}
	return false;
}
