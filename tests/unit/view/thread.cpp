#include "core/view/thread.hpp"
#include "core/language/date.hpp"
#include "messages/built_in_messages.hpp"
#include "support/messages.hpp"
#include "support/views.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace broadside;
using tests::as_text;
using tests::holds;
using tests::reply_at;
using tests::thread_with;

namespace {

/// Returns the ids of the list items in brackets that show which stands below which, and "@" with the id of a reply to
/// which one says that it answers.
std::string nesting(const view::Thread& thread) {
  static const std::regex part(R"re(<li class="reply" id="reply-(\d+)">|</li>|<a href="#reply-(\d+)">)re");
  const auto text = thread_with(thread);
  std::string all;
  for (std::sregex_iterator at(text.begin(), text.end(), part), end; at != end; ++at)
    all += (*at)[1].matched ? "(" + at->str(1) : (*at)[2].matched ? "@" + at->str(2) : ")";
  return all;
}

} // namespace

TEST_CASE("A thread shows names, times and texts, and no e-mail address") {
  view::Thread thread;
  thread.replies = {{"17", "Ana <b>", "https://ana.example/", "Hello *you*", "2021-03-14T10:32:00Z"},
                    {"18", "Bob", "javascript:alert(1)", "x", "2021-03-14T10:33:00Z"}};
  thread.more = true;
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  CHECK(holds(text, ">replies</h2>"));
  CHECK(holds(
      text,
      "<li class=\"reply\" id=\"reply-17\"><p class=\"reply-head\"><bdi class=\"reply-name\">"
      "<a href=\"https://ana.example/\" rel=\"nofollow ugc noopener\">Ana &lt;b&gt;</a></bdi> "
      "<time class=\"reply-date\" datetime=\"2021-03-14T10:32:00Z\" title=\"date_time date m3 14 2021 10:32\">"
      "date_time date m3 14 2021 10:32</time></p>"
      "<div class=\"reply-text\" dir=\"auto\"><p>Hello <em>you</em></p></div><p class=\"actions reply-actions\">"));
  CHECK(holds(text, "<bdi class=\"reply-name\">Bob</bdi>"));
  CHECK(holds(text, "value=\"more\""));
}

TEST_CASE("A thread tells times in the reader's zone, and the last day by how long ago it was") {
  view::Thread thread;
  thread.replies = {{"1", "Ana", "", "x", "2021-03-14T10:32:00Z"}, {"2", "Bob", "", "x", "2021-03-16T07:32:00Z"}};
  thread.minutes_ahead = {60, 120};
  thread.minute = language::unix_time(language::parse_date("2021-03-16T10:40:00Z").value()) / 60;
  const auto& words = language::built_in_messages("en");
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, words, writer); });
  CHECK(holds(text, "title=\"March 14, 2021 at 11:32 UTC+1\">March 14, 2021 at 11:32 UTC+1</time>"));
  CHECK(holds(text, "title=\"March 16, 2021 at 09:32 UTC+2\">3 hours ago</time>"));
}

TEST_CASE("A reply is found by its id, and by its place, which once was its number") {
  view::Thread thread;
  thread.replies = {{"k3d", "Ana", "", "Hello", "2021-03-14T10:32:00Z", "", 9},
                    {"x7q", "Bob", "", "Hello", "2021-03-14T10:33:00Z"}};
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  CHECK(holds(text, "<li class=\"reply\" id=\"reply-k3d\"><p class=\"reply-head\" id=\"reply-9\">"));
  CHECK(holds(text, "<li class=\"reply\" id=\"reply-x7q\"><p class=\"reply-head\"><bdi"));
}

TEST_CASE("Replies stand below those that they answer, as deep as the thread shows, and else say whom they answer") {
  view::Thread thread;
  thread.replies = {reply_at({1}), reply_at({1, 2}), reply_at({1, 2, 4}), reply_at({1, 3}), reply_at({5})};
  CHECK(nesting(thread) == "(1(2(4))(3))(5)");
  thread.depth = 2;
  CHECK(nesting(thread) == "(1(2)(4@2)(3))(5)");
  thread.depth = 1;
  CHECK(nesting(thread) == "(1)(2@1)(4@2)(3@1)(5)");
  // A page may begin within a branch.
  thread.depth = 5;
  thread.replies = {reply_at({1, 2, 4}), reply_at({1, 2, 4, 6}), reply_at({1, 3}), reply_at({5})};
  CHECK(nesting(thread) == "(4@2(6))(3@1)(5)");
  // One whose parent stands beside it, as deep as replies stand at all.
  thread.replies = {reply_at({1}), reply_at({1, 2}), reply_at({1, 3})};
  thread.replies[2].parent = {"2", "W2"};
  CHECK(nesting(thread) == "(1(2)(3@2))");
}

