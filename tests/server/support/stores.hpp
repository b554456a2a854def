#pragma once

#include "server/store/sqlite/sqlite_store.hpp"

#include <soci/session.h>

#include <string>
#include <vector>

namespace broadside::test {

/// Opens a database that does not wait for another program longer than a test may.
std::unique_ptr<server::store::Store> opened(const std::filesystem::path&);
/// Connects a session of the test's own to it.
void open(soci::session&, const std::filesystem::path&);

/// Returns a reply by Ada whose text is "text of KEY".
server::store::NewReply reply_of(const std::string& key, const std::string& article = "news");
std::vector<std::string> texts(const server::store::Page&);

} // namespace broadside::test
