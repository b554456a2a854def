#pragma once

#include "core/language/messages.hpp"

namespace broadside::language {

/// Returns the messages of web/messages for a text in the language, found by RFC 4647's lookup: `es` for `es-419`,
/// `zh-Hant` for `zh-TW`, `nb` for `nn`. Returns the English ones if there are none.
const Messages& built_in_messages(std::string_view tag);

} // namespace broadside::language
