#pragma once

#include "core/article/article.hpp"
#include "core/html/url.hpp"
#include "publish/source/rendering.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace broadside::publish {

/// The loader that pages name, down to its exact bytes.
struct Loader {
  html::Url src;
  /// The integrity in the form "sha384-…" (Subresource Integrity).
  std::string integrity;
};

/// The settings for all of a publisher's articles.
struct Settings {
  /// The address at which the site will be served. It ends in a slash.
  html::Url url;
  /// The publisher, always with an address: its home page, or else the site.
  article::Publisher publisher;
  std::string default_language, license;
  /// The address of the reply server. It ends in a slash.
  std::optional<html::Url> replies;
  reply::ThreadPolicy threads = reply::ThreadPolicy::shared;
  int thread_depth = reply::default_thread_depth;
  std::optional<Loader> loader;
  /// The rendering of articles that do not say otherwise.
  Rendering rendering;
  /// The file of the key that the build signs articles with, and the public key that goes with it, once that file has
  /// been read.
  std::optional<std::filesystem::path> key_file = {};
  std::string public_key = {};
};

/// The settings that the command line gives instead of broadside.yaml.
struct SettingsOverrides {
  std::optional<std::string> url, replies;
  std::optional<std::filesystem::path> key_file = {};
};

/// Reads broadside.yaml. Faults: those of read_yaml, Fields and check_language, and malformed, unsafe-address.
/// Warnings: those of warn_of_slips and check_language.
std::optional<Settings> read_settings(const std::filesystem::path& file, const SettingsOverrides&, Faults&);

/// Returns whether the text is valid for a script's attribute `integrity`: one hash of SHA-256, SHA-384 or SHA-512.
bool is_integrity(std::string_view);

} // namespace broadside::publish
