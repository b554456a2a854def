#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <algorithm>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;

TEST_CASE("Pages follow each other without gap or overlap while replies come in") {
  const auto database = each_database();
  const auto store = database->store();
  for (const char* key : {"a", "b", "c", "d", "e"})
    store->add({reply_of(key), reply_of(key, "other")}).value();

  const auto first = store->page({{"news"}, {}, 2}).value();
  CHECK(texts(first) == std::vector{"text of a"s, "text of b"s});
  store->add({reply_of("f")}).value();
  const auto second = store->page({{"news"}, first.next.value(), 2}).value();
  CHECK(texts(second) == std::vector{"text of c"s, "text of d"s});
  const auto third = store->page({{"news"}, second.next.value(), 2}).value();
  CHECK(texts(third) == std::vector{"text of e"s, "text of f"s});
  CHECK_FALSE(third.next);
}

// giscus/giscus#1321, getnikola/nikola#3215, w3c/w3c-website#192
TEST_CASE("Replies in several languages form one thread, one thread for each language, or one with the reader's "
          "language first") {
  const auto database = each_database();
  const auto store = database->store();
  for (const auto& [key, language] : {std::pair{"a", "en"}, {"b", "ar"}, {"c", ""}, {"d", "ar"}, {"e", "zh-Hans"}}) {
    auto reply = reply_of(key);
    reply.language = language;
    CHECK(store->add({reply, reply_of(key, "other")}).value()[0].reply.language == language);
  }
  // Returns the replies' keys, read in pages of two.
  const auto all = [&](reply::ThreadPolicy threads, const std::string& language) {
    std::string keys;
    PageRequest request{{"news", threads, language, "en"}, {}, 2};
    for (;;) {
      const auto page = store->page(request).value();
      for (const std::string& text : texts(page))
        keys += text.back();
      if (!page.next)
        return keys;
      request.after = *page.next;
    }
  };
  using reply::ThreadPolicy;
  for (const char* language : {"en", "ar", "fr"})
    CHECK(all(ThreadPolicy::shared, language) == "abcde");
  CHECK(all(ThreadPolicy::separate, "en") == "ac");
  CHECK(all(ThreadPolicy::separate, "ar") == "bd");
  CHECK(all(ThreadPolicy::separate, "fr").empty());
  CHECK(all(ThreadPolicy::own_first, "en") == "acbde");
  CHECK(all(ThreadPolicy::own_first, "ar") == "bdace");
  CHECK(all(ThreadPolicy::own_first, "zh-Hans") == "eabcd");
  CHECK(all(ThreadPolicy::own_first, "fr") == "abcde");

  const auto counted = [&](ThreadPolicy threads, const char* language, const char* default_language) {
    return store->count({"news", threads, language, default_language}).value();
  };
  CHECK(counted(ThreadPolicy::shared, "ar", "en") == 5);
  CHECK(counted(ThreadPolicy::own_first, "ar", "en") == 5);
  CHECK(counted(ThreadPolicy::separate, "ar", "en") == 2);
  CHECK(counted(ThreadPolicy::separate, "fr", "en") == 0);
  // Replies whose language is not known follow the default language, from one request to the next.
  CHECK(counted(ThreadPolicy::separate, "en", "en") == 2);
  CHECK(counted(ThreadPolicy::separate, "en", "ar") == 1);
  CHECK(counted(ThreadPolicy::separate, "ar", "ar") == 3);
}

TEST_CASE("A page is limited by its bytes too, and the next one goes on after it") {
  const auto database = each_database();
  const auto store = database->store();
  std::vector<NewReply> replies;
  for (int i = 0; i < 20; ++i) {
    replies.push_back(reply_of("key " + std::to_string(i)));
    replies.back().draft.text = std::string(40'000, static_cast<char>('a' + i));
    replies.back().language = i % 2 == 0 ? "en" : "es";
  }
  // The longest reply alone has more bytes than a page.
  replies[10].draft.text = std::string(page_bytes + 1, 'k');
  store->add(replies).value();

  const auto threads =
      GENERATE(reply::ThreadPolicy::shared, reply::ThreadPolicy::separate, reply::ThreadPolicy::own_first);
  const ThreadQuery thread{"news", threads, "en", "en"};
  std::string seen;
  PageRequest request{thread, {}, 100};
  for (bool more = true; more;) {
    const auto page = store->page(request).value();
    REQUIRE_FALSE(page.replies.empty());
    std::size_t bytes = 0;
    for (const auto& reply : page.replies) {
      seen += reply.text.front();
      bytes += reply.name.size() + reply.website.size() + reply.text.size();
    }
    CHECK((bytes <= page_bytes || page.replies.size() == 1));
    more = page.next.has_value();
    request.after = page.next.value_or(reply::Position{});
  }
  CHECK(seen == (threads == reply::ThreadPolicy::shared     ? "abcdefghijklmnopqrst"
                 : threads == reply::ThreadPolicy::separate ? "acegikmoqs"
                                                            : "acegikmoqsbdfhjlnprt"));
}

TEST_CASE("The count is right whichever program changes the replies") {
  const auto database = each_database();
  const auto store = database->store();
  for (const char* key : {"a", "b", "c"})
    store->add({reply_of(key), reply_of("other " + std::string(key), "other")}).value();
  soci::session sql;
  database->connect(sql);
  sql << "DELETE FROM replies WHERE article = 'news' AND key = 'a'";
  CHECK(store->count({"news"}).value() == 2);
  sql << "UPDATE replies SET language = 'es' WHERE article = 'news' AND key = 'b'";
  sql << "UPDATE replies SET text = 'x'";
  CHECK(store->count({"news"}).value() == 2);
  CHECK(store->count({"news", reply::ThreadPolicy::separate, "es", "en"}).value() == 1);
  CHECK(store->count({"nothing"}).value() == 0);
}
