#pragma once

#include "publish/faults/faults.hpp"

#include <string>
#include <string_view>

namespace broadside::publish {

/// The language tag that a publisher wrote, in the letters that BCP 47 recommends: `zh-Hans` for `zh-hans`, which is
/// the same tag (RFC 5646, 2.1.1). It must be one of BCP 47, in its canonical form: what all others call that language.
/// `what` begins the message, which says which tag was probably meant, where that can be told.
/// Faults: malformed (`en_US`), not-canonical (`iw`, `deu`), unknown-language (`gr`, `english`).
/// Warnings: unlikely-language (`se` is Northern Sami), unnamed-language (readers will see the tag).
std::string check_language(const std::string& tag, const std::string& what, const Place&, Faults&);

} // namespace broadside::publish
