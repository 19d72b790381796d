#include "tools/commands/file_kind.h"

#include "store/collected.h"
#include "store/deal.h"
#include "store/store.h"
#include "tools/line/report.h"
#include "words/words.h"

static const char *const collects[] = {
    [FILE_WHOLE] = NULL,
    [FILE_TOGETHER] = NULL,
    [FILE_ORGANISERS] =
	"stemmeboks collect evening.stemmeboks kiosks/*.box -o all.stemmeboks",
    [FILE_BOX] =
	"stemmeboks collect evening.stemmeboks kiosks/*.box -o all.stemmeboks",
    [FILE_SHARE] = "stemmeboks collect kiosks/*.box -o all.stemmeboks",
};

const char *file_kind_collect(enum file_kind kind)
{
	return collects[kind];
}

enum status file_kind(struct store *store, enum file_kind *ret_kind)
{
	struct collected collected = {0};
	struct deal deal;
	enum deal_part part;
	enum status status = deal_read(store, &deal);

	if (status == STATUS_OK)
		status = deal_part(store, &part);
	if (status == STATUS_OK)
		status = collected_read(store, &collected);
	if (status != STATUS_OK)
		return status;
	if (collected.count > 0)
		*ret_kind = FILE_TOGETHER;
	else if (part != DEAL_ALL)
		*ret_kind = part == DEAL_BOX ? FILE_BOX : FILE_ORGANISERS;
	else
		*ret_kind =
		    deal.kiosks > 1 && !*deal.name ? FILE_SHARE : FILE_WHOLE;
	collected_free(&collected);
	return STATUS_OK;
}

/* The same, with a failure told. */
static enum status find(const struct arguments *arguments, struct store *store,
			enum file_kind *ret_kind)
{
	enum status status = file_kind(store, ret_kind);

	return status == STATUS_OK ? status
				   : report_error(arguments, status, NULL);
}

enum status file_kind_votes(const struct arguments *arguments,
			    struct store *store)
{
	enum file_kind kind;
	enum status status = find(arguments, store, &kind);
	const char *collect;

	if (status != STATUS_OK)
		return status;
	collect = file_kind_collect(kind);
	if (!collect)
		return STATUS_OK;
	return report_refusal(
	    arguments, STATUS_DISAGREES,
	    kind == FILE_SHARE
		? _("This is one of several boxes of the meeting. Put them "
		    "together first: %s")
		: _("The votes of this meeting are in the kiosks' boxes. Put "
		    "them together with the organisers' file first: %s"),
	    collect);
}

/* Refuses STORE's, a kiosk's file. */
static enum status refuse_box(const struct arguments *arguments,
			      struct store *store)
{
	struct deal deal;
	enum status status = deal_read(store, &deal);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return report_refusal(arguments, STATUS_PHASE,
			      _("This is the file of kiosk %d. It follows the "
				"organisers' file by itself: name that one."),
			      deal.kiosk);
}

enum status file_kind_acts(const struct arguments *arguments,
			   struct store *store)
{
	enum file_kind kind;
	enum status status = find(arguments, store, &kind);

	return status == STATUS_OK && kind == FILE_BOX
		   ? refuse_box(arguments, store)
		   : status;
}

enum status file_kind_roll(const struct arguments *arguments,
			   struct store *store)
{
	enum file_kind kind;
	enum status status = find(arguments, store, &kind);

	if (status != STATUS_OK || kind == FILE_ORGANISERS)
		return status;
	if (kind == FILE_BOX)
		return refuse_box(arguments, store);
	return report_refusal(arguments, STATUS_PHASE, "%s",
			      _("In this file the boxes are together, and it "
				"needs no roll any more. Name the organisers' "
				"file that they were put together with."));
}
