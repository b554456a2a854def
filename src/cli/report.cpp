#include "cli/report.hpp"

#include <iostream>

namespace broadside::cli {

void report(const Error& error) {
  std::cerr << "broadside: " << error.where << (error.where.empty() ? "" : ": ") << error.message << "\n";
}

} // namespace broadside::cli
