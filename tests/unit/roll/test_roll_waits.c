/* A server that does not answer, in all the ways there are, never makes the
 * window wait: every call that libpq makes to the network is looked at. */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "roll/server.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

enum {
	CLOCK_MS = 100,	 /* of a kiosk's loop */
	TURNS = 130,	 /* over a connect and an answer given up */
	MOMENT_US = 500, /* in truth */
	FULL = 8,	 /* connections that fill a queue of one */
	TURN_MS = 2 * CLOCK_MS
};

/* What the calls of this thread did, while it is watched. */
static _Thread_local struct {
	bool on;
	int calls;     /* to the network, so that something was watched */
	int may_block; /* on sockets that wait */
	int names;     /* looked up */
	int waited_ms; /* that polls were allowed, in this turn */
	int most_ms;   /* the most in any turn */
} watched;

static void watch_socket(int fd, int flags)
{
	if (!watched.on)
		return;
	watched.calls++;
	watched.may_block +=
	    !(flags & MSG_DONTWAIT) && !(fcntl(fd, F_GETFL) & O_NONBLOCK);
}

/* libpq finds these before those of the C library. */
int connect(int fd, const struct sockaddr *address, socklen_t length)
{
	watch_socket(fd, 0);
	return (int)syscall(SYS_connect, fd, address, length);
}

ssize_t send(int fd, const void *bytes, size_t count, int flags)
{
	watch_socket(fd, flags);
	return sendto(fd, bytes, count, flags, NULL, 0);
}

ssize_t recv(int fd, void *bytes, size_t count, int flags)
{
	watch_socket(fd, flags);
	return recvfrom(fd, bytes, count, flags, NULL, NULL);
}

int poll(struct pollfd *fds, nfds_t count, int timeout)
{
	if (watched.on) {
		watched.calls++;
		watched.may_block += timeout < 0;
		watched.waited_ms += timeout > 0 ? timeout : 0;
		/* One for ever ends the test as well as the evening. */
		if (timeout < 0)
			timeout = CLOCK_MS;
	}
	return (int)syscall(SYS_poll, fds, count, timeout);
}

int getaddrinfo(const char *restrict node, const char *restrict service,
		const struct addrinfo *restrict hints,
		struct addrinfo **restrict ret_list)
{
	int (*real)(const char *, const char *, const struct addrinfo *,
		    struct addrinfo **);
	struct in6_addr number;

