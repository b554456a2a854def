#include "server/replies/service.hpp"

#include "core/number.hpp"
#include "server/process/log.hpp"
#include "server/replies/cursor.hpp"
#include "server/store/awaitable_writer.hpp"

#include <limits>

namespace asio = boost::asio;

namespace broadside::server::replies {

namespace {

using Reason = Rejection::Reason;

tl::unexpected<Rejection> rejected(Reason reason) { return tl::make_unexpected(Rejection{reason}); }

/// Returns the query for the replies under the article's text in that language.
store::ThreadQuery thread_of(const ArticleInfo& article, const std::string& language) {
  return {article.id, article.threads, article.in(language).language, article.translations.front().language};
}

Rejection unreadable(const ArticleInfo& article, const store::Failure& failure) {
  log::error(
      {"The replies of ", log::Text::by_publisher(article.id), " could not be read: ", store::log_text(failure)});
  return {Reason::unavailable};
}

store::NewReply new_reply(const ArticleInfo& article, const Submission& submission, reply::Draft draft,
                          std::string time) {
  return {article.id, submission.key ? submission.key->text() : "", std::move(draft),
          article.has(submission.language) ? submission.language : "", std::move(time)};
}

} // namespace

tl::expected<std::shared_ptr<const ArticleInfo>, Rejection> Service::article(const std::string& id) {
  auto found = parts_.articles.find(id);
  if (!found)
    return rejected(Reason::unreadable_article);
  if (!*found)
    return rejected(Reason::unknown_article);
  return std::move(*found);
}

tl::expected<Page, Rejection> Service::page(const ArticleInfo& article, const PageRequest& request) {
  const auto after = request.after ? position_at(*request.after) : reply::Position{};
  if (!after)
    return rejected(Reason::unknown_cursor);
  const auto thread = thread_of(article, request.language);
  auto page = parts_.store.page({thread, *after, request.limit});
  const auto count = page ? parts_.store.count(thread) : tl::unexpected(page.error());
  if (!count)
    return tl::unexpected(unreadable(article, count.error()));
  return Page{std::move(page->replies), *count, page->next ? std::optional(cursor_of(*page->next)) : std::nullopt,
              std::to_string(page->latest)};
}

tl::expected<Changes, Rejection> Service::changes(const ArticleInfo& article, const ChangesRequest& request) {
  const auto since = number<store::ChangeNumber>(request.since, 0, std::numeric_limits<store::ChangeNumber>::max());
  if (!since)
    return rejected(Reason::unknown_change);
  const auto thread = thread_of(article, request.language);
  auto changes = parts_.store.changes({thread, *since, request.limit});
  const auto count = changes ? parts_.store.count(thread) : tl::unexpected(changes.error());
  if (!count)
    return tl::unexpected(unreadable(article, count.error()));
  if (!*changes)
    return rejected(Reason::unknown_change);
  auto& [list, latest, has_more] = **changes;
  return Changes{std::move(list), *count, std::to_string(latest), has_more};
}

asio::awaitable<tl::expected<Kept, Rejection>> Service::submit(const ArticleInfo& article, Submission submission) {
  if (!article.replies_open)
    co_return rejected(Reason::closed);
  auto draft = reply::validate(submission.draft);
  if (!draft)
    co_return tl::unexpected(Rejection{Reason::invalid, draft.error()});

  // This is called on the writer's thread, and so in the order of the commits.
  const auto publish = [&events = parts_.events, id = article.id,
                        client = submission.client](const store::Added& added) {
    if (added.outcome == store::Added::Outcome::added)
      events.publish({id, added.reply, client});
  };
  auto added =
      co_await store::add(parts_.writer, new_reply(article, submission, std::move(*draft), parts_.clock()), publish);
  if (!added)
    co_return rejected(Reason::unavailable);
  if (added->outcome == store::Added::Outcome::key_taken)
    co_return rejected(Reason::key_taken);
  co_return Kept{std::move(added->reply), added->outcome == store::Added::Outcome::added};
}

std::optional<std::string> Service::start_of_page_with(const ArticleInfo& article, const std::string& language,
                                                       const reply::Reply& reply) {
  const auto after = parts_.store.page_that_ends_with(thread_of(article, language), reply.position.place, default_page);
  return after && after->place > 0 ? std::optional(cursor_of(*after)) : std::nullopt;
}

std::optional<std::int64_t> Service::count(const ArticleInfo& article, const std::string& language) {
  const auto count = parts_.store.count(thread_of(article, language));
  return count ? std::optional(*count) : std::nullopt;
}

asio::awaitable<tl::expected<void, std::string>> Service::check() {
  const auto checked = co_await store::check(parts_.writer);
  if (!checked)
    co_return tl::unexpected(std::string(store::words_of(checked.error().kind)));
  co_return tl::expected<void, std::string>();
}

} // namespace broadside::server::replies
