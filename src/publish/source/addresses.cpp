#include "publish/source/addresses.hpp"

#include "core/reply/path.hpp"

namespace broadside::publish {
namespace {

// Ids and language tags need no escapes in an address, so the check cannot fail.
html::Url below(const html::Url& folder, const std::string& path) { return *html::Url::check(path, &folder); }

} // namespace

std::string site_path(const Settings& settings) {
  const std::string& url = settings.url.text();
  return url.substr(url.find('/', url.find("//") + 2));
}

std::string site_host(const Settings& settings) {
  const std::string& url = settings.url.text();
  const auto start = url.find("//") + 2;
  return url.substr(start, url.find_first_of(":/", start) - start);
}

html::Url article_json_address(const Settings& settings, const std::string& id) {
  return below(settings.url, id + "/article.json");
}

html::Url translation_address(const Settings& settings, const std::string& id, const std::string& language) {
  return below(settings.url, id + "/" + language + ".json");
}

html::Url page_address(const Settings& settings, const std::string& id, const std::string& language) {
  return below(settings.url, id + "/" + language + "/");
}

html::Url embed_page_address(const Settings& settings, const std::string& id, const std::string& language) {
  return below(page_address(settings, id, language), "embed.html");
}

html::Url oembed_address(const Settings& settings, const std::string& id, const std::string& language) {
  return below(page_address(settings, id, language), "oembed.json");
}

html::Url frame_script_address(const Settings& settings) { return below(settings.url, frame_script_name); }

std::optional<html::Url> replies_address(const Settings& settings, const std::string& id) {
  if (!settings.replies)
    return std::nullopt;
  // The settings' address is that of a folder, below which the server's paths are.
  return below(*settings.replies, reply::replies_path_of(id).substr(1));
}

html::Url replies_page_address(const html::Url& replies, const std::string& language) {
  return below(replies, "?language=" + language);
}

} // namespace broadside::publish
