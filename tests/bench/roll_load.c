/* roll_load.c - how many kiosks one shared roll serves, beside pgbench with the
 * same statements on the same server.
 *
 * roll_load KIOSKS SECONDS starts a PostgreSQL of its own (in memory: what a
 * disk adds is the same for both) and lets KIOSKS claim, spend and settle
 * without a pause, each in a thread of its own through the kiosks' own
 * connection (roll/server.h); then pgbench, with as many clients; and so again.
 * Prints: votes a second, p99 of claim and of spend in ms, votes a second with
 * pgbench, looks a second, and which connection a server as Debian sets it up
 * refuses first.
 */
#include <libpq-fe.h>
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "roll/roll_admin.h"
#include "roll/server.h"
#include "store/audit.h"
#include "store/store.h"
#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/roll_cluster.h"

enum {
	MOST = 256,	  /* kiosks */
	RUNS = 4,	  /* two here, two with pgbench */
	BLOCK = 1500,	  /* slips of one kiosk in one run */
	SAMPLES = 400000, /* of one kind of question */
	CONNECTIONS = 100 /* Debian's max_connections */
};

#define AT "2015-11-10 19:05"

struct load {
	char url[CLUSTER_URL];
	char meeting[2 * SLIP_HASH_BYTES + 3];
	int kiosks, run;
	bool looks;		 /* instead of votes */
	pthread_barrier_t ready; /* all are connected; then they begin */
	double until_ms;
	atomic_int votes, samples;
	double claim_ms[SAMPLES], spend_ms[SAMPLES];
};

struct one {
	struct load *load;
	int number;
};

static void give_up(const char *what)
{
	fprintf(stderr, "roll_load: %s\n", what);
	exit(1);
}

/* Asks and waits; the milliseconds it took. WORD: what must come. */
static double ask(struct server *server, enum server_query query, int count,
		  const char *const values[], const char *word)
{
	double start_ms = measure_now_ms();
	enum server_state state;

	do
		state = server_glance(server, 1000, (uint64_t)measure_now_ms());
	while (state == SERVER_AWAY && usleep(1000) == 0);
	if (state != SERVER_IDLE)
		give_up("the connection is lost");
	start_ms = measure_now_ms();
	server_ask(server, query, count, values, (uint64_t)start_ms);
	do
		state = server_glance(server, 1000, (uint64_t)measure_now_ms());
	while (state == SERVER_ASKED);
	if (state != SERVER_ANSWERED ||
	    (word && strcmp(server_text(server, 0), word) != 0))
		give_up(state == SERVER_ANSWERED ? server_text(server, 0)
						 : "no answer");
	server_next(server);
	return measure_now_ms() - start_ms;
}

/* Slip INDEX, as the table was filled. */
static void hash_hex(int index, char ret_text[2 * SLIP_HASH_BYTES + 3])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char number[16];

	snprintf(number, sizeof(number), "%d", index);
	crypto_hash_sha256(hash, (const unsigned char *)number, strlen(number));
	memcpy(ret_text, "\\x", 2);
	sodium_bin2hex(ret_text + 2, 2 * SLIP_HASH_BYTES + 1, hash,
		       sizeof(hash));
}

static void vote(struct load *load, struct server *server, const char *number,
		 int slip)
{
	char hash[2 * SLIP_HASH_BYTES + 3];
	const char *const values[] = {number, hash};
	const char *const none[] = {number, NULL};
	double claim_ms, spend_ms;
	int sample;

	hash_hex(slip, hash);
	claim_ms = ask(server, SERVER_CLAIM, 2, values, "ok");
	spend_ms = ask(server, SERVER_SPEND, 2, values, "ok");
	ask(server, SERVER_SETTLE, 2, none, "ok");
	atomic_fetch_add(&load->votes, 1);
	sample = atomic_fetch_add(&load->samples, 1);
	if (sample < SAMPLES) {
		load->claim_ms[sample] = claim_ms;
		load->spend_ms[sample] = spend_ms;
	}
}

static void *work(void *context)
{
	const struct one *one = context;
	struct load *load = one->load;
	struct server *server = NULL;
	char number[16];
	const char *const values[] = {number, load->meeting, "0"};

	snprintf(number, sizeof(number), "%d", one->number);
	if (server_new(load->url, "stemmeboks_kiosk", &server) != STATUS_OK)
		give_up("no server");
	ask(server, SERVER_ATTACH, 3, values, "ok");
	pthread_barrier_wait(&load->ready);
	pthread_barrier_wait(&load->ready);
	for (int i = 0; measure_now_ms() < load->until_ms && i < BLOCK; i++) {
		int slip =
		    (load->run * load->kiosks + one->number - 1) * BLOCK + i;

		if (load->looks) {
			ask(server, SERVER_LOOK, 1, values, NULL);
			atomic_fetch_add(&load->votes, 1);
		} else {
			vote(load, server, number, slip);
		}
	}
	server_free(server);
	return NULL;
}

/* So many of them a second, by our own connections. */
static double run_kiosks(struct load *load, int run, bool looks, int seconds)
{
	pthread_t threads[MOST];
	struct one ones[MOST];
	double start_ms;

	load->run = run;
	load->looks = looks;
	atomic_store(&load->votes, 0);
	pthread_barrier_init(&load->ready, NULL, (unsigned)load->kiosks + 1);
	for (int i = 0; i < load->kiosks; i++) {
		ones[i] = (struct one){.load = load, .number = i + 1};
		if (pthread_create(&threads[i], NULL, work, &ones[i]) != 0)
			give_up("no thread");
	}
	pthread_barrier_wait(&load->ready);
	start_ms = measure_now_ms();
	load->until_ms = start_ms + seconds * 1000.0;
	pthread_barrier_wait(&load->ready);
	for (int i = 0; i < load->kiosks; i++)
		pthread_join(threads[i], NULL);
	pthread_barrier_destroy(&load->ready);
	return atomic_load(&load->votes) * 1000.0 /
	       (measure_now_ms() - start_ms);
}

