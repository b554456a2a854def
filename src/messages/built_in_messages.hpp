#pragma once

#include "core/language/messages.hpp"

namespace broadside::language {

/// The words of web/messages for a text of the language, by RFC 4647's lookup: `es` for `es-419`, `zh-Hant` for
/// `zh-TW`, `nb` for `nn`. English where there are none.
const Messages& built_in_messages(std::string_view tag);

} // namespace broadside::language
