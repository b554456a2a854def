#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace broadside::test {

using namespace server::store;

std::unique_ptr<Store> opened(const std::filesystem::path& file) {
  auto store = open_sqlite({file, std::chrono::milliseconds(50)});
  REQUIRE(store);
  return std::move(*store);
}

NewReply reply_of(const std::string& key, const std::string& article) {
  return {
      article, key, {"Ada", "ada@example.com", "https://example.com/", "text of " + key}, "", "2026-03-01T14:30:00Z"};
}

void open(soci::session& sql, const std::filesystem::path& file) {
  sql.open(soci::sqlite3, "db=\"" + file.string() + "\"");
}

std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> all;
  for (const auto& reply : page.replies)
    all.push_back(reply.text);
  return all;
}

} // namespace broadside::test
