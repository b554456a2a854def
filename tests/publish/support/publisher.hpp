#pragma once

#include "publish/build.hpp"

#include "folder.hpp"

/// A small publisher with one article in two languages, and the site that is built of it.
struct Publisher {
  Publisher();

  Folder folder, site;
  std::optional<std::filesystem::path> loader;
  /// True if the build writes the files of headers.
  bool headers = false;
  /// The key that the build signs with, if it does.
  std::optional<std::filesystem::path> key_file;

  /// Writes content/<name> with a title, additional front matter, and a text.
  void write_article(const std::string& name, const std::string& front_matter, const std::string& markdown = "Text.\n");
  /// The time of the build is 2026-11-27T12:00:00Z.
  broadside::publish::Release release{.now = 1'795'780'800};
  /// The result of the last build that succeeded.
  broadside::publish::Built built{};
  /// The ids of the articles that it has made.
  std::vector<std::string> made;
  /// Returns the faults, each as "code at where", without the publisher's folder.
  std::vector<std::string> build();
};
