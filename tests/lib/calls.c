#include "tests/lib/calls.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { STEP_MS = 5 };

/* Two instructions a number, one before and one behind. */
static int filter_set(const struct calls *calls)
{
	size_t room = 2 + 2 * calls->watched_count, count = 0;
	struct sock_filter *code = calloc(room, sizeof(*code));
	struct sock_fprog program = {.filter = code};
	int listener;

	if (!code || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return -1;
	code[count++] = (struct sock_filter)BPF_STMT(
	    BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < calls->watched_count; i++) {
		code[count++] = (struct sock_filter)BPF_JUMP(
		    BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls->watched[i], 0,
		    1);
		code[count++] = (struct sock_filter)BPF_STMT(
		    BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
	}
	code[count++] =
	    (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	program.len = (unsigned short)count;
	listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
				SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
	free(code);
	return listener;
}

/* A message with one descriptor in it (cmsg(3)). */
union descriptor_room {
	char bytes[CMSG_SPACE(sizeof(int))];
	struct cmsghdr align;
};

static bool descriptor_send(int socket, int descriptor)
{
	union descriptor_room room = {{0}};
	char byte = 0;
	struct iovec part = {&byte, 1};
	struct msghdr message = {.msg_iov = &part,
				 .msg_iovlen = 1,
				 .msg_control = room.bytes,
				 .msg_controllen = sizeof(room.bytes)};
	struct cmsghdr *head = CMSG_FIRSTHDR(&message);

	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(head), &descriptor, sizeof(int));
	return sendmsg(socket, &message, 0) == 1;
}

static int descriptor_take(int socket)
{
	union descriptor_room room = {{0}};
	char byte = 0;
	struct iovec part = {&byte, 1};
	struct msghdr message = {.msg_iov = &part,
				 .msg_iovlen = 1,
				 .msg_control = room.bytes,
				 .msg_controllen = sizeof(room.bytes)};
	int descriptor = -1;

	if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1 ||
	    !CMSG_FIRSTHDR(&message))
		return -1;
	memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof(int));
	return descriptor;
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Answers the question that waits at LISTENER, if one still does. */
static void answer(int listener, const struct calls *calls)
{
	struct seccomp_notif asked = {0};
	struct seccomp_notif_resp told = {0};
	struct call call;

	if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0)
		return;
	call = (struct call){.number = asked.data.nr,
			     .from = asked.data.instruction_pointer,
			     .thread = (pid_t)asked.pid};
	for (int i = 0; i < 6; i++)
		call.arguments[i] = asked.data.args[i];
	told.id = asked.id;
	told.error = -calls->see(calls->context, &call);
	if (told.error == 0)
		told.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
	(void)ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &told);
}

/* Until CHILD has ended; how it did. */
static int watch(pid_t child, int listener, const struct calls *calls)
{
	int64_t limit_ms = now_ms() + calls->limit_ms;
	bool told = false, hung = false;
	int how = 0;

	while (waitpid(child, &how, WNOHANG) == 0) {
		struct pollfd asked = {.fd = listener, .events = POLLIN};

		if (poll(&asked, 1, STEP_MS) > 0 && asked.revents & POLLIN)
			answer(listener, calls);
		if (!told && calls->enough && calls->enough(calls->context))
			told = kill(child, SIGTERM) == 0;
		if (!hung && now_ms() > limit_ms)
			hung = kill(child, SIGKILL) == 0;
	}
	if (hung)
		return CALLS_HUNG;
	return WIFEXITED(how) ? WEXITSTATUS(how) : CALLS_SIGNAL + WTERMSIG(how);
}

int calls_run(const struct calls *calls, int (*run)(void *context),
	      void *context)
{
	int pair[2], listener, result;
	pid_t child;

	assert_int_equal(
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		listener = filter_set(calls);
		if (listener < 0 || !descriptor_send(pair[1], listener))
			_exit(126);
		close(listener);
		close(pair[0]);
		close(pair[1]);
		result = run(context);
		fflush(NULL);
		_exit(result);
	}
	close(pair[1]);
	listener = descriptor_take(pair[0]);
	close(pair[0]);
	if (listener < 0)
		fail_msg("the kernel lets no calls be watched");
	result = watch(child, listener, calls);
	close(listener);
	return result;
}

ssize_t calls_memory(pid_t thread, uint64_t at, void *ret_bytes, size_t size)
{
	struct iovec here = {ret_bytes, size};
	struct iovec there = {(void *)(uintptr_t)at, size};

	return process_vm_readv(thread, &here, 1, &there, 1, 0);
}
