#pragma once

#include "core/language/messages.hpp"
#include "pages/markup.hpp"

namespace broadside::pages {

/// Returns the form "Leave a Reply" around `fields`, as a form that posts to `action` without any script. `messages`
/// are those with which the fields were written; their language may differ from the article's, since the interface has
/// fewer languages than articles.
Markup reply_form(std::string_view action, const language::Messages& messages, const Markup& fields);

} // namespace broadside::pages
