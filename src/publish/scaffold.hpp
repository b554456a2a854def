#pragma once

#include "publish/faults/faults.hpp"

#include <string>
#include <vector>

namespace broadside::publish {

// These functions write the first files of something that a publisher then changes. None of them replaces a file. They
// return the files that they have written; with any fault, they write none.

struct NewSite {
  std::filesystem::path folder;
  /// The publisher's name, as every page shows it.
  std::string name = "My Publication";
  std::string language = "en";
};

struct NewArticle {
  /// The publisher's folder, with broadside.yaml.
  std::filesystem::path publisher;
  std::string id;
  std::string title = "A Headline";
};

struct NewTranslation {
  std::filesystem::path publisher;
  std::string id, language;
};

/// Writes broadside.yaml and a first article, from which `broadside build` makes a site. Faults: exists, malformed,
/// unwritable, and those of check_language.
std::vector<std::filesystem::path> write_site(const NewSite&, Faults&);

/// Writes the text of an article in the publisher's default language, dated `today` (2021-03-14). Faults: malformed if
/// the id is none, exists, unwritable, and those of read_settings.
std::vector<std::filesystem::path> write_article(const NewArticle&, const std::string& today, Faults&);

/// Writes a text in another language: the article's text in the publisher's default language, as a draft for the
/// translator. Faults: exists, missing if there is no such text, unwritable, and those of read_settings, check_language
/// and cut_front_matter.
std::vector<std::filesystem::path> write_translation(const NewTranslation&, Faults&);

} // namespace broadside::publish
