#include "server/store/sqlite/sqlite_database.hpp"
#include "support/running_server.hpp"

#include <boost/url/url.hpp>
#include <boost/url/url_view.hpp>
#include <catch2/catch.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <regex>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

constexpr auto as_browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
constexpr auto ada = "name=Ada+L.&email=ada%40example.com&website=&text=I+%3Cb%3Eagree%3C%2Fb%3E+%26+%2Aso%2A";

Answer send_form(const RunningServer& server, const std::string& body, const std::string& query = "") {
  return server.ask(post(replies_path + query, "application/x-www-form-urlencoded", body, {{"Accept", as_browser}}));
}

Answer page(const RunningServer& server, const std::string& path = replies_path) {
  return server.ask(get(path, {{"Accept", as_browser}}));
}

bool holds(const Answer& answer, const std::string& text) { return answer.body.find(text) != std::string::npos; }

std::size_t count(const Answer& answer, const std::string& text) {
  std::size_t found = 0;
  for (auto at = answer.body.find(text); at != std::string::npos; at = answer.body.find(text, at + 1))
    ++found;
  return found;
}

std::string fragment_of(const std::string& address) { return address.substr(address.find('#') + 1); }

/// Returns whether the address leads to a reply, by its id, on the page.
bool leads_to_reply(const std::string& address, const std::string& page) {
  static const std::regex fragment("reply-[0-9a-z]{20}");
  const auto name = fragment_of(address);
  return std::regex_match(name, fragment) && address == page + "&branch=" + name.substr(6) + "#" + name;
}

} // namespace

