#include "publish/signing/article_signature.hpp"

#include "core/article/signature.hpp"
#include "core/json/text.hpp"
#include "core/moment.hpp"
#include "publish/signing/sha256.hpp"
#include "publish/signing/statement.hpp"
#include "publish/source/dates.hpp"
#include "publish/source/percent_encoding.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

std::optional<std::int64_t> latest_change(const article::Article& article) {
  std::optional<std::int64_t> latest;
  for (const auto& translation : article.translations)
    latest = std::max(latest, modified_at(article, translation));
  return latest;
}

// A browser refuses what is older than what it has seen.
void warn_of_date(const fs::path& folder, std::optional<std::int64_t> modified, std::int64_t now, Faults& faults) {
  if (!modified)
    faults.warn({folder}, "undated",
                "is signed without a date, so that readers cannot be kept from an old version; write published: or "
                "modified: into its texts");
  else if (*modified > now)
    faults.warn({folder}, "dated-ahead",
                "is signed with the date " + rfc3339(*modified) +
                    ", which is still to come: browsers that have seen it refuse a version with an earlier date");
}

// Texts are named too, but they are not files of the site.
void add_named_files(const ArticleFolder& folder, Statement& statement, Faults& faults) {
  const fs::path content = folder.path.parent_path().lexically_normal();
  for (const fs::path& file : folder.names) {
    if (file.extension() == ".md")
      continue;
    const auto hash = sha256_of_file(file);
    if (hash)
      statement.files.emplace(percent_encoded(file.lexically_relative(content).generic_string()), *hash);
    else
      faults.add({file}, "unreadable", "cannot be read");
  }
}

} // namespace

void add_signature(const ArticleFolder& folder, const SigningKey& key, std::int64_t now, std::vector<SiteFile>& files,
                   Faults& faults) {
  const auto modified = latest_change(folder.article);
  warn_of_date(folder.path, modified, now, faults);
  Statement statement{folder.article.id, folder.article.canonical->text(), modified ? rfc3339(*modified) : "", {}};
  for (const SiteFile& file : files)
    statement.files.emplace(percent_encoded(file.name), sha256(file.text));
  add_named_files(folder, statement, faults);
  std::string file = R"({"jws":)" + json::quoted(jws_of(statement, key)) + "}\n";
  if (file.size() > article::longest_signature)
    faults.add({folder.path}, "too-large",
               "names " + std::to_string(statement.files.size()) +
                   " files, whose hashes are more than a signature may be (" +
                   std::to_string(article::longest_signature) + " bytes); divide the article, or show fewer of them");
  files.push_back({(fs::path(folder.article.id) / article::signature_file).generic_string(), std::move(file)});
}

} // namespace broadside::publish
