/* bundle_sign.h - who vouches for a published folder: an Ed25519 signature over
 * SHA256SUMS.
 *
 * Two files of the folder, in forms that other tools read:
 *
 *	signer.pub      the public key: PEM, SubjectPublicKeyInfo (RFC 8410)
 *	SHA256SUMS.sig  the signature of the bytes of SHA256SUMS (RFC 8032,
 *			Ed25519): 64 bytes as base64 on one line
 *
 * so that `openssl pkeyutl -verify -rawin` checks it too. signer.pub has its
 * sum in SHA256SUMS; the signature cannot.
 *
 * The organisers' signing key is a text file that only they may read: the line
 * "stemmeboks signing key 1" and the 32 bytes of the seed as 64 hexadecimal
 * digits. The same key signs meeting after meeting, so that people come to know
 * its fingerprint.
 */
#ifndef STEMMEBOKS_BUNDLE_SIGN_H
#define STEMMEBOKS_BUNDLE_SIGN_H

#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_files.h"

struct verdict;

#define BUNDLE_SIGNATURE "SHA256SUMS.sig"
#define BUNDLE_SIGNER "signer.pub"

struct signing_key {
	unsigned char public[BUNDLE_SIGNER_BYTES];
	unsigned char secret[64]; /* libsodium's form: seed and public key */
};

/* Where the organisers' key is kept: stemmeboks/signing.key in $XDG_DATA_HOME,
 * or in ~/.local/share. malloc'd; NULL without memory or when neither is set.
 */
char *signing_key_path(void);

/* Reads the key at PATH. RET_WHY says in words what is wrong:
 * STATUS_FILE_MISSING; STATUS_FILE_READ, also for what is no plain file of this
 * user, may be read or written by others, or is no signing key. Wipe *ret_key
 * with signing_key_wipe(). */
enum status signing_key_read(const char *path, struct signing_key *ret_key,
			     char ret_why[BUNDLE_WHY]);

/* As signing_key_read(), but makes a new key and the folders to it where there
 * is none, and tells so in *ret_made. STATUS_FILE_WRITE, too; no half key is
 * left behind, and of two that make one at once both get the same. */
enum status signing_key_open(const char *path, struct signing_key *ret_key,
			     bool *ret_made, char ret_why[BUNDLE_WHY]);

/* Forgets KEY. */
void signing_key_wipe(struct signing_key *key);

/* Adds SHA256SUMS.sig to FILES, which bundle_render() made with KEY's public
 * half as signer. STATUS_MEMORY. */
enum status bundle_sign(struct bundle_files *files,
			const struct signing_key *key);

/* Writes signer.pub. */
enum status bundle_write_signer(const struct bundle *bundle, FILE *out);

/* Reads signer.pub; false when FILE is nothing that bundle_write_signer() could
 * have written. */
bool bundle_read_signer(const struct bundle_file *file,
			unsigned char ret_signer[BUNDLE_SIGNER_BYTES]);

/* Complains in VERDICT when FILES have no signature, or not one that signer.pub
 * made of SHA256SUMS, and says what that means. Without SHA256SUMS or a
 * signer.pub that can be read it is not looked at. */
void bundle_signature_check(const struct bundle_files *files,
			    struct verdict *verdict);

#endif
