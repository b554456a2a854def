#include "support/audit.hpp"

#include "support/stores.hpp"

#include <soci/soci.h>

namespace broadside::test {

std::string audit_in(const std::filesystem::path& database) {
  soci::session sql;
  open(sql, database);
  std::string all;
  const soci::rowset<soci::row> rows =
      sql.prepare << "SELECT actor, state_before, state_after, edited, reason FROM audit_log ORDER BY number";
  for (const auto& row : rows)
    all += row.get<std::string>(0) + ": " + row.get<std::string>(1) + " > " + row.get<std::string>(2) +
           (row.get<int>(3) == 1 ? ", edited" : "") + " (" + row.get<std::string>(4) + ")\n";
  return all;
}

} // namespace broadside::test
