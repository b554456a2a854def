#include "server/replies/service.hpp"

#include "server/log.hpp"
#include "server/store/awaitable_writer.hpp"

#include <charconv>

namespace asio = boost::asio;

namespace broadside::server::replies {

namespace {

using Reason = Rejection::Reason;

tl::unexpected<Rejection> rejected(Reason reason) { return tl::make_unexpected(Rejection{reason}); }

/// Returns the replies under the article's text in that language.
store::Thread thread_of(const ArticleInfo& article, const std::string& language) {
  return {article.id, article.threads, article.in(language).language, article.translations.front().language};
}

std::optional<store::Id> id_from(const std::string& text) {
  store::Id id = 0;
  const auto* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, id);
  if (error != std::errc() || read != end || id < 0)
    return std::nullopt;
  return id;
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
  const auto after = request.after ? id_from(*request.after) : store::Id{0};
  if (!after)
    return rejected(Reason::unknown_cursor);
  const auto thread = thread_of(article, request.language);
  auto page = parts_.store.page({thread, *after, request.limit});
  const auto count = page ? parts_.store.count(thread) : tl::unexpected(page.error());
  if (!count) {
    log::error({"The replies of ", log::Text::by_publisher(article.id),
                " could not be read: ", store::log_text(count.error())});
    return rejected(Reason::unavailable);
  }
  return Page{std::move(page->replies), *count, page->next ? std::optional(std::to_string(*page->next)) : std::nullopt};
}

asio::awaitable<tl::expected<Kept, Rejection>> Service::submit(const ArticleInfo& article, Submission submission) {
  if (!article.replies_open)
    co_return rejected(Reason::closed);
  auto draft = reply::validate(submission.draft);
  if (!draft)
    co_return tl::unexpected(Rejection{Reason::invalid, draft.error()});

  // Called on the writer's thread, and so in the order of the commits.
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
  const auto after =
      parts_.store.page_that_ends_with(thread_of(article, language), id_from(reply.id).value_or(0), usual_page);
  return after && *after > 0 ? std::optional(std::to_string(*after)) : std::nullopt;
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
