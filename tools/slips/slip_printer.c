#include "tools/slips/slip_printer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct slip_printer {
	const char *name;
	int pdf;  /* the memory that holds it */
	int said; /* likewise, what lp said */
	size_t size;
	char why[SLIP_PRINTER_WHY];
};

enum status slip_printer_open(const char *name,
			      struct slip_printer **ret_printer)
{
	struct slip_printer *printer;

	if (!*name || *name == '-')
		return STATUS_PRINTER;
	printer = calloc(1, sizeof(*printer));
	if (!printer)
		return STATUS_MEMORY;
	printer->name = name;
	printer->pdf = memfd_create("slips", MFD_CLOEXEC);
	printer->said = memfd_create("lp", MFD_CLOEXEC);
	if (printer->pdf < 0 || printer->said < 0) {
		slip_printer_free(printer);
		return STATUS_MEMORY;
	}
	*ret_printer = printer;
	return STATUS_OK;
}

static bool write_all(int file, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t written = write(file, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

enum status slip_printer_write(void *context, const void *bytes, size_t size)
{
	struct slip_printer *printer = context;

	if (!write_all(printer->pdf, bytes, size))
		return STATUS_FILE_WRITE;
	printer->size += size;
	return STATUS_OK;
}

/* lp with the PDF as its input; what it says goes to memory. The program's own
 * signals are held back meanwhile, lp's are not. */
static bool lp_start(const struct slip_printer *printer, pid_t *ret_child)
{
	const char *const argv[] = {
	    "lp",	  "-d", printer->name,	      "-t",
	    "Stemmeboks", "-o", "print-scaling=none", NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	int failed;

	sigemptyset(&none);
	if (posix_spawn_file_actions_init(&files) != 0)
		return false;
	if (posix_spawnattr_init(&attributes) != 0) {
		posix_spawn_file_actions_destroy(&files);
		return false;
	}
	posix_spawn_file_actions_adddup2(&files, printer->pdf, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, printer->said, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, printer->said, STDERR_FILENO);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	failed = posix_spawnp(ret_child, "lp", &files, &attributes,
			      (char *const *)(uintptr_t)argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return !failed;
}

/* The first line of what lp said. */
static void why_read(struct slip_printer *printer)
{
	ssize_t length =
	    pread(printer->said, printer->why, SLIP_PRINTER_WHY - 1, 0);

	printer->why[length > 0 ? length : 0] = '\0';
	printer->why[strcspn(printer->why, "\r\n")] = '\0';
}

enum status slip_printer_send(struct slip_printer *printer)
{
	pid_t child, ended;
	int how = 0;

	if (lseek(printer->pdf, 0, SEEK_SET) != 0)
		return STATUS_FILE_WRITE;
	if (!lp_start(printer, &child)) {
		strcpy(printer->why, "lp: command not found");
		return STATUS_PRINTER;
	}
	do
		ended = waitpid(child, &how, 0);
	while (ended < 0 && errno == EINTR);
	why_read(printer);
	return ended == child && WIFEXITED(how) && WEXITSTATUS(how) == 0
		   ? STATUS_OK
		   : STATUS_PRINTER;
}

const char *slip_printer_why(const struct slip_printer *printer)
{
	return printer->why;
}

/* lp may still have it open: it must not read tokens from now on. */
static void overwrite(struct slip_printer *printer)
{
	static const char zeros[4096];

	if (lseek(printer->pdf, 0, SEEK_SET) != 0)
		return;
	for (size_t done = 0; done < printer->size; done += sizeof(zeros))
		if (!write_all(printer->pdf, zeros, sizeof(zeros)))
			break;
	(void)!ftruncate(printer->pdf, 0);
}

void slip_printer_free(struct slip_printer *printer)
{
	if (!printer)
		return;
	if (printer->pdf >= 0) {
		overwrite(printer);
		close(printer->pdf);
	}
	if (printer->said >= 0)
		close(printer->said);
	free(printer);
}
