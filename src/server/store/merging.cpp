#include "server/store/merging.hpp"

#include <soci/session.h>

namespace broadside::server::store {

Merging merging_of(soci::session& sql) {
  return sql.get_backend_name() == "postgresql" ? Merging::each_limited : Merging::side_by_side;
}

std::string merged(const std::vector<std::string>& selects, const std::string& column, Merging merging) {
  const std::string first_rows = " ORDER BY " + column + " LIMIT :rows";
  const bool is_each_limited = merging == Merging::each_limited && selects.size() > 1;
  std::string text;
  for (const std::string& select : selects)
    text.append(text.empty() ? "" : " UNION ALL ").append(is_each_limited ? "(" + select + first_rows + ")" : select);
  return text + first_rows;
}

} // namespace broadside::server::store
