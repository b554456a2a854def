#include "server/store/records.hpp"

#include "server/store/access.hpp"

namespace broadside::server::store {

Records::Records(std::unique_ptr<Database> database) : access_(std::make_unique<Access>(std::move(database))) {}

Records::~Records() = default;

Result<bool> Records::report(const Report& report) {
  return access_->writing([&](soci::session& sql) { return write_report(sql, report); });
}

Result<bool> Records::close(const Closing& closing) {
  return access_->writing([&](soci::session& sql) { return write_closing(sql, closing); });
}

Result<std::vector<std::string>> Records::closed() { return access_->reading(read_closed); }

Result<std::vector<Closing>> Records::closings(const std::string& article) {
  return access_->reading([&](soci::session& sql) { return read_closings(sql, article); });
}

tl::expected<std::unique_ptr<Records>, Error> records_in(std::unique_ptr<Database> database) {
  if (auto migrated = migrate(*database, database->migrations()); !migrated)
    return tl::unexpected(migrated.error());
  database->open_readers();
  return std::make_unique<Records>(std::move(database));
}

} // namespace broadside::server::store