/* The same statements by pgbench, which has no bytes as values: the server
 * works the hash out. */
static double run_pgbench(const struct load *load, const char *folder,
			  const char *url, int run, int seconds)
{
	char path[2 * CLUSTER_PATH], command[1024], line[256];
	double found = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/vote.sql", folder);
	file = fopen(path, "w");
	if (!file)
		give_up(path);
	fprintf(file,
		"\\set kiosk :client_id + 1\n"
		"\\set slip (%d + :client_id) * %d + :n\n"
		"\\set n :n + 1\n",
		run * load->kiosks, BLOCK);
	for (int i = 0; i < 2; i++)
		fprintf(file,
			"SELECT stemmeboks.%s(:kiosk,"
			" sha256(:slip::text::bytea));\n",
			i ? "spend" : "claim");
	fprintf(file, "SELECT stemmeboks.settle(:kiosk, NULL);\n");
	fclose(file);
	snprintf(command, sizeof(command),
		 "pgbench -n -M extended -D n=0 -c %d -j 2 -T %d -f '%s' '%s'"
		 " 2>&1",
		 load->kiosks, seconds, path, url);
	file = popen(command, "r");
	while (file && fgets(line, sizeof(line), file))
		sscanf(line, "tps = %lf", &found);
	if (!file || pclose(file) != 0 || found <= 0)
		give_up("pgbench");
	unlink(path);
	return found;
}

/* The connection that is the first to be refused, from 1 on. */
static int first_refused(const char *url)
{
	PGconn *open[2 * CONNECTIONS];
	int count = 0;

	do
		open[count] = PQconnectdb(url);
	while (PQstatus(open[count++]) == CONNECTION_OK &&
	       count < 2 * CONNECTIONS);
	for (int i = 0; i < count; i++)
		PQfinish(open[i]);
	return count;
}

static void make_roll(struct cluster *cluster, struct load *load,
		      char ret_kiosk[CLUSTER_URL])
{
	struct meeting *meeting = bolbro_new();
	char path[2 * CLUSTER_PATH], admin_url[CLUSTER_URL], sql[256];
	struct roll_admin *admin = NULL;
	struct store *store = NULL;

	cluster_database(cluster, "load", load->url);
	cluster_url_as(cluster, "load", "postgres", admin_url);
	cluster_url_as(cluster, "load", "stemmeboks_kiosk", ret_kiosk);
	snprintf(path, sizeof(path), "%s/load.stemmeboks", cluster->folder);
	meeting->roll_url = load->url;
	if (store_create(path, meeting, AT) != STATUS_OK ||
	    store_open(path, STORE_WRITE, &store) != STATUS_OK ||
	    roll_admin_open(store, admin_url, &admin) != STATUS_OK ||
	    roll_admin_init(admin) != STATUS_OK ||
	    roll_admin_phase(admin, PHASE_OPEN) != STATUS_OK)
		give_up("the roll cannot be made");
	memcpy(load->meeting, "\\x", 2);
	sodium_bin2hex(load->meeting + 2, sizeof(load->meeting) - 2,
		       store_definition_hash(store), SLIP_HASH_BYTES);
	roll_admin_free(admin);
	store_free(store);
	meeting_free(meeting);
	unlink(path);
	snprintf(sql, sizeof(sql),
		 "INSERT INTO stemmeboks.slip SELECT sha256(i::text::bytea), 2"
		 " FROM generate_series(0, %d) AS i",
		 RUNS * load->kiosks * BLOCK - 1);
	if (!cluster_try(admin_url, sql, NULL) ||
	    !cluster_try(admin_url, "VACUUM ANALYZE", NULL))
		give_up("no slips");
}

static double percentile(double *times_ms, int count)
{
	measure_median(times_ms, count); /* sorts */
	return times_ms[count * 99 / 100];
}

int main(int argc, char **argv)
{
	static const char *const settings[] = {"max_connections=100", NULL};
	struct load *load = calloc(1, sizeof(*load));
	int seconds = argc == 3 ? atoi(argv[2]) : 0, samples;
	char url[CLUSTER_URL];
	double votes[2], bench[2], looks;
	void *state = NULL;

	if (!load || seconds < 1 || sodium_init() < 0)
		give_up("roll_load KIOSKS SECONDS");
	load->kiosks = atoi(argv[1]);
	if (load->kiosks < 1 || load->kiosks > MOST)
		give_up("so many kiosks are not measured");
	cluster_begin_with(&state, settings);
	make_roll(state, load, url);
	for (int i = 0; i < 2; i++) {
		votes[i] = run_kiosks(load, 2 * i, false, seconds);
		bench[i] = run_pgbench(load, ((struct cluster *)state)->folder,
				       url, 2 * i + 1, seconds);
	}
	looks = run_kiosks(load, 0, true, seconds);
	samples = atomic_load(&load->samples);
	samples = samples < SAMPLES ? samples : SAMPLES;
	printf("%.0f %.1f %.1f %.0f %.0f %d\n", (votes[0] + votes[1]) / 2,
	       percentile(load->claim_ms, samples),
	       percentile(load->spend_ms, samples), (bench[0] + bench[1]) / 2,
	       looks, first_refused(url));
	cluster_end(&state);
	free(load);
	return 0;
}
