#pragma once

#include "publish/build.hpp"

#include "folder.hpp"

/// A small publisher with one article in two languages, and the site that is built of it.
struct Publisher {
  Publisher();

  Folder folder, site;
  std::optional<std::filesystem::path> loader;

  /// Writes content/<name>: a title, what more the front matter is to say, and a text.
  void write_article(const std::string& name, const std::string& front_matter, const std::string& markdown = "Text.\n");
  /// The time is 2026-11-27T12:00:00Z.
  broadside::publish::Release release{.now = 1'795'780'800};
  /// What the last build that succeeded said.
  broadside::publish::Built built{};
  /// The faults, each as "code at where", with the publisher's folder left out.
  std::vector<std::string> build();
};
