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

bool has_passed(std::string_view text, std::int64_t now) {
  const auto time = time_of(text);
  return time && *time <= now;
}

std::string reason_of(const Withheld& text) {
  switch (text.reason) {
  case Withheld::Reason::draft:
    return "it is a draft";
  case Withheld::Reason::to_come:
    return "its date, " + text.date + ", is in the future";
  case Withheld::Reason::expired:
    return "it has expired on " + text.date;
  }
  return "";
}

std::optional<std::int64_t> next_change(const std::vector<Document>& documents, std::int64_t now) {
  std::optional<std::int64_t> next;
  const auto take = [&](const std::string& date) {
    if (const auto time = time_of(date); time && *time > now && (!next || *time < *next))
      next = time;
  };
  for (const Document& document : documents) {
    take(document.published);
    take(document.modified);
    take(document.expires);
    std::for_each(document.dates_to_come.begin(), document.dates_to_come.end(), take);
  }
  return next;
}

std::vector<Withheld> withhold(std::vector<Document>& documents, const Release& release) {
  std::vector<Withheld> withheld;
  if (documents.empty())
    return withheld;
  const bool usual_draft = documents.front().is_draft.value_or(false);
  const std::string usual_date = first_date(documents, &Document::published);
  const std::string usual_end = documents.front().expires;
  std::erase_if(documents, [&](const Document& document) {
    const std::string& published = document.published.empty() ? usual_date : document.published;
    const std::string& expires = document.expires.empty() ? usual_end : document.expires;
    const auto take = [&](Withheld::Reason reason, const std::string& date) {
      withheld.push_back({reason, document.file, date, files_of(document)});
      return true;
    };
    if (!release.drafts && document.is_draft.value_or(usual_draft))
      return take(Withheld::Reason::draft, "");
    if (has_passed(expires, release.now))
      return take(Withheld::Reason::expired, expires);
    if (!release.future && is_in_future(published, release.now))
      return take(Withheld::Reason::to_come, published);
    return false;
  });
  return withheld;
}

} // namespace broadside::publish
