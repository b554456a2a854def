#include "support/databases.hpp"

#include "server/store/opening.hpp"
#include "support/postgresql.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <array>

namespace broadside::test {

namespace {

class Sqlite final : public TestDatabase {
public:
  std::unique_ptr<server::store::Store> store() const override { return opened(file()); }
  std::unique_ptr<server::store::Accounts> accounts() const override {
    return server::store::open_sqlite_accounts({file(), std::chrono::milliseconds(50), 2}).value();
  }
  std::unique_ptr<server::store::Records> records() const override {
    return server::store::open_sqlite_records({file(), std::chrono::milliseconds(50), 1}).value();
  }
  void connect(soci::session& sql) const override { open(sql, file()); }
  std::string name() const override { return file().string(); }

private:
  std::filesystem::path file() const { return folder_.path() / "replies.sqlite"; }

  TemporaryFolder folder_;
};

class Postgresql final : public TestDatabase {
public:
  std::unique_ptr<server::store::Store> store() const override { return server::store::open(location()).value(); }
  std::unique_ptr<server::store::Accounts> accounts() const override {
    return server::store::open_accounts(location()).value();
  }
  std::unique_ptr<server::store::Records> records() const override {
    return server::store::open_records(location()).value();
  }
  void connect(soci::session& sql) const override { database_.connect(sql); }
  std::string name() const override { return database_.address(); }

private:
  server::store::Location location() const { return {database_.address(), std::chrono::milliseconds(50), 2}; }

  OwnPostgresql database_;
};

template <typename Kind> std::unique_ptr<TestDatabase> make() { return std::make_unique<Kind>(); }

constexpr std::array makers = {make<Sqlite>, make<Postgresql>};

} // namespace

std::unique_ptr<TestDatabase> each_database() { return makers.at(GENERATE(range(std::size_t{0}, makers.size())))(); }

} // namespace broadside::test
