#pragma once

#include "publish/source/settings.hpp"

namespace broadside::publish {

/// Returns the path of the site's root on its server, with a slash at both ends.
std::string site_path(const Settings&);

/// Returns the name of the site's host, without its port.
std::string site_host(const Settings&);

/// Returns the address of an article's article.json, against which all relative addresses in the article are resolved.
html::Url article_json_address(const Settings&, const std::string& id);

/// Returns the address of a translation that has a file of its own beside article.json.
html::Url translation_address(const Settings&, const std::string& id, const std::string& language);

/// Returns the address of the article's page in one of its languages.
html::Url page_address(const Settings&, const std::string& id, const std::string& language);

/// Returns the address of embed.html, which shows the article in one of its languages in an iframe.
html::Url embed_page_address(const Settings&, const std::string& id, const std::string& language);

/// Returns the address of the answer of oEmbed for the article's page in one of its languages.
html::Url oembed_address(const Settings&, const std::string& id, const std::string& language);

/// The name of the script of all embed.html, in the site's folder.
constexpr const char* frame_script_name = "broadside-frame.js";

/// Returns the address of that script.
html::Url frame_script_address(const Settings&);

/// Returns the address of the article's replies, or nullopt if there is no reply server.
std::optional<html::Url> replies_address(const Settings&, const std::string& id);

/// Returns the address of the replies for a reader without script: a page in that language.
html::Url replies_page_address(const html::Url& replies, const std::string& language);

} // namespace broadside::publish
