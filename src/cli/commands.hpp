#pragma once

#include <CLI/CLI.hpp>

namespace broadside::cli {

// Each function adds a command with its options. The command runs once its options have been read, and sets `status` to
// its exit status: 1 if it failed, in which case it has reported why (report.hpp).
void add_backup(CLI::App& app, int& status);
void add_build(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_dev(CLI::App& app, int& status);
void add_keygen(CLI::App& app, int& status);
void add_moderator(CLI::App& app, int& status);
void add_new(CLI::App& app, int& status);
void add_prune(CLI::App& app, int& status);
void add_render(CLI::App& app, int& status);
void add_serve(CLI::App& app, int& status);

} // namespace broadside::cli
