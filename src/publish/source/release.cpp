#include "publish/source/release.hpp"

#include "publish/source/dates.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

std::set<std::filesystem::path> files_of(const Document& document) {
  std::set<std::filesystem::path> files;
  for (const NamedFile& named : document.names)
    files.insert(named.file);
  return files;
}

} // namespace

bool is_in_future(std::string_view text, std::int64_t now) {
  const auto time = time_of(text);
  return time && *time > now;
}

std::string reason_of(const Withheld& text) {
  return text.published.empty() ? "it is a draft" : "its date, " + text.published + ", is in the future";
}

std::vector<Withheld> withhold(std::vector<Document>& documents, const Release& release) {
  std::vector<Withheld> withheld;
  if (documents.empty())
    return withheld;
  const bool usual_draft = documents.front().is_draft.value_or(false);
  const std::string usual_date = first_date(documents, &Document::published);
  std::erase_if(documents, [&](Document& document) {
    const std::string& published = document.published.empty() ? usual_date : document.published;
    const bool is_draft = !release.drafts && document.is_draft.value_or(usual_draft);
    const bool is_early = !release.future && is_in_future(published, release.now);
    if (is_draft || is_early)
      withheld.push_back({document.file, is_draft ? "" : published, files_of(document)});
    return is_draft || is_early;
  });
  return withheld;
}

} // namespace broadside::publish
