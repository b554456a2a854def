#include "server/store/postgresql/sql_state.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace broadside::server::store {

namespace {

constexpr std::string_view base_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Returns the state, which is five digits and letters, as a number.
int number_of(std::string_view state) {
  int number = 0;
  for (const char digit : state)
    number = number * static_cast<int>(base_36.size()) + static_cast<int>(base_36.find(digit));
  return number;
}

std::string meaning_of_state(int number) {
  std::string state(5, '0');
  for (auto digit = state.rbegin(); digit != state.rend(); ++digit, number /= static_cast<int>(base_36.size()))
    *digit = base_36[static_cast<std::size_t>(number) % base_36.size()];
  return "PostgreSQL's SQLSTATE " + state;
}

bool is_state(std::string_view text) {
  return text.size() == 5 && std::all_of(text.begin(), text.end(),
                                         [](char letter) { return base_36.find(letter) != std::string_view::npos; });
}

Failure::Kind kind_of_state(std::string_view state) {
  if (state == "40001" || state == "40P01") // serialization_failure, deadlock_detected
    return Failure::Kind::conflict;
  if (state == "55P03" || state == "57014") // lock_not_available, query_canceled
    return Failure::Kind::busy;
  if (state == "53100") // disk_full
    return Failure::Kind::full;
  if (state == "25006") // read_only_sql_transaction, as on a standby
    return Failure::Kind::read_only;
  const auto its_class = state.substr(0, 2);
  // The states of this class say that a connection failed; 57P01 to 57P05 that the server ended it, and 53300 that it
  // takes no more.
  if (its_class == "08" || state.substr(0, 3) == "57P" || state == "53300")
    return Failure::Kind::unreachable;
  return Failure::Kind::broken;
}

} // namespace

Failure postgresql_failure_of(const std::exception& exception) {
  const auto* error = dynamic_cast<const soci::postgresql_soci_error*>(&exception);
  if (error != nullptr && is_state(error->sqlstate()))
    return {kind_of_state(error->sqlstate()), number_of(error->sqlstate()), meaning_of_state};
  // Without a state the connection is lost, or none could be made.
  if (error != nullptr || dynamic_cast<const soci::soci_error*>(&exception) != nullptr)
    return {Failure::Kind::unreachable};
  return {Failure::Kind::broken};
}

} // namespace broadside::server::store
