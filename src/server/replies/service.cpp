#include "server/replies/service.hpp"

#include "core/number.hpp"
#include "server/process/clock.hpp"
#include "server/process/log.hpp"
#include "server/replies/cursor.hpp"
#include "server/store/awaitable_writer.hpp"
#include "server/store/thread_order.hpp"

#include <limits>

namespace asio = boost::asio;

namespace broadside::server::replies {

namespace {

using Reason = Rejection::Reason;

tl::unexpected<Rejection> rejected(Reason reason) { return tl::make_unexpected(Rejection{reason}); }

/// Returns the query for the replies under the article's text in that language.
store::ThreadQuery thread_of(const ArticleInfo& article, const std::string& language,
                             reply::Order order = reply::Order::oldest) {
  return {article.id, article.threads, article.in(language).language, article.translations.front().language, order};
}

Rejection unreadable(const ArticleInfo& article, const store::Failure& failure) {
  log::error(
      {"The replies of ", log::Text::by_publisher(article.id), " could not be read: ", store::log_text(failure)});
  return {Reason::unavailable};
}

/// Returns a page of the whole thread, which is always found.
store::Result<std::optional<store::Page>> in_thread(store::Store& store, const store::ThreadQuery& thread,
                                                    const std::optional<reply::Position>& after, int limit) {
  auto page = store.page({thread, after.value_or(reply::Position{}), limit});
  return std::move(page).map([](auto found) { return std::optional(std::move(found)); });
}

store::NewReply new_reply(const ArticleInfo& article, const Submission& submission, reply::Draft draft,
                          std::string time, const Verdict& verdict) {
  return {article.id,       submission.key ? submission.key->text() : "",
          std::move(draft), article.has(submission.language) ? submission.language : "",
          std::move(time),  submission.parent,
          verdict.state,    std::string(verdict.reason)};
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

bool Service::takes_replies(const ArticleInfo& article) const {
  return article.replies_open && !is_over(parts_.policy, article.published, parts_.clock()) &&
         !(parts_.closures != nullptr && parts_.closures->has(article.id));
}

tl::expected<Page, Rejection> Service::page(const ArticleInfo& article, const PageRequest& request) {
  const auto after = request.after ? position_at(*request.after) : std::nullopt;
  if (request.after && !after)
    return rejected(Reason::unknown_cursor);
  const auto thread = thread_of(article, request.language, request.order);
  auto found = request.branch.empty() ? in_thread(parts_.store, thread, after, request.limit)
                                      : parts_.store.branch({thread, request.branch, after, request.limit});
  if (found && !*found)
    return rejected(Reason::unknown_reply);
  auto page = std::move(found).map([](auto some) { return *std::move(some); });
  const auto count = page ? parts_.store.count(thread) : tl::unexpected(page.error());
  if (!count)
    return tl::unexpected(unreadable(article, count.error()));
  return Page{std::move(page->replies), *count, page->next ? std::optional(text_of(*page->next)) : std::nullopt,
              std::to_string(page->latest)};
}

std::optional<std::string> Service::version(const ArticleInfo& article) {
  const auto latest = parts_.store.latest(article.id);
  return latest ? std::optional(std::to_string(*latest)) : std::nullopt;
}

tl::expected<Changes, Rejection> Service::changes(const ArticleInfo& article, const ChangesRequest& request) {
  const auto since = number<store::ChangeNumber>(request.since, 0, std::numeric_limits<store::ChangeNumber>::max());
  if (!since)
    return rejected(Reason::unknown_change);
  const auto thread = thread_of(article, request.language, request.order);
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
  if (!takes_replies(article))
    co_return rejected(Reason::closed);
  auto draft = reply::validate(submission.draft);
  if (!draft)
    co_return tl::unexpected(Rejection{Reason::invalid, draft.error()});
  const auto pace = rate_.count(submission.client);
  if (pace == spam::Pace::flood)
    co_return rejected(Reason::too_many);
  const auto sender = parts_.store.sender(draft->email);
  if (!sender)
    co_return rejected(Reason::unavailable);
  const auto rest = draft->name + "\n" + draft->email + "\n" + draft->website;
  const auto verdict = judge(parts_.policy, {draft->text, rest, *sender, pace});

  // This is called on the writer's thread, and so in the order of the commits.
  const auto publish = [&events = parts_.events, id = article.id,
                        client = submission.client](const store::Added& added) {
    if (added.outcome == store::Added::Outcome::added && added.reply.state == reply::State::published)
      events.publish({id, added.reply, client});
  };
  auto added = co_await store::add(parts_.writer,
                                   new_reply(article, submission, std::move(*draft), parts_.clock(), verdict), publish);
  if (!added)
    co_return rejected(Reason::unavailable);
  if (added->outcome == store::Added::Outcome::key_taken)
    co_return rejected(Reason::key_taken);
  if (added->outcome == store::Added::Outcome::parent_gone)
    co_return rejected(Reason::parent_gone);
  co_return Kept{as_kept(article, std::move(added->reply), added->branch_language),
                 added->outcome == store::Added::Outcome::added, submission.key ? added->token : ""};
}

asio::awaitable<tl::expected<Kept, Rejection>> Service::edit(const ArticleInfo& article, Ownership own,
                                                             std::string text) {
  // The other fields of the reply were valid when it was kept, and stay.
  auto draft = reply::validate({"Writer", "writer@example.com", "", std::move(text)});
  if (!draft)
    co_return tl::unexpected(Rejection{Reason::invalid, draft.error()});
  const auto sender = parts_.store.sender_of(own.reply);
  if (!sender)
    co_return rejected(Reason::unavailable);
  const auto [state, reason] = judge(parts_.policy, {.text = draft->text, .sender = *sender});
  store::Alteration alteration{.article = article.id,
                               .reply = std::move(own.reply),
                               .state = state,
                               .reason = std::string(reason),
                               .text = std::move(draft->text),
                               .writer = proof(own.token),
                               .actor = "writer",
                               .time = parts_.clock()};
  // GCC 12 destroys an aggregate twice that is made within the operand of co_await.
  co_return co_await alter(article, std::move(alteration));
}

asio::awaitable<tl::expected<Kept, Rejection>> Service::remove(const ArticleInfo& article, Ownership own) {
  store::Alteration alteration{.article = article.id,
                               .reply = std::move(own.reply),
                               .state = reply::State::deleted,
                               .reason = "writer",
                               .writer = proof(own.token),
                               .actor = "writer",
                               .time = parts_.clock()};
  return alter(article, std::move(alteration));
}

asio::awaitable<tl::expected<Kept, Rejection>> Service::alter(const ArticleInfo& article,
                                                              store::Alteration alteration) {
  const auto publish = [&events = parts_.events, id = article.id](const store::Altered& altered) {
    if (altered.is_newly_published)
      events.publish({id, altered.reply, {}});
  };
  auto altered = co_await store::alter(parts_.writer, std::move(alteration), publish);
  if (!altered)
    co_return rejected(Reason::unavailable);
  if (altered->outcome == store::Altered::Outcome::refused)
    co_return rejected(Reason::not_changeable);
  co_return Kept{as_kept(article, std::move(altered->reply), altered->branch_language), false};
}

/// Returns the reply as its writer sees it, with its position under the text to which it was sent.
reply::Reply Service::as_kept(const ArticleInfo& article, reply::Reply reply,
                              const std::string& branch_language) const {
  reply.position.section = store::section_of(thread_of(article, reply.language), branch_language).value_or(0);
  // A writer does not learn what is taken for spam.
  if (reply.state == reply::State::spam)
    reply.state = reply::State::waiting;
  return reply;
}

store::Alteration::Writer Service::proof(const std::string& token) const {
  return {token, before(parts_.clock(), edit_time)};
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