	*(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
	if (watched.on && node)
		watched.names += inet_pton(AF_INET, node, &number) != 1;
	return real(node, service, hints, ret_list);
}

static void watch_begin(void)
{
	memset(&watched, 0, sizeof(watched));
	watched.on = true;
}

static void watch_turn(void)
{
	if (watched.waited_ms > watched.most_ms)
		watched.most_ms = watched.waited_ms;
	watched.waited_ms = 0;
}

static void nothing_waited(int most_ms)
{
	watched.on = false;
	assert_true(watched.calls > 0);
	assert_int_equal(watched.may_block, 0);
	assert_int_equal(watched.names, 0);
	if (watched.most_ms > most_ms)
		fail_msg("a turn waits %d ms", watched.most_ms);
}

/* A socket at 127.0.0.1 that LISTENS with a queue of so many. */
static int listen_at(int queue, int *ret_port)
{
	struct sockaddr_in at = {.sin_family = AF_INET,
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, size), 0);
	if (queue >= 0)
		assert_int_equal(listen(fd, queue), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
	*ret_port = ntohs(at.sin_port);
	return fd;
}

/* Tries to be served at PORT, for longer than a connection may take. */
static void try_server(int port)
{
	struct server *server = NULL;
	uint64_t now_ms = 1000;
	char url[64];

	snprintf(url, sizeof(url), "postgresql://127.0.0.1:%d/evening", port);
	assert_int_equal(server_new(url, "kiosk", &server), STATUS_OK);
	watch_begin();
	for (int i = 0; i < TURNS; i++, now_ms += CLOCK_MS) {
		assert_int_equal(server_glance(server, 15, now_ms),
				 SERVER_AWAY);
		watch_turn();
		usleep(MOMENT_US);
	}
	server_free(server);
	nothing_waited(0);
}

static void one_that_nobody_listens_at(void **state)
{
	int port, fd = listen_at(-1, &port);

	(void)state;
	try_server(port);
	close(fd);
}

static void one_that_takes_the_call_and_says_nothing(void **state)
{
	int port, fd = listen_at(64, &port);

	(void)state;
	try_server(port);
	close(fd);
}

/* What comes after the queue is full is dropped without a word. */
static void one_that_drops_every_packet(void **state)
{
	int port, fd = listen_at(0, &port), full[FULL];
	struct sockaddr_in at = {.sin_family = AF_INET,
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
				 .sin_port = htons((uint16_t)port)};

	(void)state;
	for (int i = 0; i < FULL; i++) {
		full[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
		assert_true(full[i] >= 0);
		(void)connect(full[i], (struct sockaddr *)&at, sizeof(at));
	}
	try_server(port);
	for (int i = 0; i < FULL; i++)
		close(full[i]);
	close(fd);
}

/* "No TLS here", and then nothing any more. */
static void *say_no(void *context)
{
	int fd;

	while ((fd = accept(*(int *)context, NULL, NULL)) >= 0)
		if (send(fd, "N", 1, MSG_NOSIGNAL) != 1)
			close(fd);
	return NULL;
}

static void one_that_stops_in_the_middle_of_the_greeting(void **state)
{
	int port, fd = listen_at(64, &port);
	pthread_t thread;

	(void)state;
	assert_int_equal(pthread_create(&thread, NULL, say_no, &fd), 0);
	try_server(port);
	shutdown(fd, SHUT_RDWR);
	pthread_join(thread, NULL);
	close(fd);
}

/* A kiosk's loop, where a slip is shown and nobody answers: what may wait in
 * one turn is a scan that claims, the roll's work, and the claim again. */
static void turn(struct hall *hall, int slip)
{
	(void)roll_link_claim(hall->links[1], hall->hashes[slip], hall->now_ms);
	(void)roll_link_work(hall->links[1], hall->now_ms);
	(void)roll_link_claim(hall->links[1], hall->hashes[slip], hall->now_ms);
	watch_turn();
	hall->now_ms += TURN_MS;
	usleep(MOMENT_US);
}

static void a_kiosk_whose_server_stands_still_goes_on_turning(void **state)
{
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	assert_int_equal(hall_claim(&hall, 1, 0), STATUS_OK);
	cluster_freeze(*state, true);
	watch_begin();
	assert_int_equal(hall_cast(&hall, 1, 0, 1), STATUS_OK);
	for (int i = 0; i < TURNS; i++)
		turn(&hall, 1 + i % 4);
	hall_leave(&hall, 1);
	nothing_waited(ROLL_LINK_GLANCE_MS);
	cluster_freeze(*state, false);
	hall_enter(&hall, 1);
	hall_settle(&hall);
	hall_end(&hall);
}

/* One that answers is waited for no longer either, whatever there is to ask. */
static void a_kiosk_whose_server_answers_waits_a_glance_a_turn(void **state)
{
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	watch_begin();
	for (int slip = 0; slip < 6; slip++) {
		for (int i = 0; i < 5; i++)
			turn(&hall, slip);
		watched.on = false;
		assert_int_equal(hall_claim(&hall, 1, slip), STATUS_OK);
		watched.on = true;
		assert_int_equal(hall_cast(&hall, 1, slip, 1), STATUS_OK);
		turn(&hall, slip);
	}
	nothing_waited(ROLL_LINK_GLANCE_MS);
	hall_settle(&hall);
	hall_end(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_that_nobody_listens_at),
	    cmocka_unit_test(one_that_takes_the_call_and_says_nothing),
	    cmocka_unit_test(one_that_drops_every_packet),
	    cmocka_unit_test(one_that_stops_in_the_middle_of_the_greeting),
	    cmocka_unit_test(a_kiosk_whose_server_stands_still_goes_on_turning),
	    cmocka_unit_test(
		a_kiosk_whose_server_answers_waits_a_glance_a_turn),
	};

	return cmocka_run_group_tests(tests, cluster_begin, cluster_end);
}
