#include "server/articles.hpp"

#include "core/article/article.hpp"
#include "server/log.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace broadside::server {

namespace {

std::shared_ptr<const ArticleInfo> info_of(const article::Article& article) {
  auto info = std::make_shared<ArticleInfo>();
  info->id = article.id;
  info->replies_open = article.replies && article.replies->open;
  info->threads = article.replies ? article.replies->threads : reply::Threads::shared;
  for (const auto& translation : article.translations)
    info->translations.push_back(
        {translation.language, translation.title, translation.url ? translation.url->text() : std::string()});
  std::stable_partition(info->translations.begin(), info->translations.end(),
                        [&](const auto& translation) { return translation.language == article.default_language; });
  return info;
}

std::shared_ptr<const ArticleInfo> read(const std::filesystem::path& file, const std::string& id) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  const auto article = article::parse(text.str());
  if (!article) {
    log::warn({log::Text::by_operator(file.string()), ": ", log::Text::by_publisher(article.error().where), ": ",
               log::Text::by_publisher(article.error().message)});
    return nullptr;
  }
  if (article->id != id) {
    log::warn({log::Text::by_operator(file.string()), ": the article's id is ", log::Text::by_publisher(article->id),
               ", which is not its folder's name"});
    return nullptr;
  }
  return info_of(*article);
}

} // namespace

const ArticleInfo::Translation& ArticleInfo::in(std::string_view language) const {
  const auto found = std::find_if(translations.begin(), translations.end(),
                                  [&](const Translation& translation) { return translation.language == language; });
  return found == translations.end() ? translations.front() : *found;
}

Articles::Articles(std::filesystem::path site) : site_(std::move(site)) {}

std::shared_ptr<const ArticleInfo> Articles::find(const std::string& id) {
  // What is no id must not become a path.
  if (!article::is_id(id))
    return nullptr;
  const auto file = site_ / id / "article.json";
  std::error_code error;
  const auto modified = std::filesystem::last_write_time(file, error);

  const std::lock_guard lock(mutex_);
  if (error) {
    known_.erase(id);
    return nullptr;
  }
  auto [entry, is_new] = known_.try_emplace(id);
  if (is_new || entry->second.modified != modified) {
    entry->second.modified = modified;
    // While a file is being written it cannot be read; what it said before holds until then.
    if (auto info = read(file, id))
      entry->second.info = std::move(info);
  }
  return entry->second.info;
}

std::size_t Articles::read_all() {
  std::size_t count = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(site_, error))
    if (std::filesystem::exists(entry.path() / "article.json", error) && find(entry.path().filename().string()))
      ++count;
  return count;
}

} // namespace broadside::server
