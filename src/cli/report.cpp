#include "cli/report.hpp"

#include <iostream>

namespace broadside::cli {

void report(const Error& error) {
  std::cerr << "broadside: " << error.where << (error.where.empty() ? "" : ": ") << error.message << "\n";
}

void warn(const Error& error) { report({error.code, error.where, "warning: " + error.message}); }

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

} // namespace broadside::cli
