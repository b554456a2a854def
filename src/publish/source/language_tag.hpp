#pragma once

#include "publish/faults/faults.hpp"

#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns the language tag that a publisher wrote, in the case that BCP 47 recommends: `zh-Hans` for `zh-hans`, which
/// is the same tag (RFC 5646, 2.1.1). The tag must be well-formed and in its canonical form, so that other systems use
/// the same one. `what` begins the message, which names the tag that was probably meant, if that can be told. Faults:
/// malformed (`en_US`), not-canonical (`iw`, `deu`), unknown-language (`gr`, `english`). Warnings: unlikely-language
/// (`se` is Northern Sami), unnamed-language (readers will see the tag).
std::string check_language(const std::string& tag, const std::string& what, const Location&, Faults&);

} // namespace broadside::publish
