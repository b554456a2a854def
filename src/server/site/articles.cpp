#include "server/site/articles.hpp"

#include "core/article/article.hpp"
#include "server/process/log.hpp"

#include <algorithm>

namespace broadside::server {

namespace {

std::shared_ptr<const ArticleInfo> info_of(const article::Article& article) {
  auto info = std::make_shared<ArticleInfo>();
  info->id = article.id;
  info->replies_open = article.replies && article.replies->open;
  info->threads = article.replies ? article.replies->threads : reply::ThreadPolicy::shared;
  info->thread_depth = article.replies ? article.replies->depth : reply::default_thread_depth;
  info->published = article.published;
  for (const auto& translation : article.translations)
    info->translations.push_back(
        {translation.language, translation.title, translation.url ? translation.url->text() : std::string()});
  std::stable_partition(info->translations.begin(), info->translations.end(),
                        [&](const auto& translation) { return translation.language == article.default_language; });
  return info;
}

/// Returns nothing, and logs why, if the text is not that of the article.
std::shared_ptr<const ArticleInfo> parse(const std::string& text, const std::filesystem::path& file,
                                         const std::string& id) {
  const auto article = article::parse(text);
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

Articles::Found Articles::find(const std::string& id) {
  // A text that is not an id must not become a path.
  if (!article::is_id(id))
    return nullptr;
  const auto file = site_ / id / "article.json";
  const auto state = state_of(file);
  const Known known = known_article(id);
  if (!state)
    return without_file(id, known, state.error());
  if (known.is_settled && known.state == *state)
    return known.info;
  return read(file, id, known);
}

/// Reads the file while no lock is held, so that other requests are answered from what was known before.
Articles::Found Articles::read(const std::filesystem::path& file, const std::string& id, const Known& known) {
  const auto found = read_site_file(file);
  if (!found)
    return without_file(id, known, found.error());
  const auto& [text, state] = *found;
  Known now{state, state.is_settled(), known.info};
  // A file with a fault is logged once, not each time that it is asked for. A file that is being written cannot be
  // parsed; what it said before holds until then.
  if (known.state != state || known.text_hash != std::hash<std::string>()(text))
    if (auto info = parse(text, file, id))
      now.info = std::move(info);
  now.text_hash = std::hash<std::string>()(text);
  const std::lock_guard lock(mutex_);
  known_[id] = now;
  last_fault_.reset();
  return now.info;
}

Articles::Known Articles::known_article(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(id);
  return found == known_.end() ? Known{} : found->second;
}

Articles::Found Articles::without_file(const std::string& id, const Known& known, std::errc fault) {
  const std::lock_guard lock(mutex_);
  if (fault == std::errc::no_such_file_or_directory) {
    known_.erase(id);
    return nullptr;
  }
  if (last_fault_ != fault)
    log::warn(
        {"The file of the article ", log::Text::by_publisher(id), " cannot be read: ", std::make_error_code(fault)});
  last_fault_ = fault;
  if (known.info)
    return known.info;
  return tl::unexpected(fault);
}

Articles::Count Articles::read_all() {
  Count count{};
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(site_, error))
    if (const auto found = find(entry.path().filename().string()); found && *found) {
      ++count.all;
      count.open += (*found)->replies_open ? 1 : 0;
    }
  return count;
}

} // namespace broadside::server
