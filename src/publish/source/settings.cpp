#include "publish/source/settings.hpp"

#include "core/lines.hpp"
#include "publish/source/language_tag.hpp"
#include "publish/source/text_file.hpp"
#include "publish/values/notations.hpp"
#include "publish/values/slips.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using article::longest_address;
using article::longest_line;

std::optional<html::Url> web_address(const std::string& name, const std::string& text, const Location& location,
                                     Faults& faults) {
  auto url = html::Url::check_base(text);
  if (!url)
    faults.add(location, "unsafe-address", name + ": " + std::string(html::Url::base_rule));
  return url;
}

// Checks an address against which others are resolved, so that they lie below it.
std::optional<html::Url> folder_address(const std::string& name, std::string text, const Location& location,
                                        Faults& faults) {
  if (text.find_first_of("?#") != std::string::npos) {
    faults.add(location, "malformed", name + ": must be the address of a folder, without \"?\" or \"#\"");
    return std::nullopt;
  }
  if (!text.ends_with('/'))
    text += '/';
  return web_address(name, text, location, faults);
}

std::optional<html::Url> read_folder_address(const Fields& fields, const std::string& name,
                                             const std::optional<std::string>& override, Faults& faults) {
  if (override)
    return folder_address("--" + name, *override, {"command line"}, faults);
  const std::string text = fields.text(name, longest_address, faults);
  return text.empty() ? std::nullopt : folder_address(name, text, fields.location(name), faults);
}

article::Publisher read_publisher(const Fields& fields, Faults& faults) {
  const auto publisher = fields.map("publisher", faults);
  if (!publisher) {
    if (!fields.has("publisher"))
      faults.add(fields.location("publisher"), "missing", "publisher: is missing");
    return {};
  }
  warn_of_slips(*publisher, {"name", "url"}, faults);
  const std::string url = publisher->text("url", longest_address, faults);
  return {publisher->required_text("name", longest_line, faults),
          url.empty() ? std::nullopt : web_address(publisher->path("url"), url, publisher->location("url"), faults)};
}

std::string read_language(const Fields& fields, Faults& faults) {
  std::string language = fields.required_text("default", longest_line, faults);
  return language.empty() ? language : check_language(language, "default: ", fields.location("default"), faults);
}

std::optional<Loader> read_loader(const Fields& fields, Faults& faults) {
  const auto loader = fields.map("loader", faults);
  if (!loader)
    return std::nullopt;
  warn_of_slips(*loader, {"src", "integrity"}, faults);
  const std::string src = loader->required_text("src", longest_address, faults);
  const std::string integrity = loader->required_text("integrity", longest_line, faults);
  if (!integrity.empty() && !is_integrity(integrity))
    faults.add(loader->location("integrity"), "malformed",
               loader->path("integrity") + ": must be a hash such as sha384-…");
  const auto url = src.empty() ? std::nullopt : web_address(loader->path("src"), src, loader->location("src"), faults);
  return url ? std::optional(Loader{*url, integrity}) : std::nullopt;
}

// A path in broadside.yaml is relative to the folder that it lies in.
std::optional<std::filesystem::path> read_key_path(const Fields& fields, const std::filesystem::path& folder,
                                                   const std::optional<std::filesystem::path>& override,
                                                   Faults& faults) {
  const std::string text = fields.text("sign", longest_address, faults);
  if (override || text.empty())
    return override;
  return folder / text;
}

} // namespace

std::optional<Settings> read_settings(const std::filesystem::path& file, const SettingsOverrides& overrides,
                                      Faults& faults) {
  const auto before = faults.count();
  const auto text = read_text_file(file, faults);
  const auto value = text ? read_yaml(with_line_feeds(*text), {file, 1}, faults) : std::nullopt;
  const auto fields = value ? Fields::of(*value, file, faults) : std::nullopt;
  if (!fields)
    return std::nullopt;
  warn_of_slips(*fields,
                {"publisher", "url", "default", "license", "replies", "threads", "thread-depth", "html", "typography",
                 "loader", "sign"},
                faults);
  auto publisher = read_publisher(*fields, faults);
  auto url = read_folder_address(*fields, "url", overrides.url, faults);
  auto replies = read_folder_address(*fields, "replies", overrides.replies, faults);
  const auto threads =
      fields->word("threads", reply::thread_policy_words, faults).value_or(reply::ThreadPolicy::shared);
  const auto depth = fields->number("thread-depth", 1, reply::greatest_thread_depth, faults);
  auto language = read_language(*fields, faults);
  auto license = fields->text("license", longest_line, faults);
  auto loader = read_loader(*fields, faults);
  const auto rendering = read_rendering(*fields, {}, faults);
  auto key_file = read_key_path(*fields, file.parent_path(), overrides.key_file, faults);
  // A publisher whose site is nothing but its articles needs to give the address only once.
  if (!publisher.url)
    publisher.url = url;
  else if (!url)
    url = folder_address("publisher.url", publisher.url->text(), fields->location("publisher"), faults);
  if (!url && faults.count() == before)
    faults.add({file, 1}, "missing", "url: is missing: the address at which the articles will be served");
  if (faults.count() > before)
    return std::nullopt;
  return Settings{*std::move(url),
                  std::move(publisher),
                  std::move(language),
                  std::move(license),
                  std::move(replies),
                  threads,
                  depth.value_or(reply::default_thread_depth),
                  std::move(loader),
                  rendering,
                  std::move(key_file),
                  {}};
}

bool is_integrity(std::string_view text) {
  const auto is_base64 = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
           c == '=';
  };
  constexpr std::pair<std::string_view, std::size_t> kinds[] = {{"sha256-", 44}, {"sha384-", 64}, {"sha512-", 88}};
  return std::any_of(std::begin(kinds), std::end(kinds), [&](const auto& kind) {
    return text.starts_with(kind.first) && text.size() == kind.first.size() + kind.second &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(kind.first.size()), text.end(), is_base64);
  });
}

} // namespace broadside::publish
