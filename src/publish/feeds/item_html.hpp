#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns a text as HTML that stands alone wherever it is read: the lead picture, what readers are told of the
/// translation, and the body, in an element that says its language. All addresses are absolute, those of places in the
/// text too. There are no scripts, styles and forms: a task's checkbox is a character.
std::string item_html(const article::Article&, const article::Translation&, const Settings&);

} // namespace broadside::publish
