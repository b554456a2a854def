#pragma once

#include "core/language/messages.hpp"
#include "pages/markup.hpp"

namespace broadside::pages {

/// Returns the form "Leave a Reply" around `fields`, as a form that posts to `action` without any script. `messages`
/// are those that the fields were written with: the interface has words in fewer languages than articles are written
/// in.
Markup reply_form(std::string_view action, const language::Messages& messages, const Markup& fields);

} // namespace broadside::pages
