#pragma once

#include "core/language/messages.hpp"

namespace broadside::language {

/// The words of web/messages in the language, or else the one that it is a variety of (`es` for `es-419`), or else in
/// English.
const Messages& built_in_messages(std::string_view tag);

} // namespace broadside::language