TEST_CASE("A form without script leads to the reply on the thread's page") {
  const RunningServer server;
  const auto sent = send_form(server, ada);
  CHECK(sent.status == 303);
  const auto location = sent.field("Location");
  CHECK(leads_to_reply(location, "replies?language=en"));

  const auto shown = page(server, replies_path + "?language=en"s);
  CHECK(shown.status == 200);
  CHECK(shown.field("Content-Type") == "text/html; charset=utf-8");
  CHECK(holds(shown, "id=\"" + fragment_of(location) + "\""));
  CHECK(holds(shown, "Ada L."));
  CHECK(holds(shown, "<em>so</em>"));
  CHECK(holds(shown, "News &amp; &lt;more&gt;"));
  CHECK(holds(shown, R"(href="https://news.example/en/")"));
  CHECK(holds(shown, R"(action="replies?language=en")"));
  CHECK_FALSE(holds(shown, "<b>"));
  CHECK_FALSE(holds(shown, "ada@"));
}

TEST_CASE("The markup and the text of a reply do not become the page's markup") {
  const RunningServer server;
  const auto hostile =
      "name=%3Cscript%3Ealert(1)%3C%2Fscript%3E&email=a%40b.example&website=javascript%3Aalert(1)&"
      "text=x%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E%5Bx%5D(javascript%3Aalert(1))%3C%2Ftextarea%3E";
  const auto refused = send_form(server, hostile);
  CHECK(refused.status == 422);
  CHECK_FALSE(holds(refused, "<script"));
  CHECK_FALSE(holds(refused, "<img"));
  CHECK(count(refused, "</textarea>") == 1);

  const auto website = std::string(hostile).find("website=javascript%3Aalert(1)");
  REQUIRE(send_form(server, std::string(hostile).replace(website, 29, "website=")).status == 303);
  const auto shown = page(server);
  CHECK(holds(shown, "&lt;script>alert(1)") == !holds(shown, "&lt;script&gt;alert(1)"));
  CHECK_FALSE(holds(shown, "<script"));
  CHECK_FALSE(holds(shown, "<img"));
  CHECK_FALSE(holds(shown, "href=\"javascript"));
}

TEST_CASE("A page loads nothing, runs nothing, and is neither framed nor stored") {
  const RunningServer server;
  const auto shown = page(server);
  const auto policy = shown.field("Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; style-src 'self'; form-action 'self'"));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(shown.field("X-Content-Type-Options") == "nosniff");
  CHECK(shown.field("Cache-Control") == "no-store");
  CHECK(shown.field("Referrer-Policy") == "same-origin");
  CHECK(shown.field("Vary") == "Accept");
  const auto style = server.ask(get("/broadside.css"));
  CHECK(style.field("Content-Type") == "text/css; charset=utf-8");
  CHECK(style.body == ".broadside { color: black; }\n");
}

TEST_CASE("A client gets HTML only if it asks for it") {
  const RunningServer server;
  const auto type = [&](const std::string& accept) {
    return server.ask(get(replies_path, {{"Accept", accept}})).field("Content-Type");
  };
  for (const char* accept : {as_browser, "text/html", "TEXT/HTML", "text/*", "text/html;q=0.5, application/json;q=0.4"})
    CHECK(type(accept) == "text/html; charset=utf-8");
  for (const char* accept : {"*/*", "application/json", "", "text/html;q=0, */*", "text/html, application/json",
                             "garbage;;,", "text/html;q=0.4, application/*;q=0.5"})
    CHECK(type(accept) == "application/json");
}

TEST_CASE("A form with problems comes back with them and with what was typed") {
  const RunningServer server;
  const auto refused = send_form(server, "name=Ada&email=nobody&website=&text=My+words+%26+%3Cmore%3E", "?language=es");
  CHECK(refused.status == 422);
  CHECK(refused.field("Content-Type") == "text/html; charset=utf-8");
  CHECK(holds(refused, R"(<html lang="es")"));
  CHECK(holds(refused, R"(id="reply-email-problem")"));
  CHECK(holds(refused, R"(aria-invalid="true")"));
  CHECK(holds(refused, R"(value="nobody")"));
  CHECK(holds(refused, "My words &amp; &lt;more&gt;"));
  CHECK(holds(refused, R"(action="replies?language=es")"));
}

TEST_CASE("A double click sends one reply, and another text is another reply") {
  const RunningServer server;
  const auto first = send_form(server, ada);
  CHECK(send_form(server, ada).field("Location") == first.field("Location"));
  // The answer does not tell whether the e-mail address is the writer's either.
  const auto guess = std::string(ada).replace(std::string(ada).find("ada%40"), 6, "bob%40");
  for (const char* query : {"", "?language=en", "?language=es"}) {
    const auto again = send_form(server, guess, query);
    CHECK(again.status == 303);
    CHECK(again.fields.size() == first.fields.size());
    CHECK(again.field("Location") == first.field("Location"));
    CHECK(again.body == first.body);
  }
  CHECK(send_form(server, ada + "!"s).field("Location") != first.field("Location"));
}

TEST_CASE("A form's line ends are stored as those of a script") {
  const RunningServer server;
  const auto first = send_form(server, "name=Ada&email=a%40b.example&text=one%0d%0atwo");
  CHECK(first.status == 303);
  const auto again =
      server.ask(post(replies_path, "application/json",
                      R"({"name": "Ada", "email": "a@b.example", "text": "one\ntwo", "language": "en"})"));
  CHECK(again.status == 200); // the reply is kept already
  CHECK(holds(again, R"("text":"one\ntwo")"));
}

TEST_CASE("A form that is not UTF-8, or badly encoded, is refused") {
  const RunningServer server;
  for (const char* text : {"%ff", "%ed%a0%80", "%c0%80", "%f4%90%80%80", "%e2%82", "%zz", "%"}) {
    INFO(text);
    CHECK(send_form(server, "name=Ada&email=a%40b.example&text="s + text).status == 400);
  }
  CHECK(send_form(server, "name=Ada&email=a%40b.example&text=%f4%8f%bf%bf").status == 303);
}

TEST_CASE("The language of a page is one of the article's, or else its default") {
  const RunningServer server;
  CHECK(holds(page(server, replies_path + "?language=es"s), "Noticias"));
  for (const char* language : {"fr", "%22%3E%3Cscript%3E", "es%0d%0aSet-Cookie:x", ""}) {
    const auto shown = page(server, replies_path + "?language="s + language);
    CHECK(holds(shown, R"(<html lang="en")"));
    const auto sent = send_form(server, ada, "?language="s + language);
    CHECK(leads_to_reply(sent.field("Location"), "replies?language=en"));
    CHECK(sent.field("Set-Cookie").empty());
  }
}

TEST_CASE("Links lead through a long thread, and the page after a new reply shows it") {
  const RunningServer server;
  for (int i = 0; i < 52; ++i)
    send_form(server, ada + std::to_string(i));
  const auto first = page(server);
  CHECK(count(first, "class=\"reply\"") == 50);
  CHECK(holds(first, "href=\"replies?language=en&amp;order=oldest&amp;after=0-00000032\""));
  const auto second = page(server, replies_path + "?language=en&order=oldest&after=0-00000032"s);
  CHECK(count(second, "class=\"reply\"") == 2);

  const auto location = send_form(server, ada + "last"s).field("Location");
  CHECK(leads_to_reply(location, "replies?language=en"));
  const auto query = location.substr(location.find('?'), location.find('#') - location.find('?'));
  CHECK(holds(page(server, replies_path + query), "id=\"" + fragment_of(location) + "\""));
}

TEST_CASE("An address with a reply's old number still leads to it") {
  RunningServer server;
  server.stop();
  std::filesystem::remove(server.options().database);
  {
    server::store::SqliteDatabase database({server.options().database});
    const auto& all = database.migrations();
    REQUIRE(migrate(database, {all.begin(), all.begin() + 3}));
    auto& sql = database.writer();
    sql << "INSERT INTO articles (id) VALUES ('north-korea')";
    for (int i = 1; i <= 60; ++i)
      sql << "INSERT INTO replies (article, key, name, email, website, text, created)"
             " VALUES ('north-korea', :key, 'Ada', '', '', 'Hello', '2026-03-01T14:30:00Z')",
          soci::use(i, "key");
  }
  server.start();
  const auto shown = page(server, replies_path + "?language=en&after=3"s); // …#reply-53
  CHECK(holds(shown, R"(id="reply-53")"));
  CHECK(count(shown, R"(<li class="reply")") == 50);
  CHECK_FALSE(holds(shown, R"(id="reply-3")"));
}

TEST_CASE("A page states the number of all replies, not of those that it shows") {
  const RunningServer server;
  CHECK(holds(page(server), ">No replies yet</h2>") != holds(page(server), ">0 Replies</h2>"));
  for (int i = 0; i < 52; ++i)
    send_form(server, ada + std::to_string(i));
  CHECK(holds(page(server), ">52 Replies</h2>"));
  CHECK(holds(page(server, replies_path + "?language=en&after=50"s), ">52 Replies</h2>"));
  CHECK_FALSE(holds(send_form(server, "name="), "Replies</h2>"));
}

namespace {

/// Returns the address to which a browser resolves a reference on the page.
std::string followed(const std::string& page, const std::string& reference) {
  boost::urls::url target;
  REQUIRE(boost::urls::resolve(boost::urls::url_view(page), boost::urls::url_view(reference), target));
  return target.buffer();
}

std::vector<std::string> addresses_in(const Answer& answer) {
  std::vector<std::string> all;
  for (const std::string attribute : {" href=\"", " action=\"", " src=\""})
    for (auto at = answer.body.find(attribute); at != std::string::npos; at = answer.body.find(attribute, at + 1)) {
      const auto start = at + attribute.size();
      all.push_back(answer.body.substr(start, answer.body.find('"', start) - start));
    }
  return all;
}

} // namespace

// isso-comments/isso#653, isso-comments/isso#709, umputun/remark42#759
TEST_CASE("Behind a proxy that removes a prefix of the path, every address in an answer leads to the server") {
  const RunningServer server;
  const auto outside = "https://news.example/replies";
  for (int i = 0; i < 52; ++i)
    send_form(server, ada + std::to_string(i));
  const auto at = replies_path + "?language=en"s;

  std::size_t found = 0;
  for (const auto& answer : {page(server, at), send_form(server, "name=Ada", "?language=en")})
    for (const auto& address : addresses_in(answer)) {
      INFO(address);
      const auto target = followed(outside + at, address);
      if (!target.starts_with("https://news.example/en/")) // the article's own page
        CHECK(target.starts_with(outside + "/"s));
      if (target.starts_with(outside) && target.find('#') == std::string::npos) {
        // The proxy asks for it in this way.
        CHECK(server.ask(get(target.substr(std::string(outside).size()))).status == 200);
        ++found;
      }
    }
  CHECK(found >= 5); // the style sheets and forms of both pages, and one link to more replies

  const auto sent = send_form(server, ada, "?language=en").field("Location");
  CHECK(leads_to_reply(followed(outside + at, sent), outside + at));
  const auto kept = server.ask(post(replies_path, "application/json", reply_json("aaaaaaaaaaaaaaaaaaaa")));
  CHECK(followed(outside + std::string(replies_path), kept.field("Location")).starts_with(outside + ("/v1/"s)));
}

TEST_CASE("A closed article's page says so and has no form, and a form that is sent anyway comes back") {
  const RunningServer server;
  const auto path = "/v1/articles/old-news/replies"s;
  const auto shown = page(server, path);
  CHECK(holds(shown, "Replies to this article are closed."));
  CHECK_FALSE(holds(shown, "<form"));
  CHECK_FALSE(holds(shown, "No replies yet"));
  const auto refused = server.ask(post(path, "application/x-www-form-urlencoded", ada));
  CHECK(refused.status == 403);
  CHECK(holds(refused, "agree"));
}

TEST_CASE("The form comes back with what was typed if the database is busy") {
  const RunningServer server(
      [](server::Options& options) { options.database_busy_timeout = std::chrono::milliseconds(50); });
  soci::session other(soci::sqlite3, "db=\"" + server.options().database + "\"");
  other << "BEGIN IMMEDIATE";
  const auto busy = send_form(server, ada);
  CHECK(busy.status == 503);
  CHECK(busy.field("Retry-After") == "5");
  CHECK(holds(busy, "agree"));
  CHECK(holds(busy, "busy"));
}

TEST_CASE("A reply is answered without script, and the form that comes back still answers it") {
  const RunningServer server;
  const auto location = send_form(server, ada, "?language=en").field("Location");
  const auto id = fragment_of(location).substr(6);
  const auto query = "?language=en&parent=" + id;
  CHECK(holds(page(server), "<a href=\"replies?language=en&amp;parent=" + id + "#reply-form-title\""));

  const auto form = page(server, replies_path + query);
  CHECK(holds(form, "Leave a Reply to Ada L.</h2>"));
  CHECK(holds(form, "action=\"replies?language=en&amp;parent=" + id + "\""));
  CHECK(holds(form, "Cancel reply</a>"));
  const auto invalid = send_form(server, "name=Bob&email=nobody&text=No", query);
  CHECK(invalid.status == 422);
  CHECK(holds(invalid, "action=\"replies?language=en&amp;parent=" + id + "\""));
  CHECK(holds(invalid, "Leave a Reply to Ada L.</h2>"));

  const auto sent = send_form(server, "name=Bob&email=bob%40example.com&text=No", query);
  CHECK(sent.status == 303);
  const auto address = sent.field("Location");
  const auto shown = page(server, "/v1/articles/north-korea/" + address.substr(0, address.find('#')));
  CHECK(holds(shown, R"(<ol class="thread"><li class="reply" id="reply-)" + id));
  CHECK(shown.body.find("id=\"" + fragment_of(location)) < shown.body.find("id=\"" + fragment_of(address)));
  CHECK(count(shown, "<ol class=\"thread\">") == 2);
  CHECK(holds(shown, "Read the replies</a>"));

  const auto late = send_form(server, "name=Bob&email=bob%40example.com&text=No", "?parent=00000000000000000000");
  CHECK(late.status == 409);
  CHECK(holds(late, R"(action="replies?language=en")"));
  CHECK(page(server, replies_path + "?parent=%22%3E%3Cscript%3E"s).status == 404);
}

TEST_CASE("A page shows a thread as deep as the publisher wishes, and says to whom deeper replies answer") {
  const RunningServer server;
  std::string query = "?language=en";
  for (int i = 1; i <= 8; ++i) {
    const auto sent =
        send_form(server, "name=Writer" + std::to_string(i) + "&email=a%40b.example&text=" + std::to_string(i), query);
    query = "?language=en&parent=" + fragment_of(sent.field("Location")).substr(6);
  }
  const auto shown = page(server);
  CHECK(count(shown, "<ol class=\"thread\">") == 5);
  CHECK(count(shown, "class=\"reply-parent\"") == 3);
  CHECK(holds(shown, "In reply to <bdi>Writer5</bdi></a>"));
  CHECK_FALSE(holds(shown, "In reply to <bdi>Writer4</bdi></a>"));
}
