#pragma once

#include <CLI/CLI.hpp>

namespace broadside::cli {

// Each adds a command with its options. Once they are read, the command runs, and `status` is its exit status: 1 where
// it could not do what it was asked, having said why (report.hpp).
void add_build(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_prune(CLI::App& app, int& status);
void add_render(CLI::App& app, int& status);
void add_serve(CLI::App& app, int& status);

} // namespace broadside::cli
