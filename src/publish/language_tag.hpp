#pragma once

#include "publish/faults.hpp"

#include <string>
#include <string_view>

namespace broadside::publish {

/// Holds a language tag that a publisher wrote to what all others call that language: one of BCP 47, in its canonical
/// form. `what` begins the message. Says which tag was probably meant, where that can be told.
/// Faults: malformed (`en_US`), not-canonical (`zh-hans`, `iw`, `deu`), unknown-language (`gr`, `english`).
/// Warnings: unlikely-language (`se` is Northern Sami), unnamed-language (readers will see the tag).
void check_language(const std::string& tag, const std::string& what, const Place&, Faults&);

} // namespace broadside::publish
