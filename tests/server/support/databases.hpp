#pragma once

#include "server/store/accounts.hpp"
#include "server/store/records.hpp"
#include "server/store/store.hpp"

#include <soci/session.h>

#include <memory>
#include <string>

namespace broadside::test {

/// A database of the test's own, which is empty at first.
class TestDatabase {
public:
  virtual ~TestDatabase() = default;
  /// Opens the store of the replies in it.
  virtual std::unique_ptr<server::store::Store> store() const = 0;
  /// Opens the moderators' accounts in it.
  virtual std::unique_ptr<server::store::Accounts> accounts() const = 0;
  /// Opens the records in it.
  virtual std::unique_ptr<server::store::Records> records() const = 0;
  /// Connects a session of the test's own to it.
  virtual void connect(soci::session&) const = 0;
  /// Returns the name under which `broadside serve` takes it.
  virtual std::string name() const = 0;
};

/// Returns a database of one of the kinds that Broadside supports. The calling test is run once with each kind.
std::unique_ptr<TestDatabase> each_database();

} // namespace broadside::test
