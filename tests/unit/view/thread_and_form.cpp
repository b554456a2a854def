#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "support/messages.hpp"
#include "support/views.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using tests::as_text;
using tests::form_with;
using tests::holds;
using tests::reply_at;
using tests::thread_with;

TEST_CASE("Names of readers are text wherever they stand") {
  view::Thread thread;
  thread.replies = {reply_at({1, 2})};
  thread.replies[0].name = thread.replies[0].parent.name = "\"><img src=x onerror=alert(1)>{name}";
  view::Form form;
  form.purpose = view::Form::Purpose::answer;
  form.parent_name = thread.replies[0].name;
  for (const auto& text : {thread_with(thread), form_with(form)}) {
    CHECK_FALSE(holds(text, "<img"));
    CHECK(holds(text, "{name}"));
  }
}

TEST_CASE("Every task of every reply has a name, in the thread and in the preview") {
  view::Thread thread;
  thread.replies = {{"17", "Ana", "", "- [ ] a", "2021-03-14T10:32:00Z"}, {"18", "Bob", "", "- [ ] b", ""}};
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  CHECK(holds(text, "<li class=\"task\" id=\"reply-17-checkbox-1\">"));
  CHECK(holds(text, "aria-labelledby=\"reply-18-checkbox-1\""));
  view::Form form;
  form.preview = "- [ ] a";
  CHECK(holds(form_with(form), "aria-labelledby=\"reply-preview-checkbox-1\""));
}

TEST_CASE("Replies and form are landmarks, whose names contain the article's title") {
  view::Thread thread;
  const auto replies = [&] {
    return as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  };
  view::Form form;
  CHECK(holds(replies(), "aria-labelledby=\"reply-thread-title\">"));
  CHECK(holds(form_with(form), "aria-labelledby=\"reply-form-title\""));
  thread.title = form.title = "T & U";
  CHECK(holds(replies(), "aria-label=\"replies_title 0 – T &amp; U\">"));
  CHECK(holds(form_with(form), "aria-label=\"reply_title – T &amp; U\""));
}

TEST_CASE("The thread and the form state the language of their words") {
  const auto messages = tests::messages("ur");
  const auto thread = as_text([&](html::Writer& writer) { view::thread({}, messages, writer); });
  CHECK(holds(thread, "<section class=\"replies\" lang=\"ur\" dir=\"rtl\" aria-labelledby=\"reply-thread-title\">"));
  const auto form = as_text([&](html::Writer& writer) { view::form({}, messages, writer); });
  CHECK(holds(form, "<form class=\"form\" lang=\"ur\" dir=\"rtl\" novalidate"));
}
