#ifndef BROADSIDE_CJK_EMPHASIS_H
#define BROADSIDE_CJK_EMPHASIS_H

#include <stdint.h>

/* What cmake/cmark/inlines.patch adds to cmark. CommonMark lets punctuation decide whether ** opens or closes, which
 * presumes spaces around words: of **强调。**这 the second ** does not close. With this option, an option of the parser
 * beside cmark's own, punctuation does not decide where such a character stands on either side (the "CJK-friendly"
 * amendment, https://github.com/tats-u/markdown-cjk-friendly).
 */
#define BROADSIDE_OPT_CJK_EMPHASIS (1 << 24)

#ifdef __cplusplus
extern "C"
#endif
    int
    broadside_is_cjk(int32_t character);

#endif
