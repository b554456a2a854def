#pragma once

#include "core/error.hpp"
#include "server/store/closing.hpp"
#include "server/store/report.hpp"
#include "server/store/store.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <vector>

namespace broadside::server::store {

class Access;
class Database;

/// The notes that readers and moderators make beside the replies. Calls block. Every function may be called from
/// several threads.
class Records {
public:
  /// Takes a database whose tables are up to date and whose readers are open.
  explicit Records(std::unique_ptr<Database>);
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  ~Records();

  /// Keeps a report of a reply: see write_report().
  Result<bool> report(const Report&);

  /// Closes an article or opens it: see write_closing().
  Result<bool> close(const Closing&);
  /// Returns the ids of all articles that are closed.
  Result<std::vector<std::string>> closed();
  /// Returns the last times that an article was closed or opened, the last one first.
  Result<std::vector<Closing>> closings(const std::string& article);

private:
  std::unique_ptr<Access> access_;
};

/// Brings the database's tables up to date, and returns the records in it. Throws what SOCI throws if the database
/// cannot be read. Errors: database-newer (a newer Broadside made it), migration-failed.
tl::expected<std::unique_ptr<Records>, Error> records_in(std::unique_ptr<Database>);

} // namespace broadside::server::store
