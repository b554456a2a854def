#ifndef BROADSIDE_CJK_H
#define BROADSIDE_CJK_H

#include <stdint.h>

/* What the patches in cmake/cmark add to cmark for Chinese, Japanese and Korean, as options of the parser beside its own.
 *
 * CommonMark lets punctuation decide whether ** opens or closes, which presumes spaces around words: of **强调。**这 the
 * second ** does not close. With this option punctuation does not decide where such a character stands on either side
 * (the "CJK-friendly" amendment, https://github.com/tats-u/markdown-cjk-friendly).
 */
#define BROADSIDE_OPT_CJK_EMPHASIS (1 << 24)
/* A bare address ends before punctuation of these scripts: https://example.org/a。 */
#define BROADSIDE_OPT_CJK_ADDRESSES (1 << 25)

#ifdef __cplusplus
extern "C" {
#endif

int broadside_is_cjk(int32_t character);
int broadside_ends_address(int32_t character);

#ifdef __cplusplus
}
#endif

#endif
