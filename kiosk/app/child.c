#include "app/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LANGUAGE = 32, VARIABLES = 512 };

/* The environment with LANGUAGE as the only language asked for; in
 * RET_VARIABLES, which borrows from it and from TEXT. */
static void environment(const char *language, char text[LANGUAGE],
			char *ret_variables[VARIABLES])
{
	static const char name[] = "LANGUAGE=";
	int count = 0;

	snprintf(text, LANGUAGE, "%s%s", name, language);
	ret_variables[count++] = text;
	for (char **at = environ; *at && count < VARIABLES - 1; at++)
		if (strncmp(*at, name, strlen(name)) != 0)
			ret_variables[count++] = *at;
	ret_variables[count] = NULL;
}

/* The window's program holds signals back; this one must hear them. */
static int spawn(struct child *child, const char *const *argv,
		 char *const *variables)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	int failed = posix_spawn_file_actions_init(&files);

	if (failed)
		return failed;
	failed = posix_spawnattr_init(&attributes);
	if (failed)
		goto out;
	sigemptyset(&none);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null",
					 O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&files, child->out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, child->out, STDERR_FILENO);
	failed = posix_spawnp(&child->id, argv[0], &files, &attributes,
			      (char *const *)(uintptr_t)argv, variables);
	posix_spawnattr_destroy(&attributes);
out:
	posix_spawn_file_actions_destroy(&files);
	return failed;
}

enum status child_start(struct child *child, const char *const *argv,
			const char *language)
{
	char text[LANGUAGE], *variables[VARIABLES];

	child->out = memfd_create("said", MFD_CLOEXEC);
	if (child->out < 0)
		return STATUS_MEMORY;
	environment(language, text, variables);
	if (spawn(child, argv, variables) == 0)
		return STATUS_OK;
	close(child->out);
	*child = (struct child){0, 0};
	return STATUS_FILE_MISSING;
}

bool child_runs(const struct child *child)
{
	return child->id > 0;
}

bool child_ended(struct child *child, int *ret_code, char *ret_said,
		 size_t size)
{
	ssize_t length;
	int how;

	if (waitpid(child->id, &how, WNOHANG) != child->id)
		return false;
	*ret_code = WIFEXITED(how) ? WEXITSTATUS(how) : 128;
	length = pread(child->out, ret_said, size - 1, 0);
	ret_said[length > 0 ? length : 0] = '\0';
	close(child->out);
	*child = (struct child){0, 0};
	return true;
}

void child_stop(struct child *child)
{
	if (!child_runs(child))
		return;
	kill(child->id, SIGTERM);
	while (waitpid(child->id, NULL, 0) < 0 && errno == EINTR)
		continue;
	close(child->out);
	*child = (struct child){0, 0};
}
