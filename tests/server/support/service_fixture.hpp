#pragma once

#include "server/moderation/decisions.hpp"
#include "server/replies/service.hpp"
#include "support/recorder.hpp"
#include "support/running_server.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <future>
#include <string>
#include <vector>

namespace broadside::test {

/// The service with a site and a database of its own, and a clock that the test sets.
class ServiceFixture {
public:
  explicit ServiceFixture(server::replies::Policy rules = {}) : policy(rules) {
    write_site(folder_.path());
    events.listen(recorder);
  }
  ServiceFixture(const ServiceFixture&) = delete;
  ServiceFixture& operator=(const ServiceFixture&) = delete;
  /// The writer ends between the workers' last step and the end of their pool, as in the server.
  ~ServiceFixture() {
    recorder.open_gate();
    workers_.join();
  }

  std::filesystem::path folder() const { return folder_.path(); }
  std::filesystem::path database() const { return folder_.path() / "replies.sqlite"; }

  auto article(const std::string& id = "north-korea") { return service.article(id); }

  auto begin(server::replies::Submission submission, const std::string& id = "north-korea") {
    return boost::asio::co_spawn(
        workers_,
        [this, submission = std::move(submission),
         id]() -> boost::asio::awaitable<tl::expected<server::replies::Kept, server::replies::Rejection>> {
          const auto found = service.article(id).value();
          co_return co_await service.submit(*found, submission);
        },
        boost::asio::use_future);
  }

  auto submit(server::replies::Submission submission, const std::string& id = "north-korea") {
    return begin(std::move(submission), id).get();
  }

  auto edit(const server::replies::Kept& kept, const std::string& text) {
    return run([&](const server::ArticleInfo& article) {
      return service.edit(article, {kept.reply.id, kept.token}, text);
    });
  }

  auto remove(const server::replies::Kept& kept) {
    return run([&](const server::ArticleInfo& article) {
      return service.remove(article, {kept.reply.id, kept.token});
    });
  }

  /// Has a moderator carry an action out on the reply as it is now.
  server::store::Altered decide(const server::replies::Kept& kept, server::moderation::Action action) {
    const auto version = decisions.card(kept.reply.id).value().value().version;
    const server::moderation::Order order{action, {{kept.reply.id, version}}};
    const auto outcome =
        boost::asio::co_spawn(workers_, decisions.carry_out(order, "Grace"), boost::asio::use_future).get();
    return outcome.value().replies.at(0).altered;
  }

  auto check() { return boost::asio::co_spawn(workers_, service.check(), boost::asio::use_future).get(); }

  std::vector<std::string> texts(const std::string& language = "") {
    std::vector<std::string> all;
    const auto page = service.page(*article().value(), {.language = language, .limit = server::replies::longest_page});
    for (const auto& reply : page.value().replies)
      all.push_back(reply.text);
    return all;
  }

private:
  template <typename Work> tl::expected<server::replies::Kept, server::replies::Rejection> run(Work work) {
    const auto found = article().value();
    return boost::asio::co_spawn(workers_, work(*found), boost::asio::use_future).get();
  }

  TemporaryFolder folder_;
  std::unique_ptr<server::store::Store> store_ = opened(database());

public:
  std::string now = "2026-03-01T14:30:00Z";
  server::replies::Policy policy;
  server::Articles articles{folder() / "site"};
  Recorder recorder;
  server::replies::Events events;

private:
  boost::asio::thread_pool workers_{4};
  server::store::GroupWriter writer_{*store_};

public:
  server::replies::Service service{{articles, *store_, writer_, events, [this] { return now; }, nullptr, policy}};
  server::moderation::Decisions decisions{{*store_, writer_, events, [this] { return now; }}};
};

inline server::replies::Submission from_ada(const std::string& text) {
  return {.draft = {"Ada", "ada@example.com", "", text}};
}

inline server::replies::Submission with_key(const std::string& key, const std::string& text) {
  auto submission = from_ada(text);
  submission.key = server::replies::Key::parse(key);
  REQUIRE(submission.key);
  return submission;
}

inline server::replies::Rejection::Reason
reason_of(const tl::expected<server::replies::Kept, server::replies::Rejection>& kept) {
  REQUIRE_FALSE(kept);
  return kept.error().reason;
}

} // namespace broadside::test