TEST_CASE("A reply that is deleted shows its place alone, and one that waits says so") {
  view::Thread thread;
  thread.replies = {reply_at({1}), reply_at({1, 2}), reply_at({3})};
  thread.replies[0].state = reply::State::deleted;
  thread.replies[0].name = thread.replies[0].text = "secret";
  thread.replies[2].state = reply::State::waiting;
  const auto text = thread_with(thread);
  CHECK(holds(text, "<li class=\"reply\" id=\"reply-1\"><p class=\"empty\">reply_deleted</p><ol"));
  CHECK_FALSE(holds(text, "secret"));
  CHECK(holds(text, "<p class=\"hint\">reply_waiting</p>"));
  CHECK_FALSE(holds(text, "reply-reply-1"));
  CHECK_FALSE(holds(text, "reply-reply-3"));
  CHECK(holds(
      text, "<button id=\"reply-reply-2\" type=\"button\" value=\"reply\" aria-label=\"reply_to W2\">reply</button>"));
}

TEST_CASE("A thread offers what its reader may do with each reply") {
  view::Thread thread;
  thread.replies = {reply_at({1}), reply_at({1, 2})};
  CHECK_FALSE(holds(thread_with(thread), "value=\"edit\""));
  CHECK_FALSE(holds(thread_with(thread), "value=\"branch\""));
  thread.own = {"2"};
  thread.replies[0].answers = thread.replies[1].answers = 2;
  CHECK(holds(thread_with(thread), "<button id=\"reply-edit-2\" type=\"button\" value=\"edit\">edit</button>"));
  CHECK(holds(thread_with(thread), "<button id=\"reply-branch-1\""));
  CHECK_FALSE(holds(thread_with(thread), "<button id=\"reply-branch-2\""));
  thread.answer_address = "replies?parent=";
  thread.branch_address = "replies?branch=";
  CHECK(holds(thread_with(thread), "<a href=\"replies?parent=2#reply-form-title\" aria-label=\"reply_to W2\">"));
  CHECK(holds(thread_with(thread), "<a href=\"replies?branch=1\">replies_more</a>"));
  thread.open = false;
  CHECK_FALSE(holds(thread_with(thread), "reply_to"));
}

TEST_CASE("A thread shows the number of replies if it is known, and else no number") {
  const auto title = [](const view::Thread& thread) {
    const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
    const auto start = text.find(" id=\"reply-thread-title\">") + 25;
    return text.substr(start, text.find("</h2>") - start);
  };
  using State = view::Thread::State;
  const std::vector<reply::Reply> one = {{"17", "Ana", "", "Hello", "2021-03-14T10:32:00Z"}};
  CHECK(title({State::ready, one, true, 1'234}) == "replies_title 1,234");
  CHECK(title({State::failed, one, false, 134}) == "replies_title 134");
  CHECK(title({State::loading, {}, false, 134}) == "replies_title 134");
  CHECK(title({State::ready, one, false, std::nullopt}) == "replies_title_one 1");
  CHECK(title({State::ready, one, true, std::nullopt}) == "replies");
  // This reply was sent while the others could not be loaded.
  CHECK(title({State::failed, one, false, std::nullopt}) == "replies");
  CHECK(title({State::ready, one, true, 1'000'000'000'000}) == "replies_title 4,294,967,295");
}

TEST_CASE("A thread says that it is loading, has failed, or is empty") {
  const auto in_state = [](view::Thread::State state) {
    return as_text([&](html::Writer& writer) { view::thread({state, {}, false}, tests::messages(), writer); });
  };
  CHECK(holds(in_state(view::Thread::State::loading), "role=\"status\">replies_loading"));
  CHECK(holds(in_state(view::Thread::State::loading), ">replies</h2>"));
  CHECK(holds(in_state(view::Thread::State::ready), ">replies_title 0</h2>"));
  CHECK(holds(in_state(view::Thread::State::failed), "role=\"alert\">replies_failed"));
  CHECK(holds(in_state(view::Thread::State::failed), "value=\"reload\""));
  CHECK(holds(in_state(view::Thread::State::ready), "replies_empty"));
}

TEST_CASE("A thread that takes no new replies does not ask for the first one") {
  view::Thread thread;
  thread.open = false;
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  CHECK(holds(text, ">replies_title 0</h2></section>"));
}

TEST_CASE("A reply in another script than its article's is not marked as being in the article's language") {
  const auto text = as_text([](html::Writer& writer) { view::reply_text("שלום לכולם", "en", "", writer); });
  CHECK(text == "<div class=\"reply-text\" lang=\"und-Hebr\" dir=\"auto\"><p>שלום לכולם</p></div>");
}
