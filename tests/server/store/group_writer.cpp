#include "server/store/group_writer.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <future>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using Outcome = Added::Outcome;

namespace {

/// A store whose first add waits until the test lets it go on. It notes the groups.
class HeldStore final : public Store {
public:
  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    groups.push_back(replies.size());
    if (groups.size() == 1) {
      entered.set_value();
      may_go.get_future().wait();
    }
    if (failing)
      return tl::unexpected(Failure{Failure::Kind::full});
    std::vector<Added> added;
    for (const NewReply& reply : replies)
      added.push_back({Outcome::added, {reply.key, "", "", "", ""}});
    return added;
  }
  Result<std::vector<Altered>> alter(const std::vector<Alteration>& alterations) override {
    alteration_groups.push_back(alterations.size());
    if (failing)
      return tl::unexpected(Failure{Failure::Kind::full});
    std::vector<Altered> altered;
    for (const Alteration& alteration : alterations)
      altered.push_back({Altered::Outcome::altered, {alteration.reply, "", "", "", ""}});
    return altered;
  }
  Result<std::vector<Decided>> decide(const std::vector<Decision>& decisions) override {
    return std::vector<Decided>(decisions.size());
  }
  Result<Sender> sender(const std::string&) override { return Sender{}; }
  Result<Sender> sender_of(const std::string&) override { return Sender{}; }
  Result<Queue> queue(const QueueRequest&) override { return Queue{}; }
  Result<Totals> totals() override { return Totals{}; }
  Result<std::optional<Card>> card(const std::string&) override { return std::nullopt; }
  Result<std::vector<AuditEntry>> decision(const std::string&) override { return std::vector<AuditEntry>{}; }
  Result<Page> page(const PageRequest&) override { return Page{{}, std::nullopt, 0}; }
  Result<std::optional<Page>> branch(const BranchRequest&) override { return std::nullopt; }
  Result<std::optional<Changes>> changes(const ChangesRequest&) override { return std::nullopt; }
  Result<ChangeNumber> latest(const std::string&) override { return 0; }
  Result<std::int64_t> count(const ThreadQuery&) override { return 0; }
  Result<void> check() override {
    ++checks;
    return {};
  }

  std::vector<std::size_t> groups, alteration_groups;
  std::promise<void> entered, may_go;
  int checks = 0;
  bool failing = false;
};

} // namespace

TEST_CASE("Replies that come while one group is written form the next group, and each gets its own result") {
  HeldStore store;
  store.failing = GENERATE(false, true);
  std::vector<std::string> told;
  {
    GroupWriter writer(store);
    const auto add = [&](const std::string& key) {
      writer.add(reply_of(key), [&told](Result<Added> added) { told.push_back(added ? added->reply.id : "failed"); });
    };
    add("a");
    store.entered.get_future().wait();
    for (const char* key : {"b", "c", "d"})
      add(key);
    store.may_go.set_value();
  }
  CHECK(store.groups == std::vector<std::size_t>{1, 3});
  CHECK(told == (store.failing ? std::vector(4, "failed"s) : std::vector{"a"s, "b"s, "c"s, "d"s}));
}

TEST_CASE("A check is answered after the replies that were waiting before it") {
  HeldStore store;
  std::vector<std::string> told;
  {
    GroupWriter writer(store);
    writer.add(reply_of("a"), [&](const Result<Added>&) { told.push_back("added"); });
    store.entered.get_future().wait();
    for (int i = 0; i < 3; ++i)
      writer.check([&](const Result<void>& checked) { told.push_back(checked ? "good" : "bad"); });
    writer.add(reply_of("b"), [&](const Result<Added>&) { told.push_back("added"); });
    store.may_go.set_value();
  }
  CHECK(told == std::vector{"added"s, "added"s, "good"s, "good"s, "good"s});
  CHECK(store.checks == 1);
}

TEST_CASE("Alterations that come while a group is written are made together after it, each with its own result") {
  HeldStore store;
  std::vector<std::string> told;
  {
    GroupWriter writer(store);
    writer.add(reply_of("a"), [](Result<Added>) {});
    store.entered.get_future().wait();
    for (const char* id : {"one", "two"})
      writer.alter({.article = "news",
                    .reply = id,
                    .state = reply::State::published,
                    .reason = "moderator",
                    .actor = "moderator",
                    .time = ""},
                   [&told](Result<Altered> altered) { told.push_back(altered ? altered->reply.id : "failed"); });
    store.failing = GENERATE(false, true);
    store.may_go.set_value();
  }
  CHECK(store.alteration_groups == std::vector<std::size_t>{2});
  CHECK(told ==
        (store.failing ? std::vector<std::string>{"failed", "failed"} : std::vector<std::string>{"one", "two"}));
}
