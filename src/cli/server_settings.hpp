#pragma once

#include "publish/faults/faults.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace broadside::cli {

/// Lets the environment set each option of the command: BROADSIDE_HOLD_LINKS sets --hold-links.
void read_environment(CLI::App& command);

/// Sets the options of the command that neither the command line nor the environment has set, by a file in YAML with a
/// member for each option, without the dashes. Paths in it are relative to its folder. Faults: unreadable,
/// malformed-yaml, wrong-type, unknown-member, malformed.
publish::Faults read_settings(CLI::App& command, const std::filesystem::path& file);

} // namespace broadside::cli
