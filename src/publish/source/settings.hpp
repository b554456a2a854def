#pragma once

#include "core/article/article.hpp"
#include "core/html/url.hpp"
#include "publish/source/rendering.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace broadside::publish {

/// The loader that pages name: the very bytes of it.
struct Loader {
  html::Url src;
  /// "sha384-…" (Subresource Integrity).
  std::string integrity;
};

/// What holds for all of a publisher's articles.
struct Settings {
  /// Where the folder that is built will be served; ends in a slash.
  html::Url url;
  /// Always with an address: its home, or else the site.
  article::Publisher publisher;
  std::string default_language, license;
  /// Where the reply server is; ends in a slash.
  std::optional<html::Url> replies;
  reply::Threads threads = reply::Threads::shared;
  std::optional<Loader> loader;
  /// Of articles that say nothing else.
  Rendering rendering;
};

/// What the command line says in the stead of broadside.yaml.
struct SettingsOverrides {
  std::optional<std::string> url, replies;
};

/// Reads broadside.yaml. Faults: those of read_yaml, Fields and check_language, and malformed, unsafe-address.
/// Warnings: those of warn_of_slips and check_language.
std::optional<Settings> read_settings(const std::filesystem::path& file, const SettingsOverrides&, Faults&);

/// Whether it is what a script's attribute `integrity` takes: one hash of SHA-256, SHA-384 or SHA-512.
bool is_integrity(std::string_view);

} // namespace broadside::publish
