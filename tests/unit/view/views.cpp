#include "core/language/date.hpp"
#include "core/view/article.hpp"
#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "support/messages.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <vector>

using namespace broadside;
using tests::as_text;

namespace {

article::Article example() {
  return article::parse(R"({"broadside":1,"id":"a","default":"en","published":"2021-03-14","modified":"2021-03-15",
    "translations":{
      "en":{"title":"T & U","dek":"D","authors":["A","B"],"markdown":"# h\n\ntext","url":"https://n.example/en/",
            "lead":{"src":"https://n.example/p.svg","alt":"alt","caption":"c","credit":"d","width":3,"height":2}},
      "es":{"title":"T","markdown":"","url":"https://n.example/es/"}}})")
      .value();
}

std::string shown(const std::string& language) {
  const auto article = example();
  return as_text([&](html::Writer& writer) {
    view::article(article, *article.find(language), tests::messages(), language::built_in_names(), nullptr, writer);
  });
}

std::string form_with(const view::Form& form) {
  return as_text([&](html::Writer& writer) { view::form(form, tests::messages(), writer); });
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("An article consists of its skip link, head and body") {
  CHECK(shown("en") ==
        "<article class=\"article\" lang=\"en\" dir=\"ltr\">"
        "<p class=\"skip\"><a href=\"#article-body\">skip</a></p>"
        "<header class=\"head\" id=\"article-head\"><h1 class=\"title\">T &amp; U</h1><p class=\"dek\">D</p>"
        "<figure class=\"lead\"><img src=\"https://n.example/p.svg\" alt=\"alt\" width=\"3\" height=\"2\">"
        "<figcaption><span class=\"caption\">c</span> <span class=\"credit\">d</span></figcaption></figure>"
        "<p class=\"byline\">byline <bdi class=\"author\">A</bdi> two <bdi class=\"author\">B</bdi></p>"
        "<p class=\"dates\"><time class=\"published\" datetime=\"2021-03-14\">date m3 14 2021</time>"
        " updated <time class=\"modified\" datetime=\"2021-03-15\">date m3 15 2021</time></p>"
        "<p class=\"switch\"><a href=\"https://n.example/es/\" hreflang=\"es\" lang=\"es\" dir=\"ltr\">Leer en "
        "español</a></p>"
        "</header><div class=\"body\" id=\"article-body\"><h2 id=\"article-h\">h</h2><p>text</p></div></article>");
}

TEST_CASE("Missing parts of an article leave nothing behind") {
  const auto spanish = shown("es");
  for (const char* part : {"dek", "figure", "byline"})
    CHECK_FALSE(holds(spanish, part));
  CHECK(holds(spanish, "Read in English"));
}

TEST_CASE("Words in another language than the article's state their language") {
  const auto spanish = shown("es");
  CHECK(holds(spanish, "<p class=\"skip\" lang=\"en\" dir=\"ltr\"><a"));
  CHECK(holds(spanish, "<p class=\"dates\" lang=\"en\" dir=\"ltr\"><time"));
  const auto persian = as_text([](html::Writer& writer) {
    view::article(example(), *example().find("en"), tests::messages("fa"), language::built_in_names(), nullptr, writer);
  });
  CHECK(holds(persian, "<p class=\"byline\" lang=\"fa\" dir=\"rtl\">byline"));
}

TEST_CASE("A date whose time is known shows it") {
  auto article = example();
  article.published = "2021-03-14T10:32:00Z";
  const auto text = as_text([&](html::Writer& writer) {
    view::article(article, *article.find("en"), tests::messages(), language::built_in_names(), nullptr, writer);
  });
  CHECK(holds(text, "<time class=\"published\" datetime=\"2021-03-14T10:32:00Z\" "
                    "title=\"date_time date m3 14 2021 10:32\">date m3 14 2021</time>"));
}

TEST_CASE("The headings of a plain Markdown file include its headline") {
  const auto text = as_text([](html::Writer& writer) {
    view::document("# Title\n\ntext", "", markdown::RawHtml::drop, tests::messages(), nullptr, writer);
  });
  CHECK(text ==
        "<article class=\"article\" dir=\"auto\"><p class=\"skip\" lang=\"en\" dir=\"ltr\"><a "
        "href=\"#article-body\">skip</a></p>"
        "<div class=\"body\" id=\"article-body\"><h1 id=\"article-title\">Title</h1><p>text</p></div></article>");
}

TEST_CASE("The front matter of a plain Markdown file becomes its head") {
  const auto shown_document = [](std::string_view markdown, std::string_view language = "") {
    return as_text([&](html::Writer& writer) {
      view::document(markdown, language, markdown::RawHtml::drop, tests::messages(), nullptr, writer);
    });
  };
  const std::string front_matter = "---\ntitle: T & U\nlang: ar\ndate: 2021-03-14\nauthors: [A, B]\n---\n";
  const std::string skip = "<p class=\"skip\" lang=\"en\" dir=\"ltr\"><a href=\"#article-body\">skip</a></p>";
  const std::string byline = "<p class=\"byline\" lang=\"en\" dir=\"ltr\">byline <bdi class=\"author\">A</bdi> two "
                             "<bdi class=\"author\">B</bdi></p>"
                             "<p class=\"dates\" lang=\"en\" dir=\"ltr\"><time class=\"published\" "
                             "datetime=\"2021-03-14\">date m3 14 2021</time></p>";
  SECTION("headline, byline, date and language") {
    CHECK(shown_document(front_matter + "text") ==
          "<article class=\"article\" lang=\"ar\" dir=\"rtl\">" + skip +
              "<header class=\"head\" id=\"article-head\"><h1 class=\"title\">T &amp; U</h1>" + byline +
              "</header><div class=\"body\" id=\"article-body\"><p>text</p></div></article>");
  }
  SECTION("the language in the request takes precedence") {
    CHECK(holds(shown_document(front_matter + "text", "en"), "lang=\"en\" dir=\"ltr\""));
  }
  SECTION("the headline of the text is the only one, and if there is a title the text's headings stand below it") {
    for (const char* text : {"\n# Own\n", "Own\n===\n"}) {
      const auto own = shown_document(front_matter + text);
      CHECK(holds(own, "<header class=\"head\" id=\"article-head\">" + byline + "</header>"));
      CHECK(holds(own, ">Own</h1>"));
    }
    CHECK(holds(shown_document(front_matter + "Text.\n\n# Part\n"), ">Part</h2>"));
  }
  SECTION("a date in words is shown in words, and a file without front matter has no head") {
    CHECK(holds(shown_document("---\ndate: in spring\n---\n"), "<p class=\"dates\">in spring</p>"));
    CHECK_FALSE(holds(shown_document("---\ntags: [a]\nlang: e_n\n---\ntext"), "header"));
  }
}

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

TEST_CASE("A headline with a word that a narrow column does not hold is marked") {
  const auto is_long = [](const std::string& title) {
    const auto text = as_text([&](html::Writer& writer) {
      view::document("---\ntitle: " + title + "\n---\ntext", "", std::nullopt, tests::messages(), nullptr, writer);
    });
    return holds(text, "class=\"title long\"");
  };
  CHECK(is_long("Die Rindfleischetikettierung"));
  CHECK(is_long("Η ηλεκτροεγκεφαλογράφημα"));
  CHECK_FALSE(is_long("Extraordinarily many unextraordinary short ones"));
  CHECK_FALSE(is_long("State-of-the-art-and-more"));
  CHECK_FALSE(is_long("漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"));
}

TEST_CASE("A reply is found by its id, and by its place, which once was its number") {
  view::Thread thread;
  thread.replies = {{"k3d", "Ana", "", "Hello", "2021-03-14T10:32:00Z", "", 9},
                    {"x7q", "Bob", "", "Hello", "2021-03-14T10:33:00Z"}};
  const auto text = as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
  CHECK(holds(text, "<li class=\"reply\" id=\"reply-k3d\"><p class=\"reply-head\" id=\"reply-9\">"));
  CHECK(holds(text, "<li class=\"reply\" id=\"reply-x7q\"><p class=\"reply-head\"><bdi"));
}

namespace {

/// A reply at the path of these places, below the reply with the last but one as its id.
reply::Reply reply_at(const std::vector<std::uint32_t>& places) {
  reply::Reply reply{std::to_string(places.back()), "W" + std::to_string(places.back()), "", "x",
                     "2021-03-14T10:32:00Z"};
  for (const auto place : places)
    reply.position.path += reply::path_step(place);
  if (places.size() > 1)
    reply.parent = {std::to_string(places[places.size() - 2]), "W" + std::to_string(places[places.size() - 2])};
  return reply;
}

std::string thread_with(const view::Thread& thread) {
  return as_text([&](html::Writer& writer) { view::thread(thread, tests::messages(), writer); });
}

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

TEST_CASE("A form says what it is for, and one that was opened can be closed") {
  view::Form form;
  CHECK_FALSE(holds(form_with(form), "value=\"cancel\""));
  form.purpose = view::Form::Purpose::answer;
  form.parent_name = "Ana";
  CHECK(holds(form_with(form), ">reply_title_to Ana</h2>"));
  CHECK(holds(form_with(form), "value=\"cancel\">cancel_reply</button>"));
  CHECK_FALSE(holds(form_with(form), "value=\"delete\""));
  form.purpose = view::Form::Purpose::edit;
  CHECK(holds(form_with(form), ">edit_title</h2>"));
  CHECK(holds(form_with(form), "name=\"text\""));
  CHECK_FALSE(holds(form_with(form), "name=\"email\""));
  CHECK(holds(form_with(form), ">save</button>"));
  CHECK(holds(form_with(form), "value=\"delete\">delete</button>"));
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

TEST_CASE("A text of unknown language has footnote words in the interface's language") {
  const auto text = as_text(
      [&](html::Writer& writer) { view::document("> [!NOTE]\n> a", "", {}, tests::messages("fa"), nullptr, writer); });
  CHECK(holds(text, "<p class=\"alert-title\" lang=\"fa\" dir=\"rtl\">توجه</p>"));
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

TEST_CASE("Two forms with different keys share no id, and do not refer to each other") {
  view::Form form;
  form.preview = "- [ ] a";
  form.problems = {{reply::Field::name, reply::Fault::missing}};
  const auto plain = form_with(form);
  form.key = "to-7";
  const auto keyed = form_with(form);
  for (const std::string_view id : {"form-title", "name", "name-problem", "email", "email-hint", "website", "text",
                                    "text-hint", "preview-title", "preview-checkbox-1"}) {
    CAPTURE(id);
    CHECK(holds(plain, "\"reply-" + std::string(id)));
    CHECK(holds(keyed, "\"reply-to-7-" + std::string(id)));
  }
  for (const std::string_view attribute : {" id=\"", " for=\"", " aria-labelledby=\"", " aria-describedby=\""})
    for (auto at = keyed.find(attribute); at != std::string::npos; at = keyed.find(attribute, at + 1))
      CHECK(keyed.substr(at + attribute.size(), 11) == "reply-to-7-");
}

TEST_CASE("The button for the preview states whether the preview is open") {
  view::Form form;
  CHECK(holds(form_with(form), "value=\"preview\" aria-expanded=\"false\""));
  form.preview = "a";
  CHECK(holds(form_with(form), "value=\"preview\" aria-expanded=\"true\""));
}

TEST_CASE("Every problem is beside its field and is linked to it") {
  view::Form form;
  form.problems = {{reply::Field::email, reply::Fault::malformed}};
  const auto text = form_with(form);
  CHECK(holds(text,
              "<input id=\"reply-email\" name=\"email\" type=\"text\" inputmode=\"email\" "
              "autocapitalize=\"none\" autocomplete=\"email\" dir=\"ltr\" "
              "required=\"\" aria-describedby=\"reply-email-problem reply-email-hint\" "
              "aria-invalid=\"true\"><p class=\"problem\" id=\"reply-email-problem\">problem_email_malformed</p>"));
  CHECK_FALSE(holds(text, "problem_name"));
}

TEST_CASE("The thread and the form state the language of their words") {
  const auto messages = tests::messages("ur");
  const auto thread = as_text([&](html::Writer& writer) { view::thread({}, messages, writer); });
  CHECK(holds(thread, "<section class=\"replies\" lang=\"ur\" dir=\"rtl\" aria-labelledby=\"reply-thread-title\">"));
  const auto form = as_text([&](html::Writer& writer) { view::form({}, messages, writer); });
  CHECK(holds(form, "<form class=\"form\" lang=\"ur\" dir=\"rtl\" novalidate"));
}

TEST_CASE("A reply in another script than its article's is not marked as being in the article's language") {
  const auto text = as_text([](html::Writer& writer) { view::reply_text("שלום לכולם", "en", "", writer); });
  CHECK(text == "<div class=\"reply-text\" lang=\"und-Hebr\" dir=\"auto\"><p>שלום לכולם</p></div>");
}

// Automattic/jetpack#7696, sebastiangreger/kirby3-commentions#83
TEST_CASE("No field has a type with which a browser would refuse what the server accepts") {
  const auto text = form_with({});
  CHECK(holds(text, "name=\"website\" type=\"text\" inputmode=\"url\""));
  CHECK_FALSE(holds(text, "type=\"url\""));
  CHECK_FALSE(holds(text, "type=\"email\""));
  CHECK_FALSE(holds(text, "pattern="));
  CHECK_FALSE(holds(text, "maxlength="));
}

TEST_CASE("Each field and fault has its own message") {
  using reply::Fault;
  using reply::Field;
  const auto words = tests::messages();
  for (const auto& [field, fault, message] : {std::tuple{Field::name, Fault::missing, "problem_name_missing"},
                                              {Field::name, Fault::too_long, "problem_name_too_long"},
                                              {Field::name, Fault::malformed, "problem_name_malformed"},
                                              {Field::email, Fault::missing, "problem_email_missing"},
                                              {Field::email, Fault::too_long, "problem_email_too_long"},
                                              {Field::email, Fault::malformed, "problem_email_malformed"},
                                              {Field::website, Fault::too_long, "problem_website_too_long"},
                                              {Field::website, Fault::malformed, "problem_website_malformed"},
                                              {Field::text, Fault::missing, "problem_text_missing"},
                                              {Field::text, Fault::too_long, "problem_text_too_long"}}) {
    view::Form form;
    form.problems = {{field, fault}};
    const auto text = form_with(form);
    const auto id = "reply-" + std::string(name(field)) + "-problem";
    CHECK(holds(text, "<p class=\"problem\" id=\"" + id + "\">" + message + "</p>"));
  }
}

TEST_CASE("The widget's form holds no draft, and the fields of a page do") {
  view::Form form;
  form.draft = {"Ana", "a@b", "", "\nHello"};
  const auto text = as_text([&](html::Writer& writer) { view::fields(form, tests::messages(), writer); });
  CHECK(holds(text, "value=\"Ana\""));
  CHECK(holds(text, ">\n\nHello</textarea>"));
  CHECK_FALSE(holds(text, "value=\"preview\""));
}

TEST_CASE("The preview is what the thread will show") {
  view::Form form;
  form.preview = "*a*";
  CHECK(holds(form_with(form), "preview_title</h3><div class=\"reply-text\" dir=\"auto\"><p><em>a</em></p></div>"));
  form.preview = "**这是“强调”。**这";
  form.language = "zh-Hans";
  CHECK(holds(form_with(form), "<div class=\"reply-text\" lang=\"zh-Hans\" dir=\"auto\"><p><strong>这是"));
  for (const char* text : {" \n", "<!-- a -->", "\u3000", "[a]: https://example.com/"}) {
    form.preview = text;
    CHECK(holds(form_with(form), "preview_empty"));
  }
}

TEST_CASE("The form states what became of the reply") {
  using Status = view::Form::Status;
  CHECK(holds(form_with({Status::idle, {}, {}, {}}), "<p class=\"status\" role=\"status\"></p>"));
  CHECK(holds(form_with({Status::sending, {}, {}, {}}), "aria-disabled=\"true\""));
  CHECK(holds(form_with({Status::waiting, {}, {}, {}}), "role=\"status\">waiting"));
  CHECK(holds(form_with({Status::sent, {}, {}, {}}), "role=\"status\">sent</p>"));
  CHECK(holds(form_with({Status::held, {}, {}, {}}), "role=\"status\">sent_waiting</p>"));
  for (const auto& [status, message] :
       {std::pair{Status::network_failed, "failed_network"}, std::pair{Status::busy, "failed_busy"},
        std::pair{Status::refused, "failed_refused"}}) {
    CHECK(holds(form_with({status, {}, {}, {}}), std::string("role=\"alert\">") + message));
    CHECK(holds(form_with({status, {}, {}, {}}), "value=\"retry\""));
  }
}
