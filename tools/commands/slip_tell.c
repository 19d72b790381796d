#include "tools/commands/slip_tell.h"

#include "store/roll.h"
#include "tools/commands/file_kind.h"
#include "tools/line/report.h"
#include "words/words.h"

/* With a shared roll the file does not know which slips are used; a kiosk with
 * slips of its own knows those. */
static enum status slips_known(const struct arguments *arguments,
			       struct store *store)
{
	enum file_kind kind;
	enum status status = file_kind(store, &kind);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return kind == FILE_ORGANISERS || kind == FILE_BOX
		   ? file_kind_votes(arguments, store)
		   : STATUS_OK;
}

enum status slip_tell(const struct arguments *arguments, struct store *store,
		      int serial)
{
	unsigned char hash[SLIP_HASH_BYTES];
	enum status status = slips_known(arguments, store);

	if (status != STATUS_OK)
		return status;
	status = roll_serial(store, serial, hash);
	if (status == STATUS_OK)
		status = roll_look_up(store, hash);
	if (status == STATUS_SLIP_OTHER)
		return report_refusal(arguments, status,
				      _("No slip has the number %d."), serial);
	if (status == STATUS_SLIP_KIOSK)
		return report_refusal(arguments, status,
				      _("Slip no. %1$d is for kiosk %2$d."),
				      serial, roll_other_kiosk(store));
	if (status != STATUS_OK && status != STATUS_SLIP_USED &&
	    status != STATUS_SLIP_VOID)
		return report_error(arguments, status, NULL);
	report_line(arguments,
		    status == STATUS_OK		 ? _("Slip no. %d is not used.")
		    : status == STATUS_SLIP_USED ? _("Slip no. %d is used.")
						 : _("Slip no. %d is void."),
		    serial);
	report_json(arguments,
		    json_pack("{s:i, s:s}", "serial", serial, "slip",
			      status == STATUS_OK	   ? "unused"
			      : status == STATUS_SLIP_USED ? "used"
							   : "void"));
	return STATUS_OK;
}
