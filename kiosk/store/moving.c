#include "store/moving.h"

#include "store/audit.h"
#include "store/pin.h"
#include "store/store.h"
#include "store/wrong.h"

enum status moving_pictures(const struct store *store, enum act act,
			    char ret_name[PICTURES_NAME])
{
	if (act != ACT_ADOPTED && act != ACT_OPENED)
		return STATUS_OK;
	return store_pictures_check(store, ret_name);
}

bool moving_takes_two(const struct store *store, enum act act, enum phase phase)
{
	return store_meeting(store)->two_persons &&
	       (act == ACT_CLOSED ||
		(act == ACT_OPENED && phase == PHASE_PAUSED));
}

enum status moving_do(struct store *store, enum act act, const char *at)
{
	char name[PICTURES_NAME];
	enum status status = moving_pictures(store, act, name);

	return status == STATUS_OK ? audit_act(store, act, "", at) : status;
}

enum status moving_pins(struct store *store, const char *first,
			const char *second, const char *at, int *ret_wrong)
{
	enum status status = pin_check(store, first);
	enum status other =
	    second ? pin_second_check(store, second) : STATUS_OK;

	if (status == STATUS_OK)
		status = other;
	if (status == STATUS_PIN)
		(void)wrong_pin(store, at, ret_wrong);
	else if (status == STATUS_OK && wrong_pin_none(store) == STATUS_OK)
		*ret_wrong = 0;
	return status;
}
