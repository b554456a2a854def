#pragma once

#include "publish/source/settings.hpp"

namespace broadside::publish {

/// The address of an article's article.json, which all that is relative in the article is resolved against.
html::Url article_json_address(const Settings&, const std::string& id);

/// The address of a translation that has a file of its own beside it.
html::Url translation_address(const Settings&, const std::string& id, const std::string& language);

/// The address of the page in one of its languages.
html::Url page_address(const Settings&, const std::string& id, const std::string& language);

/// Where its replies are; nothing where there is no reply server.
std::optional<html::Url> replies_address(const Settings&, const std::string& id);

/// The same for a reader without script: a page in that language.
html::Url replies_page_address(const html::Url& replies, const std::string& language);

} // namespace broadside::publish
